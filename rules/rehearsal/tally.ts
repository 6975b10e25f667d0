import type { Ore } from "../../contracts/money.js";
import type { RehearsalEffect, RehearsalGroup, Tally } from "../../contracts/rehearsal.js";

/** What is counted of a case that was worked out twice. `differenceOre` is null where an amount is not known. */
export type Counted = {
  readonly household: string;
  readonly children: number;
  readonly differenceOre: Ore | null;
  readonly effects: readonly RehearsalEffect[];
};

/** Counts cases, their households and children, and sums what differs. */
export const tallyOf = (cases: readonly Pick<Counted, "household" | "children" | "differenceOre">[]): Tally => {
  const households = new Set<string>();
  let children = 0;
  let differenceOre = 0;
  for (const one of cases) {
    households.add(one.household);
    children += one.children;
    differenceOre += one.differenceOre ?? 0;
  }
  return { cases: cases.length, households: households.size, children, differenceOre };
};

/** The middle figure; of two in the middle the one nearer zero, so that no amount is made up. Null where there is none. */
export const medianOf = (figures: readonly Ore[]): Ore | null => {
  const sorted = figures.toSorted((one, other) => one - other);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) return null;
  return Math.abs(low) <= Math.abs(high) ? low : high;
};

/** The differences that are known and not zero. */
export const differencesOf = (cases: readonly Counted[]): readonly Ore[] =>
  cases.flatMap(({ differenceOre }) => (differenceOre === null || differenceOre === 0 ? [] : [differenceOre]));

/** Everything that is told of a group of cases. */
export const groupOf = (cases: readonly Counted[]): RehearsalGroup => {
  const changed = cases.filter(({ effects }) => effects.length > 0);
  const having = (effect: RehearsalEffect): Tally => tallyOf(changed.filter(({ effects }) => effects.includes(effect)));
  return {
    all: tallyOf(cases),
    changed: tallyOf(changed),
    effects: {
      more: having("more"),
      less: having("less"),
      "newly-prefilled": having("newly-prefilled"),
      "newly-routed": having("newly-routed"),
      "newly-without-right": having("newly-without-right"),
      "newly-with-right": having("newly-with-right"),
      "amount-lost": having("amount-lost"),
      "amount-found": having("amount-found"),
      "reasons-differ": having("reasons-differ"),
      "mandate-differs": having("mandate-differs"),
      "letter-differs": having("letter-differs"),
    },
    medianOre: medianOf(differencesOf(changed)),
  };
};
