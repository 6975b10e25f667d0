import { addDays, firstDayOf, isWeekend, type LocalDate, type Month } from "../../contracts/dates.js";

/** The last weekday before the month: rent is due then, and the household should have its money. */
export const answerDueFor = (month: Month): LocalDate => {
  let date = addDays(firstDayOf(month), -1);
  while (isWeekend(date)) date = addDays(date, -1);
  return date;
};
