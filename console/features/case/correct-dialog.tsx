import { useState } from "react";
import type { Correctable } from "../../../contracts/api/case-view.js";
import { localDateSchema } from "../../../contracts/dates.js";
import { evidenceIdSchema } from "../../../contracts/ids.js";
import { ChoiceField } from "../../components/choice-field.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { sv } from "../../texts/sv.js";
import { useCorrect } from "./case-commands.js";
import type { DialogProps } from "./case-dialog.js";
import { currentInWords, draftOf, toCorrection, valueInput, type ValueInput } from "./correction-form.js";

type Props = DialogProps & { readonly start: Correctable | undefined };

const text = sv.dialogs.correct;
const nothing = "";
const keyOf = (field: Correctable): string => `${field.target} ${field.lineId} ${field.field}`;

type NewValueProps = {
  readonly input: ValueInput;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isWrong: boolean;
};

const NewValue = ({ input, value, onChange, isWrong }: NewValueProps) => {
  switch (input.kind) {
    case "choice":
      return <ChoiceField label={text.value} value={value} onChange={onChange} options={input.options} />;
    case "date":
      return (
        <DateInput
          label={text.value}
          value={localDateSchema.safeParse(value).data}
          onChange={(date) => {
            onChange(date ?? "");
          }}
          error={isWrong ? input.error : undefined}
        />
      );
    case "amount":
      return (
        <Field
          label={text.value}
          help={text.kronorHelp}
          value={value}
          onChange={onChange}
          inputMode="decimal"
          autoFocus
          error={isWrong ? input.error : undefined}
        />
      );
  }
};

/** A fact is corrected with a reason; the calculation is made again from it. */
export const CorrectDialog = ({ shown, start, onDone, onReadAnew }: Props) => {
  const fields = shown.calculation.flatMap(({ correctable }) => correctable);
  const [field, setField] = useState(start ?? fields[0]);
  const [value, setValue] = useState(() => (field === undefined ? "" : draftOf(field)));
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<string>(nothing);
  const [isChecked, setIsChecked] = useState(false);
  const correct = useCorrect(shown.caseId);
  if (field === undefined || shown.sequence === null) return null;

  const { sequence } = shown;
  const correction = toCorrection(field, value);
  const hasReason = reason.trim().length >= 5;
  const submit = (): void => {
    setIsChecked(true);
    if (correction === undefined || !hasReason) return;
    const rests = evidence === nothing ? {} : { evidenceId: evidenceIdSchema.parse(evidence) };
    correct.mutate({ sequence, correction, reason: reason.trim(), ...rests }, { onSuccess: onDone });
  };
  const choose = (key: string): void => {
    const chosen = fields.find((one) => keyOf(one) === key);
    if (chosen === undefined) return;
    setField(chosen);
    setValue(draftOf(chosen));
  };
  const input = valueInput(field);

  return (
    <FormDialog
      title={text.title}
      intro={text.intro}
      send={text.send}
      isSending={correct.isPending}
      error={correct.error}
      onSend={submit}
      onClose={onDone}
      onReadAnew={onReadAnew}
    >
      <ChoiceField
        label={text.field}
        value={keyOf(field)}
        onChange={choose}
        options={fields.map((one) => ({ value: keyOf(one), label: one.label }))}
      />
      <p>
        {text.now}: <strong>{currentInWords(field)}</strong>
      </p>
      <NewValue input={input} value={value} onChange={setValue} isWrong={isChecked && correction === undefined} />
      <Field
        label={text.reason}
        help={text.reasonHelp}
        value={reason}
        onChange={setReason}
        rows={3}
        error={isChecked && !hasReason ? text.needsReason : undefined}
      />
      <ChoiceField
        label={text.evidence}
        value={evidence}
        onChange={setEvidence}
        options={[
          { value: nothing, label: text.noEvidence },
          ...shown.evidence.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
    </FormDialog>
  );
};
