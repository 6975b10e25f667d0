import { dateInWords, localDateSchema } from "../../../contracts/dates.js";
import { sv } from "../../texts/sv.js";
import type { CellView } from "./edit/table-spec.js";

const text = sv.workshop.edit;

/** What a cell says, with its unit, in words. Undefined: no rule says anything. */
export const inWords = (
  { entry, mayBeEmpty }: Pick<CellView, "entry" | "mayBeEmpty">,
  value: string | undefined,
): string => {
  if (value === undefined) return text.absent;
  if (value.trim() === "") return mayBeEmpty ? text.none : text.unset;
  switch (entry.kind) {
    case "kronor":
      return `${value} ${sv.common.kr}`;
    case "count":
      return `${value} ${entry.unit}`;
    case "text":
      return value;
    case "date": {
      const day = localDateSchema.safeParse(value);
      return day.success ? dateInWords(day.data) : value;
    }
    case "choice":
      return entry.options.find((option) => option.value === value)?.label ?? value;
  }
};
