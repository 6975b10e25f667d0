import { costTypes } from "../../contracts/codes/costs.js";
import type { Counterexample, PackProblem } from "../../contracts/pack-check.js";
import { householdOfCap } from "../../contracts/pack-words.js";
import type { CostRule, MunicipalPack } from "../../contracts/rule-pack.js";
import { traceCap, type CapHousehold } from "../cost-caps.js";
import { isWeighedByPerson } from "../provisions/cost-individual.js";
import { householdInWords, kr, periodInWords } from "./row-words.js";

/** As many people as a case may have. */
const mostMembers = 30;

/** Every household there can be: one or two adults, and as many children as fit in a case. */
export const everyHousehold: readonly CapHousehold[] = [1, 2].flatMap((adults) =>
  Array.from({ length: mostMembers - adults + 1 }, (_, children) => ({ adults, children })),
);

/** A guideline with its place in the pack, and the row that each household gets. */
type Guideline = {
  readonly rule: CostRule;
  readonly row: string;
  readonly title: string;
  readonly capAt: (household: CapHousehold) => number | undefined;
};

const guidelineOf = (rule: CostRule, row: string): Guideline => ({
  rule,
  row,
  title: `Riktlinje för ${costTypes[rule.type].title.toLocaleLowerCase("sv")}, ${periodInWords(rule)}`,
  capAt: (household) => {
    const { answer, passed } = traceCap(rule, household);
    return answer.kind === "row" ? passed.length : undefined;
  },
});

const problemOf = (
  { rule, row, title }: Guideline,
  {
    code,
    at,
    message,
    household,
    amountOre,
  }: {
    readonly code: PackProblem["code"];
    /** The row of the guideline; absent where it is about the whole. */
    readonly at?: number;
    readonly message: string;
    readonly household: CapHousehold;
    readonly amountOre?: number;
  },
): PackProblem => {
  const applies = amountOre === undefined ? "" : `, med ${kr(amountOre)}`;
  const counterexample: Counterexample = {
    kind: "household",
    text: `${householdInWords(household)} som söker ${costTypes[rule.type].title.toLocaleLowerCase("sv")}${applies}.`,
    month: rule.from,
    ...household,
    costType: rule.type,
    ...(amountOre === undefined ? {} : { amountOre }),
  };
  return {
    code,
    table: "costRules",
    row: at === undefined ? row : `${row}.caps[${String(at)}]`,
    title: at === undefined ? title : `${title}, rad ${String(at + 1)}`,
    message,
    counterexample,
  };
};

const gaps = (guideline: Guideline): readonly PackProblem[] => {
  const outside = everyHousehold.filter((household) => guideline.capAt(household) === undefined);
  const [first] = outside;
  if (first === undefined) return [];
  return [
    problemOf(guideline, {
      code: "cap-gap",
      household: first,
      message: `${guideline.title}: ${householdInWords(first)} får ingen rad${outside.length === 1 ? "" : `, och inte heller ${String(outside.length - 1)} andra hushåll`}. Lägg till en rad för övriga.`,
    }),
  ];
};

/** The largest household that the bounds of a row let in: if an earlier row takes it, it takes them all. */
const largestIn = ({ maxAdults = 2, maxChildren = mostMembers }: CostRule["caps"][number]): CapHousehold => {
  const adults = Math.min(maxAdults, 2);
  return { adults, children: Math.min(maxChildren, mostMembers - adults) };
};

const unreachable = (guideline: Guideline): readonly PackProblem[] => {
  const reached = new Set(everyHousehold.map(guideline.capAt));
  return guideline.rule.caps.flatMap((cap, at) => {
    if (reached.has(at)) return [];
    const household = largestIn(cap);
    const taken = guideline.capAt(household) ?? 0;
    return [
      problemOf(guideline, {
        code: "cap-unreachable",
        at,
        household,
        message: `${guideline.title}: raden ”${householdOfCap(cap)}” används aldrig, eftersom varje hushåll i den redan får rad ${String(taken + 1)}.`,
      }),
    ];
  });
};

const capOreAt = ({ rule, capAt }: Guideline, household: CapHousehold): number | undefined =>
  rule.caps[capAt(household) ?? -1]?.capOre;

/** A household with one person more never gets a lower guideline: a child does not make a home cheaper. */
const falls = (guideline: Guideline): readonly PackProblem[] => {
  const told = new Set<number>();
  return everyHousehold.flatMap((household) => {
    const ore = capOreAt(guideline, household);
    const larger = [
      { ...household, children: household.children + 1 },
      { ...household, adults: household.adults + 1 },
    ].filter(({ adults, children }) => adults <= 2 && adults + children <= mostMembers);
    return larger.flatMap((one) => {
      const at = guideline.capAt(one);
      const largerOre = capOreAt(guideline, one);
      if (at === undefined || ore === undefined || largerOre === undefined || largerOre >= ore || told.has(at))
        return [];
      told.add(at);
      return [
        problemOf(guideline, {
          code: "cap-falls",
          at,
          household: one,
          message: `${guideline.title}: ${householdInWords(one)} får högst ${kr(largerOre)}, men ${householdInWords(household)} får högst ${kr(ore)}.`,
        }),
      ];
    });
  });
};

const changeAbove = (guideline: Guideline): readonly PackProblem[] => {
  const { rule } = guideline;
  const highestOre = Math.max(...rule.caps.map(({ capOre }) => capOre));
  if (rule.changeOre <= highestOre) return [];
  const at = rule.caps.findIndex(({ capOre }) => capOre === highestOre);
  const household = everyHousehold.find((one) => guideline.capAt(one) === at) ?? { adults: 1, children: 0 };
  return [
    problemOf(guideline, {
      code: "change-above-cap",
      household,
      amountOre: highestOre,
      message: `${guideline.title}: en ändring blir en fråga först över ${kr(rule.changeOre)}, men riktlinjen är högst ${kr(highestOre)}. Ingen ändring inom riktlinjen blir någonsin en fråga.`,
    }),
  ];
};

const weighed = (guideline: Guideline): readonly PackProblem[] =>
  isWeighedByPerson(guideline.rule.type)
    ? [
        problemOf(guideline, {
          code: "cost-weighed-by-person",
          household: { adults: 1, children: 0 },
          message: `${guideline.title}: behovet prövas alltid av en person. Med en riktlinje skulle kostnaden räknas innan någon har prövat den.`,
        }),
      ]
    : [];

/**
 * That every guideline gives every household of one or two adults and up to thirty people a row, that every row is
 * somebody's, and that nobody gets less for being more.
 */
export const proveGuidelines = ({ costRules }: MunicipalPack): readonly PackProblem[] =>
  costRules.flatMap((rule, at) => {
    const guideline = guidelineOf(rule, `costRules[${String(at)}]`);
    return [gaps, unreachable, falls, changeAbove, weighed].flatMap((prove) => prove(guideline));
  });
