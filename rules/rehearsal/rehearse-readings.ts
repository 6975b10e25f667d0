import { optionsOf, type ReadingKey } from "../../contracts/codes/open-readings.js";
import type { Ore } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { ReadingRehearsal } from "../../contracts/rehearsal.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assessWith } from "../assess.js";
import { withChoice } from "../open-readings.js";
import { parametersFor } from "../parameters.js";
import { householdOf, peopleOf, type ReadableCase, type RehearsalCase } from "./rehearsal-case.js";
import { tallyOf } from "./tally.js";
import { atOnce, workThrough, type Steps } from "./work-through.js";

type Result = { readonly amountOre: Ore | null; readonly outcome: Assessed["outcome"] };
type Tried = {
  readonly household: string;
  readonly children: number;
  readonly chosen: string;
  readonly now: Result;
  readonly options: readonly Result[];
};

const resultOf = ({ shortfallOre, outcome }: Assessed): Result => ({
  amountOre: shortfallOre === null ? null : Math.max(0, shortfallOre),
  outcome,
});

/** Whether the case asks for the reading; where too many are open to be told apart, nobody knows, and it is tried. */
const mayAsk = (now: Assessed, key: ReadingKey): boolean =>
  now.readings[key] !== undefined || (now.reasons.includes("reading-open") && now.variants.length === 0);

const tryOptions = (stored: ReadableCase, { key, packs }: { key: ReadingKey; packs: Packs }): Tried => {
  const value = stored.case;
  const rules = parametersFor(packs, value.benefitMonth);
  const now = assessWith(value, rules);
  const asks = mayAsk(now, key);
  return {
    household: householdOf(stored),
    children: peopleOf(value).children,
    chosen: rules.choices[key] ?? "unset",
    now: resultOf(now),
    options: optionsOf(key).map((option) =>
      // What never asks for the reading comes out the same whatever is chosen.
      asks
        ? resultOf(assessWith(value, { ...rules, choices: withChoice(rules.choices, { key, option }) }))
        : resultOf(now),
    ),
  };
};

const isDependent = ({ options: [first, ...others] }: Tried): boolean =>
  first !== undefined && others.some((other) => isOther(other, first));

const optionOf = (all: readonly Tried[], { option, at }: { option: string; at: number }) => {
  const tried = all.flatMap(({ options, ...one }) => {
    const then = options[at];
    if (then === undefined) return [];
    const [wasOre, thenOre] = [one.now.amountOre, then.amountOre];
    return [{ ...one, then, differenceOre: wasOre === null || thenOre === null ? null : thenOre - wasOre }];
  });
  const known = all.filter(({ options }) => options.every(({ amountOre }) => amountOre !== null));
  return {
    option,
    totalOre: known.reduce((sum, { options }) => sum + (options[at]?.amountOre ?? 0), 0),
    more: tallyOf(tried.filter(({ differenceOre }) => (differenceOre ?? 0) > 0)),
    less: tallyOf(tried.filter(({ differenceOre }) => (differenceOre ?? 0) < 0)),
    newlyPrefilled: tallyOf(
      tried.filter(({ now, then }) => now.outcome !== "prefilled" && then.outcome === "prefilled"),
    ),
    newlyRouted: tallyOf(tried.filter(({ now, then }) => now.outcome === "prefilled" && then.outcome !== "prefilled")),
  };
};

const isOther = (one: Result, other: Result): boolean =>
  one.amountOre !== other.amountOre || one.outcome !== other.outcome;

type Asked = { readonly cases: readonly RehearsalCase[]; readonly packs: Packs; readonly key: ReadingKey };

/** The same as `rehearseReadings`, stopping after every case. */
export const rehearseReadingsInSteps = function* ({ cases, packs, key }: Asked): Steps<ReadingRehearsal> {
  const { done, errors } = yield* workThrough(cases, (one) => tryOptions(one, { key, packs }));
  const dependent = done.filter((tried) => isDependent(tried) || tried.options.some((one) => isOther(one, tried.now)));
  const { cases: count, households, children } = tallyOf(dependent.map((one) => ({ ...one, differenceOre: null })));
  const options = optionsOf(key).map((option, at) => optionOf(dependent, { option, at }));
  const leastOre = Math.min(...options.map(({ totalOre }) => totalOre));
  return {
    schema: "skalig.reading-rehearsal.v1",
    key,
    chosen: [...new Set(done.map(({ chosen }) => chosen))].toSorted(),
    cases: done.length,
    dependent: { cases: count, households, children },
    options: options.map((option) => ({ ...option, aboveLeastOre: option.totalOre - leastOre })),
    errors: [...errors],
  };
};

/**
 * What each option of an open reading would cost or give over the same cases, whether a choice has been made or not: the
 * options against each other, and each against what the rules come to now. Pure; the order of the cases is irrelevant.
 */
export const rehearseReadings = (asked: Asked): ReadingRehearsal => atOnce(rehearseReadingsInSteps(asked));
