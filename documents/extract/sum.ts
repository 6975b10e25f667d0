import { parseAmountOre } from "./amount.js";
import type { Standing } from "./field.js";
import { agree, amountRows, folded, type AmountRow, type Found, type Layout } from "./find.js";

/** Rows that state a part or the whole of the sum again, and so are not themselves parts. */
const notAPart =
  /^(?:varav|moms|summa|totalt?|att betala|belopp|netto|saldo|ingaende|utgaende|forfall|ocr|bankgiro|forbrukning|sida|oss tillhanda|matarstallning)\b/;

/** Whether two findings rest on the same printed words. */
export const shareWords = (one: Found<unknown>, other: Found<unknown>): boolean =>
  one.words.some((word) => other.words.includes(word));

/** The rows of the specification: those that stand above the first place where the total does. */
export const partsOf = (layout: Layout, totals: readonly Found<number>[]): AmountRow[] => {
  const rows = amountRows(layout, parseAmountOre);
  const end = layout.lines.findIndex((line) =>
    line.cells.some((cell) => totals.some((total) => cell.words.some((word) => total.words.includes(word)))),
  );
  return rows.filter(
    (row) =>
      row.lineIndex < end &&
      !notAPart.test(folded(row.label)) &&
      !totals.some((total) => shareWords(row.amount, total)),
  );
};

/** A sum that adds up, or is printed in two places, proves itself; one that does not add up is contradicted. */
export const standingOfTotal = (totals: readonly Found<number>[], parts: readonly AmountRow[]): Standing => {
  if (!agree(totals)) return "contradicted";
  if (parts.length === 0) return totals.length > 1 ? "proved" : "plausible";
  const sum = parts.reduce((total, part) => total + part.amount.value, 0);
  return sum === totals[0]?.value ? "proved" : "contradicted";
};
