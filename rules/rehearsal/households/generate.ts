import type { Case } from "../../../contracts/case.js";
import { addMonths, type Month } from "../../../contracts/dates.js";
import type { Packs } from "../../../contracts/rule-pack.js";
import type { ReadableCase } from "../rehearsal-case.js";
import { drawFrom, type Draw, type Random } from "./draw.js";
import { drawFamily } from "./family.js";
import { drawFamilyMoney, drawLivelihoods } from "./livelihood.js";
import { drawCosts } from "./living-costs.js";
import { caseIn, type Ongoing } from "./month-case.js";

/** What is made up: so many households in each of so many months, up to and including the last. */
export type Wanted = {
  readonly households: number;
  readonly months: number;
  readonly last: Month;
  /** The rules whose guidelines the costs are drawn around. */
  readonly packs: Packs;
  readonly random: Random;
};

type Living = Ongoing & { readonly name: string; readonly leaves: number };

/**
 * How many of a hundred leave after a month, for those who stay long and for the others. Made so that a household has
 * about 6.5 months of the year (the mean of 2015, Socialstyrelsen) and that about two in five are there ten months or
 * more (40 per cent of the adults in 2012 and 2016, 48 in 2023, Socialstyrelsen).
 */
const leaving = { long: 0.01, short: 0.2 };
const stayLong = { ofThoseThere: 0.68, ofThoseNew: 0.12 };

/** Months with support before the first that is made up: nobody knows how many, and this is a guess. */
const earlier = (draw: Draw, isLong: boolean): number => (isLong ? draw.whole(6, 30) : draw.whole(1, 8));

const begin = (
  name: string,
  { month, packs, draw, isThere }: { month: Month; packs: Packs; draw: Draw; isThere: boolean },
): Living => {
  const family = drawFamily(month, draw);
  const isLong = draw.chance(isThere ? stayLong.ofThoseThere : stayLong.ofThoseNew);
  const before = isThere ? earlier(draw, isLong) : 0;
  const state: Living = {
    name,
    leaves: isLong ? leaving.long : leaving.short,
    family,
    livelihoods: drawLivelihoods(family, draw),
    money: drawFamilyMoney(family, draw),
    costs: drawCosts(family, { packs, month, draw }),
    rentRisesIn: draw.oneOf([5, 1], [2, 2], [1, 3], [4, 4]),
    history: Array.from({ length: before }, (_, at) => ({
      month: addMonths(month, at - before),
      outcome: "granted" as const,
    })),
    earnings: [],
    previous: undefined,
  };
  if (!isThere) return state;
  const last = addMonths(month, -1);
  return after(state, caseIn(state, { month: last, packs, draw }));
};

const linesOf = ({ costs, incomes }: Case): NonNullable<Case["previous"]>["lines"] => [
  ...costs.map(({ type, appliedOre }) => ({ kind: "cost" as const, type, amountOre: appliedOre })),
  ...incomes
    .filter(({ type }) => type !== "swish")
    .map(({ type, memberId, netOre }) => ({ kind: "income" as const, type, memberId, amountOre: netOre })),
];

/** The household after a month, as if what was asked for had been granted. */
const after = <State extends Ongoing>(state: State, { value, costs }: ReturnType<typeof caseIn>): State => {
  const { benefitMonth: month } = value;
  const children = new Set(state.family.children.map(({ id }) => id));
  return {
    ...state,
    costs,
    history: [...state.history.filter((row) => row.month !== month), { month, outcome: "granted" as const }],
    earnings: [
      ...state.earnings,
      ...value.incomes
        .filter(({ type, memberId }) => type === "salary" && children.has(memberId))
        .map(({ memberId, netOre }) => ({ memberId, month: addMonths(month, -1), netOre })),
    ],
    previous: { month, lines: linesOf(value) },
  };
};

/**
 * Plausible households over time, all of them made up, without names or personal numbers: the same random numbers give the
 * same households. Some stay for years and some leave, and others come instead. Where a figure has a source it is named
 * where it stands; the rest are guesses, and no statistics must be made from them.
 */
export const generateHouseholds = ({ households, months, last, packs, random }: Wanted): readonly ReadableCase[] => {
  const draw = drawFrom(random);
  const first = addMonths(last, 1 - months);
  let named = 0;
  const newName = (): string => {
    named += 1;
    return `h${String(named).padStart(5, "0")}`;
  };
  let living = Array.from({ length: households }, () => begin(newName(), { month: first, packs, draw, isThere: true }));
  const cases: ReadableCase[] = [];
  for (let at = 0; at < months; at += 1) {
    const month = addMonths(first, at);
    if (at > 0)
      living = living.map((state) =>
        draw.chance(state.leaves) ? begin(newName(), { month, packs, draw, isThere: false }) : state,
      );
    living = living.map((state) => {
      const made = caseIn(state, { month, packs, draw });
      cases.push({ ref: `${state.name}-${month}`, household: state.name, case: made.value });
      return after(state, made);
    });
  }
  return cases;
};
