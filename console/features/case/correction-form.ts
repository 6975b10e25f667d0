import type { Correctable } from "../../../contracts/api/case-view.js";
import { costTypes } from "../../../contracts/codes/costs.js";
import { incomeTypes } from "../../../contracts/codes/incomes.js";
import { correctionSchema, type Correction } from "../../../contracts/correction.js";
import { formatKronor } from "../../../contracts/money.js";
import { sv } from "../../texts/sv.js";
import { parseKronor } from "../../components/parse-kronor.js";

type Option = { readonly value: string; readonly label: string };
/** How a new value is filled in, and what to say where it is not one. */
export type ValueInput =
  | { readonly kind: "amount" | "date"; readonly error: string }
  | { readonly kind: "choice"; readonly options: readonly Option[] };

const optionsOf = (table: Readonly<Record<string, { readonly title: string }>>): Option[] =>
  Object.entries(table).map(([value, { title }]) => ({ value, label: title }));

const proofs: readonly Option[] = [
  { value: "document", label: "Underlag finns" },
  { value: "standing", label: "Stående godkännande" },
  { value: "declared", label: "Uppgift från den sökande" },
  { value: "unreadable", label: "Underlaget går inte att läsa" },
  { value: "mismatch", label: "Underlaget stämmer inte" },
  { value: "none", label: "Underlag saknas" },
];

const assessments: readonly Option[] = [
  { value: "counts", label: "Räknas som inkomst" },
  { value: "does-not-count", label: "Räknas inte som inkomst" },
];

/** How a field is filled in. */
export const valueInput = (field: Correctable): ValueInput => {
  switch (field.field) {
    case "appliedOre":
    case "assessedOre":
    case "documentOre":
    case "netOre":
      return { kind: "amount", error: sv.dialogs.correct.notAnAmount };
    case "paidOn":
      return { kind: "date", error: sv.dialogs.correct.needsDate };
    case "proof":
      return { kind: "choice", options: proofs };
    case "costType":
      return { kind: "choice", options: optionsOf(costTypes) };
    case "incomeType":
      return { kind: "choice", options: optionsOf(incomeTypes) };
    case "assessed":
      return { kind: "choice", options: assessments };
  }
};

/** What the form starts with: the present value, or the first choice where there is none. */
export const draftOf = (field: Correctable): string => {
  const input = valueInput(field);
  if (typeof field.current === "number") return formatKronor(field.current);
  return field.current ?? (input.kind === "choice" ? (input.options[0]?.value ?? "") : "");
};

/** The present value as words. */
export const currentInWords = (field: Correctable): string => {
  if (field.current === null) return "–";
  if (typeof field.current === "number") return `${formatKronor(field.current)} ${sv.common.kr}`;
  const input = valueInput(field);
  const option = input.kind === "choice" ? input.options.find(({ value }) => value === field.current) : undefined;
  return option?.label ?? field.current;
};

/** The correction to send, or undefined where what is written is not a value of the field. */
export const toCorrection = (field: Correctable, draft: string): Correction | undefined => {
  const value = valueInput(field).kind === "amount" ? parseKronor(draft) : draft;
  const { target, lineId, field: name } = field;
  return correctionSchema.safeParse({ target, lineId, field: name, value }).data;
};
