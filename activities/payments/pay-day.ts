import { addDays, isWeekend, type LocalDate } from "../../contracts/dates.js";
import { minuteOn, type LocalMinute } from "../../contracts/payments.js";
import type { PaymentCutOff } from "../../contracts/rule-pack.js";

/** A day of payment, and the last minute before its file leaves. */
export type PayDay = { readonly payOn: LocalDate; readonly cutOff: LocalMinute };

/** The weekday after or before a date. Bank holidays are not known here: the bank pays on its next day. */
const nextWeekday = (date: LocalDate, step: 1 | -1 = 1): LocalDate => {
  let next = addDays(date, step);
  while (isWeekend(next)) next = addDays(next, step);
  return next;
};

/** When the file for a day of payment leaves. */
export const cutOffFor = (
  payOn: LocalDate,
  { weekdaysBefore, at }: Pick<PaymentCutOff, "weekdaysBefore" | "at">,
): LocalMinute => {
  let date = payOn;
  for (let left = weekdaysBefore; left > 0; left -= 1) date = nextWeekday(date, -1);
  return minuteOn(date, at);
};

/** The first day of payment, from the one that is wished for, whose file has not left. */
export const payDayFrom = (
  wished: LocalDate,
  { now, rule }: { readonly now: LocalMinute; readonly rule: Pick<PaymentCutOff, "weekdaysBefore" | "at"> },
): PayDay => {
  let payOn = isWeekend(wished) ? nextWeekday(wished) : wished;
  while (cutOffFor(payOn, rule) <= now) payOn = nextWeekday(payOn);
  return { payOn, cutOff: cutOffFor(payOn, rule) };
};
