import { expect, test } from "vitest";
import { caseSchema, type CaseInput } from "../contracts/case.js";
import { month } from "../contracts/dates.js";
import { assess } from "./assess.js";
import { lone } from "./examples/assessed.js";
import { caseOf, paid, renewal, standing } from "./examples/cases.js";
import { sampleMonth } from "./examples/sample-month.js";
import { randomFrom } from "./examples/seeded-random.js";
import { samplePacks } from "./packs.js";
import { generateHouseholds } from "./rehearsal/households/generate.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const pathsOf = (value: Json, path: Path = []): Path[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json, at) => pathsOf(item, [...path, at]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
};

const without = (value: Json, [head, ...rest]: Path): Json => {
  if (Array.isArray(value)) return value.map((item: Json, at) => (at === head ? without(item, rest) : item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key !== head ? [[key, inner]] : rest.length === 0 ? [] : [[key, without(inner, rest)]],
    ),
  );
};

const household = (...more: CaseInput["household"]["members"]): CaseInput["household"] => ({
  ...lone({}),
  sizeInHome: 1,
  members: [{ id: "a", role: "applicant", birthDate: "1990-05-02" }, ...more],
});

/** Prefilled cases that have the rarer facts. */
const withRarerFacts: readonly CaseInput[] = [
  renewal({
    household: household({
      id: "v1",
      role: "visiting-child",
      birthDate: "2014-01-12",
      days: 10,
      agreement: { from: "2025-01-01", to: "2025-12-31", days: 10, commonCost: "not-counted" },
    }),
  }),
  renewal({ manualNorm: { personalOre: 391_000, commonOre: 127_000, citation: "SFS 2025:468 12 kap. 2 §" } }),
  renewal({
    household: lone({ birthDate: "2008-08-10", pupil: "upper-secondary" }),
    incomes: [
      paid("salary", 5000, {
        memberId: "c1",
        source: "applicant",
        proof: "document",
        documentOre: 500_000,
        grossOre: 600_000,
      }),
      paid("sickness-benefit", 4000, { grossOre: 500_000, taxOre: 100_000, deductions: [] }),
    ],
    earnings: [{ memberId: "c1", month: "2025-07", netOre: 2_000_000, grossOre: 2_400_000 }],
  }),
  renewal({
    costs: [{ ...standing("rent", 5000), proof: "document", documentOre: 500_000 }],
    incomes: [paid("housing-allowance", 1300, { declared: false })],
    settled: [{ reason: "undeclared-income", factId: "i-housing-allowance" }],
    assets: [{ id: "t1", kind: "vehicle", source: "TNS", valueOre: 1_000_000, knownSince: "2025-06" }],
    previous: { month: "2025-10", lines: [], balanceOre: -100 },
    documents: [{ id: "d1", kind: "bank-statement", state: "read" }],
  }),
  renewal({
    costs: [{ id: "k1", type: "glasses", appliedOre: 100_000, lastApprovedOre: 70_000, assessedOre: 80_000 }],
    household: { ...household(), members: [{ id: "a", role: "applicant", birthDate: "1990-05-02", days: 30 }] },
  }),
];

const cases: readonly CaseInput[] = [
  ...sampleMonth.map(({ input }) => input),
  ...withRarerFacts,
  ...generateHouseholds({
    households: 60,
    months: 1,
    last: month("2025-11"),
    packs: samplePacks,
    random: randomFrom(7),
  }).map((one) => one.case),
];

/**
 * Keys that a prefilled case may lack and still be prefilled with the same amount, each with why nothing is then taken for
 * granted. Any other key is either needed by the format, or its absence sends the case to a person.
 */
const optional: Readonly<Record<string, string>> = {
  "costs.*.standingUntil": "a cost that a document shows needs no standing approval",
  "household.members.*.pupil": "a child under 18 belongs to the household whether it goes to school or not",
  "household.members.*.agreement.days": "an agreement may leave the days to the application",
  "household.members.*.days": "an adult without a number of days asks for the whole month; of a child it is needed",
  "incomes.*.declared":
    "what a person has told of, or a child's pay that is not counted, is not compared with the form",
  "incomes.*.from": "pay that the applicant tells of has a day of payment, and no period",
  "incomes.*.to": "pay that the applicant tells of has a day of payment, and no period",
  "incomes.*.deductions": "of pay that the applicant tells of the payslip shows what was paid",
  "incomes.*.preliminary": "what the applicant shows has been paid",
  "incomes.*.retroactive": "what the applicant shows is pay for the month",
  "incomes.*.lastCountedOre": "a child's pay that is not counted is not compared with last month",
  "incomes.*.grossOre": "some payers give the amount paid only; gross is a check of it",
  "incomes.*.taxOre": "some payers give the amount paid only; tax is a check of it",
  "costs.*.lastApprovedOre": "what a person has approved is not compared with last month",
  "assets.*.valueOre": "an asset is detected and judged by a person, never counted",
  documents: "absent where there are none",
  "previous.balanceOre": "a month that was granted in full left no surplus",
  "costs.*.memberId": "a cost is the household's, whoever it is for",
  earnings: "asked for only where a child has pay of its own",
  "flags.caseFileRead": "where nobody says, what the case file would hold is asked for fact by fact",
  "planning.*.certificateUntil": "a medical certificate is asked for from July 2026",
  "previous.lines.*.memberId": "a line of last month that names nobody is compared by its type",
  manualNorm: "the table is used where no norm is entered by hand",
};

const named = (path: Path): string => path.map((key) => (typeof key === "number" ? "*" : key)).join(".");

test("take any fact from a prefilled case: it is refused, or a person's, or prefilled with no more", () => {
  const seen = new Set<string>();
  let prefilled = 0;
  for (const input of cases) {
    const whole = assess(caseOf(input), samplePacks);
    if (whole.grantOre === null) continue;
    prefilled += 1;
    for (const path of pathsOf(input)) {
      const parsed = caseSchema.safeParse(without(input, path));
      if (!parsed.success) continue;
      const less = assess(parsed.data, samplePacks);
      if (less.grantOre === null) continue;
      expect([named(path), less.grantOre <= whole.grantOre]).toEqual([named(path), true]);
      seen.add(named(path));
    }
  }
  expect(prefilled).toBeGreaterThan(30);
  expect([...seen].toSorted()).toEqual(Object.keys(optional).toSorted());
});

/**
 * Facts that raise a question by what they say, and raise none by not being there: pay that the applicant tells of needs
 * a day of payment and no period, so a period of another month is a question only where one is given.
 */
const onlyAskedOfWhenGiven: ReadonlySet<string> = new Set(["incomes.*.from", "incomes.*.to"]);

test("take any fact from a case that is not prefilled: it does not become prefilled, but for a period nobody had to give", () => {
  const cameToGrant = new Set<string>();
  for (const input of cases) {
    const whole = assess(caseOf(input), samplePacks);
    if (whole.grantOre !== null) continue;
    for (const path of pathsOf(input)) {
      const parsed = caseSchema.safeParse(without(input, path));
      if (!parsed.success) continue;
      const less = assess(parsed.data, samplePacks);
      if (less.grantOre === null) continue;
      cameToGrant.add(named(path));
      // Then the question is gone, and the amount is the one it was asked about.
      expect([named(path), whole.reasons, less.grantOre]).toEqual([
        named(path),
        ["income-period-differs"],
        whole.shortfallOre,
      ]);
    }
  }
  expect(cameToGrant).toEqual(onlyAskedOfWhenGiven);
});
