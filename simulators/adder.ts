import type { Household } from "./households/household.js";

/**
 * Adds up a household of the sample month by itself, so that an error in the rulebook and one in a household file
 * cannot hide each other. Amounts in kronor from socialtjänstförordningen (2025:468) 12 kap. 2 and 3 §§, read in the ordinance.
 */
const personal2025 = { single: 3910, couple: 7050 } as const;
/** Upper age of each band, the full amount, and the amount without lunch five days a week (to six years only). */
const children2025 = [
  { to: 0, full: 2720, withoutLunch: 2540 },
  { to: 2, full: 3030, withoutLunch: 2780 },
  { to: 3, full: 2700, withoutLunch: 2480 },
  { to: 6, full: 3030, withoutLunch: 2700 },
  { to: 10, full: 3790, withoutLunch: 3790 },
  { to: 14, full: 4350, withoutLunch: 4350 },
  { to: 18, full: 4920, withoutLunch: 4920 },
  { to: 20, full: 4960, withoutLunch: 4960 },
] as const;
const common2025 = [1270, 1400, 1770, 2010, 2310, 2620, 2810] as const;

const commonOf = (members: number): number => {
  const kronor = common2025[members - 1];
  if (kronor === undefined) throw new Error(`No common cost for ${String(members)} members in the sample month.`);
  return kronor;
};

const childOf = ({ age, lunchAway }: { age: number; lunchAway: boolean }): number => {
  const band = children2025.find(({ to }) => age <= to);
  if (band === undefined) throw new Error(`No norm for a child of ${String(age)}.`);
  return lunchAway ? band.withoutLunch : band.full;
};

/** The figure after the arrow, in öre: need less counted incomes. Negative for a surplus. */
export const addUp = (given: NonNullable<Household["arithmetic"]>): number => {
  const adults = given.adults === "single" ? 1 : 2;
  const children = given.children.reduce((total, child) => total + childOf(child), 0);
  const common =
    given.sharedBy === undefined
      ? commonOf(adults + given.children.length)
      : Math.round(commonOf(given.sharedBy) / given.sharedBy);
  const norm = personal2025[given.adults] + children + common;
  return norm * 100 + given.costsOre - given.countedIncomeOre;
};
