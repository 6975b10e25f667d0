import { z } from "zod";
import { addDays, localDateSchema } from "../../../contracts/dates.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { useCommunicate } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";
import { useToday } from "./use-today.js";

const text = sv.dialogs.communicate;
/** The time to answer that the form proposes; the caseworker sets it for the case at hand. */
const proposedDays = 10;
const formSchema = z.object({ text: z.string(), answerBy: localDateSchema.optional() });

/** The applicant gets to know what the decision may rest on, and a day to answer by. */
export const CommunicateDialog = ({ shown, start, onDone, onReadAnew }: DialogProps & { readonly start: string }) => {
  const today = useToday();
  const draft = useDraft(formSchema, {
    caseId: shown.caseId,
    form: "communicate",
    start: { text: start, answerBy: addDays(today, proposedDays) },
  });
  const sending = useSending(useCommunicate(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const { answerBy } = draft.value;
  const message = draft.value.text.trim();
  const isEnough = message.length >= 20;
  const isLater = answerBy !== undefined && answerBy > today;
  const submit = (): void => {
    sending.check();
    if (!isEnough || !isLater) return;
    sending.send({ sequence, text: message, answerBy });
  };
  return (
    <FormDialog
      title={text.title}
      intro={text.intro}
      send={text.send}
      isSending={sending.isSending}
      error={sending.error}
      onSend={submit}
      onClose={onDone}
      onReadAnew={onReadAnew}
    >
      <Field
        label={text.text}
        value={draft.value.text}
        onChange={(next) => {
          draft.set({ ...draft.value, text: next });
        }}
        rows={6}
        autoFocus
        error={isChecked && !isEnough ? text.needsText : undefined}
      />
      <DateInput
        label={text.answerBy}
        value={answerBy}
        onChange={(date) => {
          draft.set({ ...draft.value, answerBy: date });
        }}
        error={isChecked && !isLater ? text.needsDate : undefined}
      />
    </FormDialog>
  );
};
