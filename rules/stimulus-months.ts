import { addMonths, month, type Month } from "../contracts/dates.js";

/** What a month of the history means for the run of six. */
export type MonthOfAid = { readonly month: Month; readonly counts: boolean };

/** Months in a row with income support before the disregard applies (12 kap. 8 § SoL). */
const qualifyingMonths = 6;
/** How many months it applies, breaks or not (12 kap. 8 § SoL). */
export const monthsOfRight = 24;

/** The first month of the rule (4 kap. 1 b § SoL (2001:453), in force 1 July 2013). */
const firstMonthOfRule = month("2013-07");

/** Whether months before the rule are part of the six is not said in any source that has been read. */
export const withoutMonthsBeforeRule = (months: readonly MonthOfAid[]): readonly MonthOfAid[] =>
  months.filter((each) => each.month >= firstMonthOfRule);

/** A span in which a quarter of the pay is disregarded. */
export type StimulusPeriod = { readonly from: Month; readonly to: Month };

/**
 * The periods with a right to the disregard, from the months with income support. Six months in a row give a right of
 * two years from the month after; breaks inside the two years do not end it. After them six new months are needed.
 */
export const stimulusPeriods = (months: readonly MonthOfAid[]): readonly StimulusPeriod[] => {
  const counted = [...new Set(months.filter(({ counts }) => counts).map(({ month }) => month))].toSorted();
  const periods: StimulusPeriod[] = [];
  let run = 0;
  let next: Month | undefined;
  for (const granted of counted) {
    const running = periods.at(-1);
    if (running !== undefined && granted <= running.to) continue;
    run = granted === next ? run + 1 : 1;
    next = addMonths(granted, 1);
    if (run < qualifyingMonths) continue;
    periods.push({ from: next, to: addMonths(granted, monthsOfRight) });
    run = 0;
    next = undefined;
  }
  return periods;
};

/** Whether a month lies in a period with the right. */
export const hasStimulusIn = (month: Month, periods: readonly StimulusPeriod[]): boolean =>
  periods.some(({ from, to }) => from <= month && month <= to);

/** Which month of its two years a month is, from 1; undefined outside them. */
export const stimulusMonthOf = (month: Month, periods: readonly StimulusPeriod[]): number | undefined => {
  const period = periods.find(({ from, to }) => from <= month && month <= to);
  if (period === undefined) return undefined;
  return Array.from({ length: monthsOfRight }, (_, index) => addMonths(period.from, index)).indexOf(month) + 1;
};
