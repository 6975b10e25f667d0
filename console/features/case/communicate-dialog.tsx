import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import { addDays } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { DateInput } from "../../components/date-input.js";
import { Dialog } from "../../components/dialog.js";
import { Field } from "../../components/field.js";
import { CommandError } from "../../components/states.js";
import { sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { useCommunicate } from "./case-commands.js";

type Props = { readonly shown: ShownCase; readonly start: string; readonly onDone: () => void };

const text = sv.dialogs.communicate;
/** The time to answer that the form proposes; the caseworker sets it for the case at hand. */
const proposedDays = 10;

/** The applicant gets to know what the decision may rest on, and a day to answer by. */
export const CommunicateDialog = ({ shown, start, onDone }: Props) => {
  const { data: session } = useQuery(sessionQuery);
  const [message, setMessage] = useState(start);
  const [answerBy, setAnswerBy] = useState(session === undefined ? undefined : addDays(session.today, proposedDays));
  const [isChecked, setIsChecked] = useState(false);
  const communicate = useCommunicate(shown.caseId);
  if (shown.sequence === null || session === undefined) return null;
  const { sequence } = shown;
  const isEnough = message.trim().length >= 20;
  const isLater = answerBy !== undefined && answerBy > session.today;
  const submit = (): void => {
    setIsChecked(true);
    if (isEnough && isLater) communicate.mutate({ sequence, text: message.trim(), answerBy }, { onSuccess: onDone });
  };
  return (
    <Dialog title={text.title} isOpen onClose={onDone}>
      <p className="muted">{text.intro}</p>
      <Field
        label={text.text}
        value={message}
        onChange={setMessage}
        rows={6}
        autoFocus
        error={isChecked && !isEnough ? text.needsText : undefined}
      />
      <DateInput
        label={text.answerBy}
        value={answerBy}
        onChange={setAnswerBy}
        error={isChecked && !isLater ? text.needsDate : undefined}
      />
      <CommandError error={communicate.error} />
      <div className="dialog-actions">
        <Button large onPress={onDone}>
          {sv.common.cancel}
        </Button>
        <Button large look="primary" isPending={communicate.isPending} onPress={submit}>
          {text.send}
        </Button>
      </div>
    </Dialog>
  );
};
