import { useState } from "react";
import type { UseMutationResult } from "@tanstack/react-query";
import type { Draft } from "../../server/drafts.js";

/** The sending of a form: faults are shown from the first try on, and the draft is forgotten once it has been taken in. */
export const useSending = <Input, Answer>(
  command: UseMutationResult<Answer, Error, Input>,
  { draft, onSent }: { readonly draft: Pick<Draft<unknown>, "clear">; readonly onSent: () => void },
) => {
  const [isChecked, setIsChecked] = useState(false);
  return {
    isChecked,
    /** Shows what is still missing. */
    check: (): void => {
      setIsChecked(true);
    },
    send: (input: Input): void => {
      command.mutate(input, {
        onSuccess: () => {
          draft.clear();
          onSent();
        },
      });
    },
    isSending: command.isPending,
    error: command.error,
  };
};
