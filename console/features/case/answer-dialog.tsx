import { z } from "zod";
import type { Correspondence } from "../../../contracts/api/case-view.js";
import { localDateSchema } from "../../../contracts/dates.js";
import { CheckField } from "../../components/check-field.js";
import { ChoiceField } from "../../components/choice-field.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { useAnswer } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";
import { useToday } from "./use-today.js";

const text = sv.dialogs.answer;
const formSchema = z.object({
  text: z.string(),
  how: z.enum(["orally", "inWriting"]),
  answeredOn: localDateSchema.optional(),
  byAll: z.boolean().catch(false),
});

/** What the applicant answered, also by word of mouth, and on what day. */
export const AnswerDialog = ({ shown, to, onDone, onReadAnew }: DialogProps & { readonly to: Correspondence }) => {
  const today = useToday();
  const draft = useDraft(formSchema, {
    caseId: shown.caseId,
    form: `answer ${to.id}`,
    start: { text: "", how: "orally", answeredOn: today, byAll: false },
  });
  const sending = useSending(useAnswer(shown.caseId, to.id), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const { value } = draft;
  const isEnough = value.text.trim().length >= 2;
  const { answeredOn } = value;
  const isPast = answeredOn !== undefined && answeredOn <= today;
  const submit = (): void => {
    sending.check();
    if (!isEnough || !isPast) return;
    sending.send({
      sequence,
      text: value.text.trim(),
      orally: value.how === "orally",
      answeredOn,
      ...(value.byAll && { byAll: true }),
    });
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
      <blockquote className="provision">
        <h3>{text.asked}</h3>
        <p className="own-lines">{to.items.length === 0 ? to.text : to.items.join("\n")}</p>
      </blockquote>
      <Field
        label={text.text}
        value={value.text}
        onChange={(next) => {
          draft.set({ ...value, text: next });
        }}
        rows={4}
        autoFocus
        error={isChecked && !isEnough ? text.needsText : undefined}
      />
      <ChoiceField
        label={text.how}
        value={value.how}
        onChange={(how) => {
          draft.set({ ...value, how: how === "inWriting" ? "inWriting" : "orally" });
        }}
        options={[
          { value: "orally", label: text.orally },
          { value: "inWriting", label: text.inWriting },
        ]}
      />
      <DateInput
        label={text.answeredOn}
        value={answeredOn}
        onChange={(date) => {
          draft.set({ ...value, answeredOn: date });
        }}
        error={isChecked && !isPast ? text.needsDate : undefined}
      />
      {shown.persons.filter(({ role }) => !role.startsWith(text.child)).length === 1 ? null : (
        <CheckField
          label={text.byAll}
          isSelected={value.byAll}
          onChange={(byAll) => {
            draft.set({ ...value, byAll });
          }}
        />
      )}
    </FormDialog>
  );
};
