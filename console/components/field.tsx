import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  /** What is wrong, in words; absent where nothing is. */
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly inputMode?: "text" | "decimal";
  readonly autoFocus?: boolean;
};

/** A labelled text field with help and error, tied together for screen readers. */
export const Field = ({ label, value, onChange, help, error, rows, inputMode, autoFocus = false }: Props) => (
  <TextField className="field" value={value} onChange={onChange} isInvalid={error !== undefined} autoFocus={autoFocus}>
    <Label>{label}</Label>
    {help === undefined ? null : <Text slot="description">{help}</Text>}
    {rows === undefined ? (
      <Input {...(inputMode === undefined ? {} : { inputMode })} autoComplete="off" />
    ) : (
      <TextArea rows={rows} />
    )}
    <FieldError>{error}</FieldError>
  </TextField>
);
