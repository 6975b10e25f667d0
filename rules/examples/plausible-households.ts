import type { CaseInput } from "../../contracts/case.js";
import { addDays, addMonths, firstDayOf, lastDayOf, type Month } from "../../contracts/dates.js";
import { randomFrom } from "./seeded-random.js";

// Made-up households for trying rules on before any real month is stored. What is drawn from a source says which one; all
// other shares are guesses, chosen so that a month looks like a month: most households as last month, some not.

type Income = CaseInput["incomes"][number];
type Cost = CaseInput["costs"][number];
type Member = CaseInput["household"]["members"][number];

/** A household that comes back month after month. */
type Profile = {
  readonly members: readonly Member[];
  readonly costs: readonly { readonly type: Cost["type"]; readonly kronor: number }[];
  readonly incomes: readonly { readonly type: Income["type"]; readonly memberId: string; readonly kronor: number }[];
};

type Draw = {
  readonly chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(some: readonly [T, ...T[]]) => T;
};

const drawFrom = (seed: number): Draw => {
  const random = randomFrom(seed);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  return {
    chance: (share) => random() < share,
    between,
    oneOf: (some) => some[between(0, some.length - 1)] ?? some[0],
  };
};

/** Born so many years before, in a month and on a first day of a month: nobody's own date. */
const birthDate = (draw: Draw, years: number, month: Month): string =>
  firstDayOf(addMonths(month, -12 * years - draw.between(0, 11)));

// 2015: 270 600 adults and 143 000 children in 226 500 households (Socialstyrelsen): 1.2 adults and 0.6 children in each.
const membersOf = (draw: Draw, month: Month): readonly Member[] => {
  const isCouple = draw.chance(0.2);
  const children = draw.chance(0.68) ? 0 : draw.oneOf([1, 1, 1, 2, 2, 3, 4] as const);
  return [
    { id: "a", role: "applicant", birthDate: birthDate(draw, draw.between(21, 60), month) },
    ...(isCouple
      ? [{ id: "b", role: "co-applicant", birthDate: birthDate(draw, draw.between(21, 60), month) } as const]
      : []),
    ...Array.from({ length: children }, (_, at): Member => {
      const years = draw.between(1, 17);
      return {
        id: `c${String(at + 1)}`,
        role: "child",
        birthDate: birthDate(draw, years, month),
        days: 30,
        ...(years < 7 && { lunchAway: draw.chance(0.7) }),
        ...(years >= 16 && { pupil: "upper-secondary" as const }),
      };
    }),
  ];
};

const costsOf = (draw: Draw, members: readonly Member[]): Profile["costs"] => {
  const people = members.length;
  return [
    { type: "rent", kronor: 4200 + 900 * people + 50 * draw.between(-12, 44) },
    { type: "electricity", kronor: 250 + 110 * people + 10 * draw.between(-10, 12) },
    { type: "home-insurance", kronor: 100 + 25 * people + 5 * draw.between(0, 8) },
    ...(draw.chance(0.35) ? [{ type: "unemployment-fund", kronor: 10 * draw.between(12, 18) } as const] : []),
    ...(draw.chance(0.25) ? [{ type: "internet", kronor: 10 * draw.between(20, 38) } as const] : []),
    ...(draw.chance(0.2) ? [{ type: "medicine", kronor: 10 * draw.between(5, 28) } as const] : []),
  ];
};

const ownIncomes = [
  "activity-support",
  "establishment-benefit",
  "sickness-benefit",
  "unemployment-benefit",
  "salary",
] as const;

const incomesOf = (draw: Draw, members: readonly Member[]): Profile["incomes"] => {
  const children = members.filter(({ role }) => role === "child").length;
  // 51 % of the adults were unemployed in 2016, and about half of those without any benefit is a guess (SKL).
  const own = members
    .filter(({ role }) => role !== "child")
    .filter(() => draw.chance(0.6))
    .map(({ id }) => ({ type: draw.oneOf(ownIncomes), memberId: id, kronor: draw.between(20, 98) * 100 }));
  return [
    ...own,
    ...(children > 0 ? [{ type: "child-allowance", memberId: "a", kronor: 1250 * children } as const] : []),
    ...(children > 0 && draw.chance(0.5)
      ? [{ type: "housing-allowance", memberId: "a", kronor: 100 * draw.between(10, 45) } as const]
      : []),
  ];
};

const sourceOf = (type: Income["type"]): Income["source"] =>
  type === "salary" ? "applicant" : type === "unemployment-benefit" ? "SO" : "FK";

/** A month of a household. One in four has something in it that the month before did not have. */
const monthOf = (draw: Draw, { members, costs, incomes }: Profile, month: Month): CaseInput => {
  const control = addMonths(month, -1);
  const today = addDays(lastDayOf(control), -draw.between(0, 7));
  const paidOn = addDays(firstDayOf(control), 24);
  const isUneventful = draw.chance(0.75);
  const adults = members.filter(({ role }) => role !== "child");
  const answered = {
    FK: "read",
    SO: "read",
    CSN: "nothing-registered",
    AF: "read",
    SKV: "nothing-registered",
  } as const;
  const changes = (share: number): boolean => !isUneventful && draw.chance(share);
  return {
    schema: "skalig.case.v1",
    benefitMonth: month,
    today,
    kind: changes(0.1) ? "first" : "renewal",
    appliedOn: today,
    household: { sizeInHome: members.length, sharesHome: false, members: [...members] },
    costs: costs.map(({ type, kronor }) => ({
      id: `k-${type}`,
      type,
      appliedOre: Math.max(0, kronor + (changes(0.3) ? 10 * draw.between(-30, 60) : 0)) * 100,
      lastApprovedOre: kronor * 100,
      proof: "standing",
      standingUntil: lastDayOf(addMonths(month, 6)),
    })),
    incomes: incomes.map(({ type, memberId, kronor }) => {
      const netOre = Math.max(0, kronor + (changes(0.4) ? 100 * draw.between(-15, 20) : 0)) * 100;
      return {
        id: `i-${type}-${memberId}`,
        memberId,
        type,
        source: sourceOf(type),
        declared: !changes(0.1),
        from: firstDayOf(control),
        to: lastDayOf(control),
        paidOn,
        deductions: [],
        netOre,
        preliminary: false,
        retroactive: changes(0.05),
        lastCountedOre: kronor * 100,
        ...(sourceOf(type) === "applicant" && { proof: "document" as const, documentOre: netOre }),
      };
    }),
    sources: {
      ...answered,
      TNS: changes(0.1) ? "unavailable" : "nothing-registered",
      MIV: "nothing-registered",
      population: "read",
    },
    history: [{ month: control, outcome: "granted" }],
    previous: { month: control, lines: [] },
    planning: adults.map(({ id }) => ({
      memberId: id,
      kind: "job-seeking",
      from: firstDayOf(addMonths(month, -4)),
      to: lastDayOf(addMonths(month, 1)),
      followed: true,
    })),
    assets: [],
    flags: {
      protectedIdentity: false,
      signedByAll: !changes(0.1),
      householdUnchanged: true,
      registerUnchanged: true,
      accountUnchanged: !changes(0.1),
      assetsDeclared: false,
      pendingBenefits: false,
      staysInMunicipality: true,
      lawfulResidence: true,
      messageFromApplicant: changes(0.3),
      otherMunicipality: false,
    },
  };
};

/** What is to be made up. `last` is the last of the months. */
export type PlausibleMonths = {
  readonly households: number;
  readonly months: number;
  readonly last: Month;
  readonly seed: number;
};

/** The months of made-up households, month after month, the same for the same seed. Nobody in them exists. */
export const plausibleMonths = function* ({ households, months, last, seed }: PlausibleMonths): Generator<CaseInput> {
  const draw = drawFrom(seed);
  const profiles = Array.from({ length: households }, (): Profile => {
    const members = membersOf(draw, addMonths(last, 1 - months));
    return { members, costs: costsOf(draw, members), incomes: incomesOf(draw, members) };
  });
  for (let at = months - 1; at >= 0; at -= 1)
    for (const profile of profiles) yield monthOf(draw, profile, addMonths(last, -at));
};
