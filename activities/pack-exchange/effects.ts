import type { Case } from "../../contracts/case.js";
import type { Role } from "../../contracts/codes/roles.js";
import { roleSchema } from "../../contracts/codes/roles.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess, mandateFor } from "../../rules/index.js";

/** A case that a change of rules is tried on: a scenario, or a line of a file. */
export type Subject = { readonly id: string; readonly case: Case };

/** How a case comes out under one overlay. */
export type Outcome = {
  readonly outcome: Assessed["outcome"];
  readonly reasons: Assessed["reasons"];
  readonly grantOre: number | null;
  readonly shortfallOre: number | null;
  /** Where the shortfall rests on a reading that is not chosen: the lowest and the highest it can be. */
  readonly rangeOre: readonly [number, number] | null;
  /** Roles that may grant the amount that was computed; empty where none is, or nobody may. */
  readonly mayGrant: readonly Role[];
};

/** A case that comes out otherwise. */
export type Effect = {
  readonly subject: string;
  readonly mine: Outcome;
  readonly theirs: Outcome;
  /** What need less means changes by, theirs less mine; null where it is not one figure on both sides. */
  readonly differenceOre: number | null;
  /** The least and the most it can change by, where a reading that is not chosen decides; null where nobody knows. */
  readonly differenceRangeOre: readonly [number, number] | null;
  /** Whether the case stops being prefilled, or becomes so. */
  readonly routing: "to-person" | "from-person" | "same";
};

const rangeOf = ({ variants }: Assessed): readonly [number, number] | null => {
  const figures = variants.flatMap(({ figure, amountOre }) =>
    figure === "shortfallOre" && amountOre !== null ? [amountOre] : [],
  );
  return figures.length === 0 ? null : [Math.min(...figures), Math.max(...figures)];
};

const outcomeUnder = (value: Case, packs: Packs): Outcome => {
  const assessed = assess(value, packs);
  const { outcome, reasons, grantOre, shortfallOre } = assessed;
  const { municipal } = packs;
  const mayGrant =
    grantOre === null || municipal === undefined
      ? []
      : roleSchema.options.filter(
          (role) =>
            mandateFor({ roles: [role], outcome: "granted", amountOre: grantOre, on: value.today }, municipal) !==
            undefined,
        );
  return { outcome, reasons, grantOre, shortfallOre, rangeOre: rangeOf(assessed), mayGrant };
};

const routingOf = (mine: Outcome, theirs: Outcome): Effect["routing"] => {
  const isOwn = mine.outcome === "prefilled";
  if (isOwn === (theirs.outcome === "prefilled")) return "same";
  return isOwn ? "to-person" : "from-person";
};

const spanOf = ({ shortfallOre, rangeOre }: Outcome): readonly [number, number] | null =>
  shortfallOre === null ? rangeOre : [shortfallOre, shortfallOre];

const differenceRange = (mine: Outcome, theirs: Outcome): readonly [number, number] | null => {
  const own = spanOf(mine);
  const other = spanOf(theirs);
  return own === null || other === null ? null : [other[0] - own[1], other[1] - own[0]];
};

const isSame = (one: Outcome, other: Outcome): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The outcome of every subject under the own overlay: worked out once, compared with many times. */
export const outcomesUnder = (subjects: readonly Subject[], packs: Packs): ReadonlyMap<string, Outcome> =>
  new Map(subjects.map(({ id, case: value }) => [id, outcomeUnder(value, packs)]));

/** The subjects that come out otherwise under other packs. */
export const effectsOf = (
  subjects: readonly Subject[],
  { own, packs }: { readonly own: ReadonlyMap<string, Outcome>; readonly packs: Packs },
): readonly Effect[] =>
  subjects.flatMap(({ id, case: value }): readonly Effect[] => {
    const mine = own.get(id);
    const theirs = outcomeUnder(value, packs);
    if (mine === undefined || isSame(mine, theirs)) return [];
    const isKnown = mine.shortfallOre !== null && theirs.shortfallOre !== null;
    return [
      {
        subject: id,
        mine,
        theirs,
        differenceOre: isKnown ? theirs.shortfallOre - mine.shortfallOre : null,
        differenceRangeOre: differenceRange(mine, theirs),
        routing: routingOf(mine, theirs),
      },
    ];
  });

/** Effects in sum: how many cases, in kronor, and how many more or fewer that a person has to look at. */
export type EffectTotals = {
  readonly cases: number;
  readonly changed: number;
  readonly differenceOre: number;
  /** Changed cases whose difference is not one figure. */
  readonly unknown: number;
  readonly toPerson: number;
  readonly fromPerson: number;
};

/** Sums effects up. */
export const totalsOf = (effects: readonly Effect[], cases: number): EffectTotals => ({
  cases,
  changed: effects.length,
  differenceOre: effects.reduce((sum, { differenceOre }) => sum + (differenceOre ?? 0), 0),
  unknown: effects.filter(({ differenceOre }) => differenceOre === null).length,
  toPerson: effects.filter(({ routing }) => routing === "to-person").length,
  fromPerson: effects.filter(({ routing }) => routing === "from-person").length,
});
