import type { Cost } from "../contracts/case.js";
import { addDays, addMonths, daysBetween, firstDayOf, monthOf } from "../contracts/dates.js";
import type { Ore } from "../contracts/money.js";
import type { Row } from "./facts.js";
import type { Context } from "./provision.js";
import { isWholeKronor, roundOre } from "./rounding.js";

type Billed = NonNullable<Cost["billed"]>;

/** What a bill shows for the benefit month: an amount, or why it shows none. */
export type ShownForMonth =
  | { readonly kind: "amount"; readonly amountOre: Ore }
  | { readonly kind: "not-this-month"; readonly text: string }
  | { readonly kind: "unknown"; readonly what: string };

const longestMonth = 31;

/** In how many months the bill's time lies, where it begins and ends with a month; undefined where it does not. */
const wholeMonthsOf = ({ from, to }: Billed): number | undefined => {
  const [first, next] = [monthOf(from), monthOf(addDays(to, 1))];
  if (from !== firstDayOf(first) || addDays(to, 1) !== firstDayOf(next)) return undefined;
  let months = 1;
  while (addMonths(first, months) < next) months += 1;
  return months;
};

const dueInMonth = (documentOre: Ore, { billed, context }: { billed: Billed; context: Context }): ShownForMonth => {
  if (billed.dueOn === undefined) return { kind: "unknown", what: "vilken dag räkningen ska betalas" };
  if (monthOf(billed.dueOn) === context.calendar.month) return { kind: "amount", amountOre: documentOre };
  return { kind: "not-this-month", text: `Räkningen ska betalas ${billed.dueOn}, som inte är i månaden.` };
};

const spreadOverMonths = (
  documentOre: Ore,
  { billed, context }: { billed: Billed; context: Context },
): ShownForMonth => {
  const { month } = context.calendar;
  const months = wholeMonthsOf(billed);
  if (months === undefined) return { kind: "unknown", what: "hur många månader räkningen fördelas på" };
  if (month < monthOf(billed.from) || month > monthOf(billed.to))
    return {
      kind: "not-this-month",
      text: `Räkningen gäller ${billed.from}–${billed.to}, och månaden är inte bland dem.`,
    };
  const exactOre = documentOre / months;
  return {
    kind: "amount",
    amountOre: isWholeKronor(exactOre) ? exactOre : roundOre(exactOre, context.reading("round-cost")),
  };
};

const isSame = (one: ShownForMonth, other: ShownForMonth): boolean =>
  one.kind === "amount" && other.kind === "amount" && one.amountOre === other.amountOre;

/**
 * What the document of a cost shows for the benefit month, in öre. A bill for one month shows its amount. How one for
 * several months is divided the law does not say (the open reading `shared-invoice`): all of it in the month it is to be
 * paid, or an equal part in each month that it is for. A month that it is not for shows nothing, which is a question.
 */
export const shownForMonth = (
  documentOre: Ore,
  { cost, context }: { readonly cost: Row<Cost>; readonly context: Context },
): ShownForMonth => {
  const billed = cost.get("billed");
  if (billed === undefined || daysBetween(billed.from, billed.to) < longestMonth)
    return { kind: "amount", amountOre: documentOre };
  const due = dueInMonth(documentOre, { billed, context });
  const spread = spreadOverMonths(documentOre, { billed, context });
  switch (context.reading("shared-invoice", !isSame(due, spread))) {
    case "month-due":
      return due;
    case "spread":
      return spread;
  }
};
