import {
  addDays,
  firstDayOf,
  isWithin,
  lastDayOf,
  type LocalDate,
  type Month,
  type Period,
} from "../../contracts/dates.js";
import type { ReadField } from "../../contracts/document-reading.js";
import { parseAmountOre } from "./amount.js";
import { parseBankgiro, parseOcrNumber } from "./check-digit.js";
import { parseDate, parsePeriod } from "./date.js";
import { fieldOf, fieldOfAll, type Extraction, type Standing } from "./field.js";
import { agree, amountRows, findLabelled, folded, type AmountRow, type Found, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { labels } from "./shared-labels.js";

/** What is particular to one kind of bill. */
export type BillForm = {
  /** Name of the field for the person the bill is made out to, and the words that introduce that person. */
  readonly holderField: string;
  readonly holderLabels: readonly string[];
};

/** Rows that state a part or the whole of the sum again, and so are not themselves parts. */
const notAPart =
  /^(?:varav|moms|summa|totalt?|att betala|belopp|netto|saldo|ingaende|utgaende|forfall|ocr|bankgiro|forbrukning|sida|oss tillhanda|matarstallning)\b/;

const shareWords = (one: Found<unknown>, other: Found<unknown>): boolean =>
  one.words.some((word) => other.words.includes(word));

/** The total by its clear labels, with every other place that says the same; by the vague labels only where no clear one stands. */
const findTotals = (layout: Layout): Found<number>[] => {
  const clear = findLabelled(layout, { labels: labels.amountDue, parse: parseAmountOre });
  const vague = findLabelled(layout, { labels: labels.amountDueWeak, parse: parseAmountOre });
  if (clear.length === 0) return vague;
  return [
    ...clear,
    ...vague.filter((found) => found.value === clear[0]?.value && !clear.some((one) => shareWords(one, found))),
  ];
};

/** The rows of the specification: those that stand above the first place where the total does. */
const partsOf = (layout: Layout, totals: readonly Found<number>[]): AmountRow[] => {
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
const standingOfTotal = (totals: readonly Found<number>[], parts: readonly AmountRow[]): Standing => {
  if (!agree(totals)) return "contradicted";
  if (parts.length === 0) return totals.length > 1 ? "proved" : "plausible";
  const sum = parts.reduce((total, part) => total + part.amount.value, 0);
  return sum === totals[0]?.value ? "proved" : "contradicted";
};

const asPeriod = (value: Period | Month): Period =>
  typeof value === "string" ? { from: firstDayOf(value), to: lastDayOf(value) } : value;

/** A bill falls due near what it is for: rent before the month, electricity after it. */
const daysBefore = 45;
const daysAfter = 62;

const dueDateStanding = (due: LocalDate, periods: readonly Found<Period | Month>[]): Standing => {
  const [period] = periods;
  if (period === undefined) return "plausible";
  const { from, to } = asPeriod(period.value);
  return isWithin(due, { from: addDays(from, -daysBefore), to: addDays(to, daysAfter) }) ? "plausible" : "contradicted";
};

const wholeMonth = ({ from, to }: Period): Month | undefined => {
  const month = from.slice(0, 7) as Month;
  return from === firstDayOf(month) && to === lastDayOf(month) ? month : undefined;
};

const periodFields = (periods: readonly Found<Period | Month>[]): ReadField[] => {
  const [period] = periods;
  if (period === undefined) return [];
  const standing = agree(periods) ? "plausible" : "contradicted";
  const { from, to } = asPeriod(period.value);
  const month = wholeMonth({ from, to });
  if (month !== undefined) return [fieldOf("period", { ...period, value: month }, standing)];
  return [
    fieldOf("periodFrom", { ...period, value: from }, standing),
    fieldOf("periodTo", { ...period, value: to }, standing),
  ];
};

const rowFields = (rows: readonly AmountRow[], standing: Standing): ReadField[] =>
  rows.flatMap((row, index) => {
    const label = { value: row.label.slice(0, 300), words: row.amount.words, page: row.amount.page };
    return [
      fieldOf(`rows.${String(index)}.label`, label, standing),
      fieldOf(`rows.${String(index)}.amountOre`, row.amount, standing),
    ];
  });

/** What every bill states: for whom, for when, how much, by when, and where to pay. */
export const extractBill = (layout: Layout, form: BillForm): Extraction => {
  const totals = findTotals(layout);
  const parts = partsOf(layout, totals);
  const standing = standingOfTotal(totals, parts);
  const periods = findLabelled(layout, { labels: labels.period, parse: parsePeriod });
  const dueDates = findLabelled(layout, { labels: labels.dueDate, parse: parseDate });
  const due = dueDates[0];
  const fields = [
    ...fieldOfAll(form.holderField, findHolder(layout, form.holderLabels), "plausible"),
    ...periodFields(periods),
    ...fieldOfAll("amountDueOre", totals, standing),
    ...(due === undefined ? [] : fieldOfAll("dueDate", dueDates, dueDateStanding(due.value, periods))),
    ...fieldOfAll("ocrNumber", findLabelled(layout, { labels: labels.ocrNumber, parse: parseOcrNumber }), "proved"),
    ...fieldOfAll("bankgiro", findLabelled(layout, { labels: labels.bankgiro, parse: parseBankgiro }), "proved"),
    ...rowFields(parts, standing === "proved" ? "proved" : "contradicted"),
  ];
  return { fields, flags: totals.length > 0 && standing === "contradicted" ? ["sum-differs"] : [] };
};
