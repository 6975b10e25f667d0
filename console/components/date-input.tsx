import { parseDate } from "@internationalized/date";
import { DateField, DateInput as Segments, DateSegment, FieldError, Label } from "react-aria-components";
import { localDateSchema, type LocalDate } from "../../contracts/dates.js";

type Props = {
  readonly label: string;
  /** Undefined while the date is not whole. */
  readonly value: LocalDate | undefined;
  readonly onChange: (value: LocalDate | undefined) => void;
  readonly error?: string | undefined;
};

/** A date in Swedish order whatever the browser's own language is, part by part from the keyboard. */
export const DateInput = ({ label, value, onChange, error }: Props) => (
  <DateField
    className="field"
    granularity="day"
    shouldForceLeadingZeros
    value={value === undefined ? null : parseDate(value)}
    onChange={(date) => {
      onChange(date === null ? undefined : localDateSchema.safeParse(date.toString()).data);
    }}
    isInvalid={error !== undefined}
  >
    <Label>{label}</Label>
    <Segments className="segments">{(segment) => <DateSegment segment={segment} className="segment" />}</Segments>
    <FieldError>{error}</FieldError>
  </DateField>
);
