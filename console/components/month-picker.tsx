import { monthNames, monthSchema, type Month } from "../../contracts/dates.js";
import { ChoiceField } from "./choice-field.js";

type Props = {
  readonly labels: { readonly year: string; readonly month: string };
  /** Undefined where none is chosen; only possible with `none`. */
  readonly value: Month | undefined;
  readonly range: { readonly first: Month; readonly last: Month };
  readonly onChange: (value: Month | undefined) => void;
  /** The words for choosing no month at all; absent where one must be chosen. */
  readonly none?: string;
};

const yearsOf = ({ first, last }: Props["range"]): string[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, index) => String(to - index));
};

/** The month nearest to the one that is wanted which there is something for. */
const within = (wanted: string, { first, last }: Props["range"]): Month => {
  const value = monthSchema.parse(wanted);
  if (value < first) return first;
  return value > last ? last : value;
};

/** A month as a year and a month: two short lists that the keyboard reaches at once. */
export const MonthPicker = ({ labels, value, range, onChange, none }: Props) => {
  const year = value?.slice(0, 4) ?? "";
  return (
    <>
      <ChoiceField
        label={labels.year}
        value={year}
        onChange={(chosen) => {
          onChange(chosen === "" ? undefined : within(`${chosen}-${value?.slice(5) ?? range.last.slice(5)}`, range));
        }}
        options={[
          ...(none === undefined ? [] : [{ value: "", label: none }]),
          ...yearsOf(range).map((one) => ({ value: one, label: one })),
        ]}
      />
      {value === undefined ? null : (
        <ChoiceField
          label={labels.month}
          value={value.slice(5)}
          onChange={(chosen) => {
            onChange(within(`${year}-${chosen}`, range));
          }}
          options={monthNames.map((name, index) => ({ value: String(index + 1).padStart(2, "0"), label: name }))}
        />
      )}
    </>
  );
};
