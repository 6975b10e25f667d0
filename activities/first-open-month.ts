import { addMonths, monthOf, type LocalDate, type Month } from "../contracts/dates.js";

/** What has come of the months so far. */
export type MonthsSoFar = {
  readonly today: LocalDate;
  /** The benefit month that is worked on, where that is known. */
  readonly worked?: Month | undefined;
  /** The last month that anything is decided for; undefined where nothing is. */
  readonly lastDecided?: Month | undefined;
};

/**
 * The first month that a new rule may hold from: one that has not begun by the calendar, that nothing is decided in and
 * that is not before the one worked on. A rule reaches forward only, and households are treated alike within a month.
 * Applications for a month come in before it begins: those that nobody has decided are then assessed again.
 */
export const firstOpenMonth = ({ today, worked, lastDecided }: MonthsSoFar): Month => {
  const notBegun = addMonths(monthOf(today), 1);
  return [
    notBegun,
    ...(worked === undefined ? [] : [worked]),
    ...(lastDecided === undefined ? [] : [addMonths(lastDecided, 1)]),
  ].reduce((latest, month) => (month > latest ? month : latest));
};
