import { addDays, isWeekend, type LocalDate } from "./dates.js";

/**
 * The day a decision is paid: the day the household should have its answer, or the first weekday after the decision
 * where that day has passed. Bank holidays are left to the bank, which pays on its next day.
 */
export const paymentDate = (decidedOn: LocalDate, answerDue: LocalDate | null): LocalDate => {
  if (answerDue !== null && answerDue > decidedOn) return answerDue;
  let date = addDays(decidedOn, 1);
  while (isWeekend(date)) date = addDays(date, 1);
  return date;
};
