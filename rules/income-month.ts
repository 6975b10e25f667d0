import type { Income } from "../contracts/case.js";
import { daysBetween, lastDayOf, firstDayOf, monthOf, type LocalDate, type Month } from "../contracts/dates.js";
import type { Row } from "./facts.js";
import type { Context } from "./provision.js";

/** How much of a payment belongs to the control month. */
export type IncomeShare = {
  /** 1 when all of it, 0 when none; undefined where what decides, the payment date or the period, is unknown. */
  readonly share: number | undefined;
  /** The period and the payment lie in different months, and one of them is the control month. */
  readonly differs: boolean;
  readonly isPeriodKnown: boolean;
};

const daysShared = (from: LocalDate, to: LocalDate, month: Month): number => {
  const first = from > firstDayOf(month) ? from : firstDayOf(month);
  const last = to < lastDayOf(month) ? to : lastDayOf(month);
  return first > last ? 0 : daysBetween(first, last) + 1;
};

/** The month or months a payment for parts of several months belongs to. */
const overMonths = (
  { from, to, paid }: { from: LocalDate; to: LocalDate; paid: Month },
  { calendar, reading }: Context,
): number => {
  const { controlMonth } = calendar;
  switch (reading("period-over-two-months")) {
    case "payment-month":
      return paid === controlMonth ? 1 : 0;
    case "period-start":
      return monthOf(from) === controlMonth ? 1 : 0;
    case "period-end":
      return monthOf(to) === controlMonth ? 1 : 0;
    case "split-by-days":
      return daysShared(from, to, controlMonth) / (daysBetween(from, to) + 1);
  }
};

/**
 * Which month a payment meets the need of. The main rule is that income received in a month meets the need of the next;
 * whether the payment date or the period decides is an open reading.
 */
export const incomeShare = (income: Row<Income>, context: Context): IncomeShare => {
  const { controlMonth } = context.calendar;
  const paidOn = income.get("paidOn");
  const from = income.get("from");
  const to = income.get("to");
  const isPeriodKnown = from !== undefined && to !== undefined;
  if (paidOn === undefined) return { share: undefined, differs: false, isPeriodKnown };
  const paid = monthOf(paidOn);
  if (!isPeriodKnown) {
    // A period that nobody has given says nothing of the month where it is the period that decides.
    const share = context.reading("income-month") === "period" ? undefined : paid === controlMonth ? 1 : 0;
    return { share, differs: false, isPeriodKnown };
  }
  const first = monthOf(from);
  const last = monthOf(to);
  const touches = paid === controlMonth || (first <= controlMonth && controlMonth <= last);
  if (!touches) return { share: 0, differs: false, isPeriodKnown };
  if (first === last) {
    if (first === paid) return { share: 1, differs: false, isPeriodKnown };
    const decides = context.reading("income-month") === "payment-date" ? paid : first;
    return { share: decides === controlMonth ? 1 : 0, differs: true, isPeriodKnown };
  }
  const isWithin = first <= paid && paid <= last;
  const share =
    isWithin || context.reading("income-month") === "period"
      ? overMonths({ from, to, paid }, context)
      : paid === controlMonth
        ? 1
        : 0;
  return { share, differs: !isWithin, isPeriodKnown };
};
