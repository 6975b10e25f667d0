import { firstDayOf, localDateSchema, monthSchema, type LocalDate } from "../../contracts/dates.js";
import type { PackDifference } from "../../contracts/pack-difference.js";

/**
 * The days on which two packs begin to say different things, in order and each once: what holds by month turns on its
 * first day. That the same is read elsewhere turns nothing.
 */
export const turnsOf = (differences: readonly PackDifference[]): readonly LocalDate[] =>
  [...new Set(differences.filter(({ field }) => field !== "source").map(({ from }) => dayOf(from)))].toSorted();

const dayOf = (from: string): LocalDate => {
  const day = localDateSchema.safeParse(from);
  return day.success ? day.data : firstDayOf(monthSchema.parse(from));
};
