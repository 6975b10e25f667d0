import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import type { AssignInput } from "../../../contracts/api/commands.js";
import { announce } from "../../components/announce.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { colleaguesQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { useAssign } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";

const text = sv.dialogs.handOver;
const formSchema = z.object({ to: z.string(), note: z.string() });

const receiverOf = (to: string): AssignInput["to"] => (to === "me" || to === "nobody" ? to : { staffId: to });

/** The case to a colleague, to oneself for later or back to the list, with a line about where it stands. */
export const HandOverDialog = ({ shown, onDone, onReadAnew }: DialogProps) => {
  const draft = useDraft(formSchema, { caseId: shown.caseId, form: "hand-over", start: { to: "me", note: "" } });
  const colleagues = useQuery(colleaguesQuery(shown.caseId));
  const sending = useSending(useAssign(shown.caseId), {
    draft,
    onSent: () => {
      announce(text.done);
      onDone();
    },
  });
  const { isChecked } = sending;
  const { to } = draft.value;
  const note = draft.value.note.trim();
  const isEnough = note === "" || note.length >= 5;
  const submit = (): void => {
    sending.check();
    if (!isEnough) return;
    sending.send({ to: receiverOf(to), ...(note === "" ? {} : { note }) });
  };
  return (
    <FormDialog
      title={text.title}
      send={text.send}
      isSending={sending.isSending}
      error={sending.error ?? colleagues.error}
      onSend={submit}
      onClose={onDone}
      onReadAnew={onReadAnew}
    >
      <ChoiceField
        label={text.to}
        value={to}
        onChange={(next) => {
          draft.set({ ...draft.value, to: next });
        }}
        options={[
          { value: "me", label: text.me },
          { value: "nobody", label: text.nobody },
          ...(colleagues.data?.colleagues ?? []).map(({ staffId, name, unit }) => ({
            value: staffId,
            label: `${name}, ${unit}`,
          })),
        ]}
      />
      <Field
        label={text.note}
        help={text.noteHelp}
        value={draft.value.note}
        onChange={(next) => {
          draft.set({ ...draft.value, note: next });
        }}
        rows={4}
        autoFocus
        error={isChecked && !isEnough ? text.needsNote : undefined}
      />
    </FormDialog>
  );
};
