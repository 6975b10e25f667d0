import type { Case } from "../../contracts/case.js";
import type { RehearsalView } from "../../contracts/api/workshop-rehearsal.js";
import type { LocalDate } from "../../contracts/dates.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { assess, mandateFor } from "../../rules/index.js";
import { householdInWords, type StoredHousehold } from "./stored-households.js";

/** One household's month, with the rules in force and with the draft. */
export type Rehearsed<T extends { readonly input: Case } = StoredHousehold> = {
  readonly stored: T;
  readonly before: Assessed;
  readonly after: Assessed;
  /** What the month comes to; null where the calculation does not say. */
  readonly beforeOre: Ore | null;
  readonly afterOre: Ore | null;
  readonly diffOre: Ore;
  readonly letterDiffers: boolean;
  readonly mandateDiffers: boolean;
  readonly children: number;
};

type Figured = Rehearsed<{ readonly input: Case }>;

/** The rules a rehearsal compares, and the day mandates are read on. */
export type Compared = { readonly before: Packs; readonly after: Packs; readonly on: LocalDate };

/** Works a household's month out twice: with the rules in force, and with the draft among them. Pure. */
export const rehearseOne = <T extends { readonly input: Case }>(
  stored: T,
  { before, after, on }: Compared,
): Rehearsed<T> => {
  const [was, becomes] = [assess(stored.input, before), assess(stored.input, after)];
  const [beforeOre, afterOre] = [figureOf(was), figureOf(becomes)];
  const mandate = (figure: Ore | null, packs: Packs): string | undefined =>
    figure === null || packs.municipal === undefined
      ? undefined
      : mandateFor(
          { roles: ["caseworker", "team-lead"], outcome: figure > 0 ? "granted" : "refused", amountOre: figure, on },
          packs.municipal,
        )?.item;
  return {
    stored,
    before: was,
    after: becomes,
    beforeOre,
    afterOre,
    diffOre: beforeOre === null || afterOre === null ? 0 : afterOre - beforeOre,
    letterDiffers: toldOf(was) !== toldOf(becomes),
    mandateDiffers: mandate(beforeOre, before) !== mandate(afterOre, after),
    children: stored.input.household.members.filter(({ role }) => role === "child" || role === "visiting-child").length,
  };
};

/** What the calculation comes to: the grant where it is prefilled, else what is lacking. A surplus is nothing to grant. */
const figureOf = ({ grantOre, shortfallOre }: Assessed): Ore | null =>
  grantOre ?? (shortfallOre === null ? null : Math.max(0, shortfallOre));

const toldOf = ({ outcome, grantOre, lines }: Assessed): string =>
  canonicalJson([outcome, grantOre, lines.map(({ text, amountOre, basis }) => [text, amountOre, basis])]);

/** Whether anything is otherwise for the household: the figure, or who works it out. */
export const isAffected = ({ diffOre, before, after, beforeOre, afterOre }: Figured): boolean =>
  diffOre !== 0 || before.outcome !== after.outcome || (beforeOre === null) !== (afterOre === null);

/** The figures of a rehearsal, without anything that points at a household. */
export type RehearsalFigures = Omit<RehearsalView, "fresh" | "hash" | "ranAt" | "months" | "unreadable" | "durationMs">;

/** Sums a rehearsal up, in all and for each kind of household. Pure. */
export const rehearsalFigures = (all: readonly Figured[]): RehearsalFigures => {
  const kinds = [...new Set(all.map(({ stored }) => householdInWords(stored.input)))].toSorted(
    new Intl.Collator("sv").compare,
  );
  const referred = ({ outcome }: Assessed): boolean => outcome === "referred";
  const count = (holds: (one: Figured) => boolean): number => all.filter(holds).length;
  const { assessed, affected, more, less, sumOre: sum, medianOre, letters, mandates } = groupOf("Alla", all);
  const childrenOf = (some: readonly Figured[]): number => some.reduce((total, { children }) => total + children, 0);
  const touched = childrenOf(all.filter(isAffected));
  const worseOff = childrenOf(all.filter(({ diffOre }) => diffOre < 0));
  return {
    assessed,
    affected,
    more,
    less,
    sumOre: sum,
    medianOre,
    letters,
    mandates,
    noLongerReferred: count(({ before, after }) => referred(before) && !referred(after)),
    newlyReferred: count(({ before, after }) => !referred(before) && referred(after)),
    newlyRefused: count(({ beforeOre, afterOre }) => beforeOre !== null && beforeOre > 0 && afterOre === 0),
    noLongerRefused: count(({ beforeOre, afterOre }) => beforeOre === 0 && afterOre !== null && afterOre > 0),
    children: { affected: touched, worseOff, text: childrenInWords(touched, worseOff) },
    bars: barsOf(all.map(({ diffOre }) => diffOre).filter((diff) => diff !== 0)),
    groups: kinds.map((kind) =>
      groupOf(
        kind,
        all.filter(({ stored }) => householdInWords(stored.input) === kind),
      ),
    ),
  };
};

const groupOf = (title: string, some: readonly Figured[]): RehearsalView["groups"][number] => {
  const differences = some.map(({ diffOre }) => diffOre).filter((diff) => diff !== 0);
  return {
    title,
    assessed: some.length,
    affected: some.filter(isAffected).length,
    more: differences.filter((diff) => diff > 0).length,
    less: differences.filter((diff) => diff < 0).length,
    medianOre: medianOf(differences),
    sumOre: sumOre(differences),
    letters: some.filter(({ letterDiffers }) => letterDiffers).length,
    mandates: some.filter(({ mandateDiffers }) => mandateDiffers).length,
  };
};

/** The middle figure; of two in the middle, the one that is nearer nothing. Null where there is none. */
const medianOf = (figures: readonly Ore[]): Ore | null => {
  const sorted = figures.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) return null;
  return Math.abs(low) <= Math.abs(high) ? low : high;
};

/** SoL 3 kap.: what a change means for children is said in words, also where it is nothing. */
const childrenInWords = (touched: number, worseOff: number): string => {
  if (touched === 0) return "Inga barn bor i hushåll som berörs.";
  const who = `${String(touched)} barn bor i hushåll som berörs.`;
  return worseOff === 0
    ? `${who} Inget barn får ett sämre läge.`
    : `${who} För ${String(worseOff)} barn får hushållet mindre.`;
};

/** Upper bounds of the bars, in kronor. */
const bounds = [100, 200, 300, 500, 1000] as const;

const barsOf = (differences: readonly Ore[]): RehearsalView["bars"] => {
  const counts = new Map<string, number>();
  for (const sign of [-1, 1]) for (const [at] of [...bounds, Infinity].entries()) counts.set(barTitle(sign, at), 0);
  for (const diff of differences) {
    const kronor = Math.ceil(Math.abs(diff) / 100);
    const found = bounds.findIndex((bound) => kronor <= bound);
    const title = barTitle(Math.sign(diff), found < 0 ? bounds.length : found);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].flatMap(([title, count]) => (count === 0 ? [] : [{ title, count }]));
};

const barTitle = (sign: number, at: number): string => {
  const mark = sign < 0 ? "\u2212" : "+";
  const from = at === 0 ? 1 : (bounds[at - 1] ?? 0) + 1;
  const to = bounds[at];
  return to === undefined ? `${mark}mer än ${String(from - 1)}` : `${mark}${String(from)}–${String(to)}`;
};
