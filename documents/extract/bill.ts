import { addDays, isWithin, type LocalDate, type Month, type Period } from "../../contracts/dates.js";
import type { ReadField } from "../../contracts/document-reading.js";
import { parseAmountOre } from "./amount.js";
import { parseBankgiro, parseOcrNumber } from "./check-digit.js";
import { parseDate } from "./date.js";
import { fieldOf, fieldOfAll, type Extraction, type Standing } from "./field.js";
import { findLabelled, type AmountRow, type Found, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { asPeriod, findPeriods, periodFields } from "./period.js";
import { labels } from "./shared-labels.js";
import { partsOf, shareWords, standingOfTotal } from "./sum.js";

/** What is particular to one kind of bill. */
export type BillForm = {
  /** Name of the field for the person the bill is made out to, and the words that introduce that person. */
  readonly holderField: string;
  readonly holderLabels: readonly string[];
};

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

/** A bill falls due near what it is for: rent before the month, electricity after it. */
const daysBefore = 45;
const daysAfter = 62;

const dueDateStanding = (due: LocalDate, periods: readonly Found<Period | Month>[]): Standing => {
  const [period] = periods;
  if (period === undefined) return "plausible";
  const { from, to } = asPeriod(period.value);
  return isWithin(due, { from: addDays(from, -daysBefore), to: addDays(to, daysAfter) }) ? "plausible" : "contradicted";
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
  const periods = findPeriods(layout);
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
