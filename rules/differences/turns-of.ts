import { firstDayOf, localDateSchema, monthSchema, type LocalDate } from "../../contracts/dates.js";
import type { PackDifference } from "../../contracts/pack-difference.js";

/** Whether a difference changes a rule: that the same is read elsewhere, or looked at again another day, does not. */
export const changesRule = ({ field }: PackDifference): boolean => field !== "source" && field !== "reviewBy";

/**
 * The days on which two packs begin to say different things, in order and each once: what holds by month turns on its
 * first day.
 */
export const turnsOf = (differences: readonly PackDifference[]): readonly LocalDate[] =>
  [...new Set(differences.filter(changesRule).map(({ from }) => dayOf(from)))].toSorted();

const dayOf = (from: string): LocalDate => {
  const day = localDateSchema.safeParse(from);
  return day.success ? day.data : firstDayOf(monthSchema.parse(from));
};
