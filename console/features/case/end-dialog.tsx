import { useState } from "react";
import { z } from "zod";
import { closingKinds } from "../../../contracts/api/commands.js";
import { localDateSchema } from "../../../contracts/dates.js";
import { CheckField } from "../../components/check-field.js";
import { ChoiceField } from "../../components/choice-field.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { useDraft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";
import { MandateLine } from "../decide/mandate-line.js";
import { useEnd } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { useSending } from "./use-sending.js";
import { useToday } from "./use-today.js";

const text = sv.dialogs.end;
const kindSchema = z.enum(["withdrawn", "decided-elsewhere"]);
const formSchema = z.object({
  kind: kindSchema,
  explanation: z.string(),
  on: localDateSchema.optional(),
  reference: z.string().catch(""),
});
const options = kindSchema.options.map((value) => ({ value, label: closingKinds[value].title }));
const writtenOff = { outcome: "written-off", amountOre: 0 } as const;

/**
 * The case is written off: a decision of its own, with its ground, its mandate and the person's own declarations. What
 * is declared is never kept in a draft.
 */
export const EndDialog = ({ shown, onDone, onReadAnew }: DialogProps) => {
  const today = useToday();
  const draft = useDraft(formSchema, {
    caseId: shown.caseId,
    form: "end",
    start: { kind: "withdrawn", explanation: "", on: undefined, reference: "" },
  });
  const [wasTriedThere, setWasTriedThere] = useState(false);
  const [noConflict, setNoConflict] = useState(false);
  const sending = useSending(useEnd(shown.caseId), { draft, onSent: onDone });
  const { isChecked } = sending;
  if (shown.sequence === null) return null;
  const { sequence } = shown;
  const { value } = draft;
  const { kind, on } = value;
  const isElsewhere = kind === "decided-elsewhere";
  const [explanation, reference] = [value.explanation.trim(), value.reference.trim()];
  const isEnough = explanation.length >= 5;
  const isPast = on !== undefined && on <= today;
  const isNamed = reference.length >= 3;
  const submit = (): void => {
    sending.check();
    if (!isEnough || !isPast || !noConflict) return;
    const ending = { sequence, explanation, on, noConflictOfInterest: true };
    if (!isElsewhere) sending.send({ kind, ...ending });
    else if (isNamed && wasTriedThere) sending.send({ kind, ...ending, reference, triedThere: true });
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
      <ChoiceField
        label={text.kind}
        value={kind}
        onChange={(next) => {
          draft.set({ ...value, kind: kindSchema.parse(next) });
        }}
        options={options}
      />
      <Field
        label={text.explanation}
        help={text.explanationHelp}
        value={value.explanation}
        onChange={(next) => {
          draft.set({ ...value, explanation: next });
        }}
        rows={3}
        autoFocus
        error={isChecked && !isEnough ? text.needsText : undefined}
      />
      <DateInput
        label={isElsewhere ? text.decidedOn : text.withdrawnOn}
        value={on}
        onChange={(date) => {
          draft.set({ ...value, on: date });
        }}
        error={isChecked && !isPast ? text.needsDate : undefined}
      />
      {isElsewhere && (
        <>
          <Field
            label={text.reference}
            help={text.referenceHelp}
            value={value.reference}
            onChange={(next) => {
              draft.set({ ...value, reference: next });
            }}
            error={isChecked && !isNamed ? text.needsReference : undefined}
          />
          <CheckField
            label={text.triedThere}
            isSelected={wasTriedThere}
            onChange={setWasTriedThere}
            error={isChecked && !wasTriedThere ? text.needsTried : undefined}
          />
        </>
      )}
      <MandateLine caseId={shown.caseId} asked={writtenOff} />
      <CheckField
        label={sv.case.noConflict}
        isSelected={noConflict}
        onChange={setNoConflict}
        error={isChecked && !noConflict ? text.needsConflict : undefined}
      />
    </FormDialog>
  );
};
