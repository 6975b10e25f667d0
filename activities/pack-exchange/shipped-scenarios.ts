import type { CaseInput } from "../../contracts/case.js";
import { reasonSchema } from "../../contracts/codes/reasons.js";
import { scenarioSchema, type Scenario, type ScenarioInput } from "../../contracts/rule-scenario.js";
import { renewal } from "../../rules/examples/cases.js";
import { sampleMonth, type SampleHousehold } from "../../rules/examples/sample-month.js";

type Member = CaseInput["household"]["members"][number];

const adult: Member = { id: "a", role: "applicant", birthDate: "1975-01-01" };
const partner: Member = { id: "b", role: "co-applicant", birthDate: "1977-01-01" };
const child = (id: string, birthDate: string, days: number): Member => ({ id, role: "child", birthDate, days });

/** A household's norm in May of a year, when nothing else is known of it: only the norm is demanded. */
const official = (
  { id, title, year, source }: { id: string; title: string; year: number; source: string },
  { members, normKronor }: { members: readonly Member[]; normKronor: number },
): ScenarioInput => ({
  id,
  title: `${title}, ${String(year)}`,
  origin: "official-example",
  source,
  case: {
    schema: "skalig.case.v1",
    benefitMonth: `${String(year)}-05`,
    today: `${String(year)}-04-27`,
    kind: "renewal",
    appliedOn: `${String(year)}-04-27`,
    household: { sizeInHome: members.length, sharesHome: false, members: [...members] },
    costs: [],
    incomes: [],
    sources: {},
    flags: {},
  },
  expected: { normOre: normKronor * 100 },
});

const increase2012 = "Regeringens räkneexempel för riksnormen 2012, återgivna i december 2011";
const announced2026 = "Regeringen, pressmeddelande om riksnormen 2026, november 2025";
/** Eleven and fifteen years old in May 2012. */
const elevenAndFifteen = [child("c1", "2001-01-01", 31), child("c2", "1997-01-01", 31)];

const nationalExamples: readonly ScenarioInput[] = [
  official(
    { id: "riksnorm-2012-ensam", title: "Ensam vuxen", year: 2012, source: increase2012 },
    { members: [adult], normKronor: 3840 },
  ),
  official(
    {
      id: "riksnorm-2012-ensam-tva-barn",
      title: "Ensam vuxen med barn, 11 och 15 år",
      year: 2012,
      source: increase2012,
    },
    { members: [adult, ...elevenAndFifteen], normKronor: 10_250 },
  ),
  official(
    { id: "riksnorm-2012-par-tva-barn", title: "Sambor med barn, 11 och 15 år", year: 2012, source: increase2012 },
    { members: [adult, partner, ...elevenAndFifteen], normKronor: 12_780 },
  ),
  official(
    { id: "riksnorm-2026-ensam", title: "Ensam vuxen", year: 2026, source: announced2026 },
    { members: [adult], normKronor: 5220 },
  ),
  official(
    { id: "riksnorm-2026-par", title: "Sambor utan barn", year: 2026, source: announced2026 },
    { members: [adult, partner], normKronor: 8510 },
  ),
];

/**
 * A household of the sample month, with every person born on the first of the month instead, which leaves their ages in
 * whole years as they were, and every line numbered.
 */
const fromSample = ({ id, title, input, outcome, reasons, grant, shortfall }: SampleHousehold): ScenarioInput => ({
  id: `provmanad-${String(id).padStart(2, "0")}`,
  title,
  origin: "invented",
  case: {
    ...input,
    household: {
      ...input.household,
      members: input.household.members.map((member) => ({ ...member, birthDate: `${member.birthDate.slice(0, 8)}01` })),
    },
    costs: input.costs.map((cost, index) => ({ ...cost, id: `k${String(index + 1)}` })),
    incomes: input.incomes.map((income, index) => ({ ...income, id: `i${String(index + 1)}` })),
  },
  expected: {
    outcome,
    reasons: reasons.map((reason) => reasonSchema.parse(reason)),
    grantOre: grant === undefined ? null : grant * 100,
    ...(grant === undefined && shortfall === undefined ? {} : { shortfallOre: (grant ?? shortfall ?? 0) * 100 }),
  },
});

/** Eleven in the middle of the month: which day decides the age is a reading, and the two rows are 560 kronor apart. */
const elevenInTheMonth: ScenarioInput = {
  id: "fyller-elva-den-femtonde",
  title: "Ensam vuxen med ett barn som fyller elva den femtonde",
  origin: "invented",
  case: renewal({
    household: {
      sizeInHome: 2,
      sharesHome: false,
      members: [
        { id: "a", role: "applicant", birthDate: "1990-05-01" },
        { id: "c1", role: "child", birthDate: "2014-11-15", days: 30 },
      ],
    },
  }),
  expected: { outcome: "prefilled" },
};

/** Examples of the authorities, which hold under any overlay. */
export const nationalScenarios: readonly Scenario[] = nationalExamples.map((each) => scenarioSchema.parse(each));

/** The sample month as its municipality's own suite, and a household that its choice of reading decides. */
export const sampleScenarios: readonly Scenario[] = [...sampleMonth.map(fromSample), elevenInTheMonth].map((each) =>
  scenarioSchema.parse(each),
);
