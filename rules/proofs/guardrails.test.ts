import fc from "fast-check";
import { expect, test } from "vitest";
import { incomeTypeSchema } from "../../contracts/codes/incomes.js";
import { isGuardrail, packProblems, packProblemCodeSchema } from "../../contracts/codes/pack-problems.js";
import { openReadings, optionsOf, readingKeySchema } from "../../contracts/codes/open-readings.js";
import { month } from "../../contracts/dates.js";
import { incomeTreatmentSchema, municipalPackSchema, type MunicipalPack } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { caseOf } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { nationalLawAlone, nationalPacks, parsePack, samplePacks } from "../packs.js";
import { parametersFor } from "../parameters.js";
import { whyProtected } from "./protected-keys.js";
import { overlayWith, placesOf, problemsOf, rentOf } from "./test-support.js";

test("every guardrail says what it guards, and none is an ordinary slip", () => {
  const guarded = packProblemCodeSchema.options.filter(isGuardrail);
  expect(guarded).toContain("norm-protected");
  expect(guarded).not.toContain("cap-gap");
  for (const code of guarded) expect(packProblems[code].title.length).toBeGreaterThan(20);
});

test("an overlay has no key for the norm, the law or what is verified, and one that has is refused by name", () => {
  for (const key of ["riksnorm", "priceBaseAmounts", "legalPeriods"]) {
    const parsed = parsePack({ ...samplePacks.municipal, [key]: [] });
    expect(parsed.ok).toBe(false);
    expect(whyProtected(key)?.code).toBe("norm-protected");
  }
  const [rule] = samplePacks.municipal?.costRules ?? [];
  for (const key of ["verified", "codified", "cells", "grantedOre"])
    expect(parsePack({ ...samplePacks.municipal, costRules: [{ ...rule, [key]: true }] }).ok).toBe(false);
  expect(Object.keys(municipalPackSchema.shape).filter((key) => whyProtected(key) !== undefined)).toEqual([]);
  expect(whyProtected("costRules.0.capore")).toBeUndefined();
});

const overlays = fc.record({
  costRules: fc
    .array(fc.nat(20_000), { minLength: 1, maxLength: 3 })
    .map((caps) => [rentOf(caps.map((cap) => ({ cap })))]),
  incomeChange: fc
    .nat(100)
    .map((percent) => [{ from: "2025-01", class: "operational", source: "Enhetschefen", percent }]),
});
const households = fc.constantFrom(...sampleMonth.map(({ input }) => caseOf(input)));

test("whatever limits an overlay sets, the norm of a household is the law's own and no cost is cut", () => {
  fc.assert(
    fc.property(households, overlays, (input, tables) => {
      const withTables = (changed: object) => overlayWith({ readings: [], ...tables, ...changed });
      const local = assess(input, { ...nationalLawAlone, municipal: withTables({}) });
      const wide = assess(input, {
        ...nationalLawAlone,
        municipal: withTables({ costRules: [rentOf([{ cap: 1_000_000 }])] }),
      });
      expect(local.normOre).toBe(assess(input, nationalLawAlone).normOre);
      expect(local.costsOre).toBe(wide.costsOre);
    }),
    { numRuns: 60 },
  );
});

const incomeRule = (type: string, treatment: string, change: Record<string, unknown> = {}): MunicipalPack =>
  overlayWith({
    incomeRules: [
      { type, treatment, from: "2025-01", class: "board-guideline", source: "Nämnden 2024-11-20 § 118", ...change },
    ],
  });

test("what the law hands to a person stays a person's, and what it counts may be handed to a person but not turned round", () => {
  expect(problemsOf(incomeRule("tax-refund", "counts"))).toMatchObject([
    {
      code: "income-guard-lowered",
      row: "incomeRules[0]",
      counterexample: { kind: "income", incomeType: "tax-refund", month: "2025-01" },
    },
  ]);
  expect(placesOf(incomeRule("swish", "does-not-count"))).toEqual(["income-guard-lowered incomeRules[0]"]);
  expect(placesOf(incomeRule("salary", "does-not-count"))).toEqual(["income-treatment-turned incomeRules[0]"]);
  expect(placesOf(incomeRule("study-extra-allowance", "counts"))).toEqual(["income-treatment-turned incomeRules[0]"]);
  for (const allowed of [
    incomeRule("salary", "person"),
    incomeRule("salary", "counts"),
    incomeRule("study-extra-allowance", "person"),
    incomeRule("swish", "person"),
  ])
    expect(placesOf(allowed)).toEqual([]);
});

test("an income that no national rule speaks of in some month is a person's in that month", () => {
  // There is no national list before January 2011.
  expect(problemsOf(incomeRule("salary", "counts", { from: "2010-12" }))).toMatchObject([
    { code: "income-guard-lowered", counterexample: { month: "2010-12" } },
  ]);
  expect(placesOf(incomeRule("salary", "counts", { from: "2011-01" }))).toEqual([]);
});

test("for every kind of income and treatment, an overlay passes only where no fewer incomes go to a person than before", () => {
  const persons = ["person", "deposit", undefined];
  for (const type of incomeTypeSchema.options)
    for (const treatment of incomeTreatmentSchema.options) {
      const pack = incomeRule(type, treatment);
      const on = month("2025-01");
      const law = parametersFor(nationalLawAlone, on).incomeTreatment(type)?.treatment;
      const local = parametersFor({ national: nationalPacks, municipal: pack }, on).incomeTreatment(type)?.treatment;
      const isAllowed = local === law || persons.includes(local);
      expect([type, treatment, problemsOf(pack).length === 0]).toEqual([type, treatment, isAllowed]);
    }
});

test("a change of 99 per cent still asks when an income is gone; 100 per cent asks nothing", () => {
  const within = (percent: number) =>
    overlayWith({ incomeChange: [{ from: "2025-01", class: "operational", source: "Enhetschefen", percent }] });
  expect(placesOf(within(99))).toEqual([]);
  expect(placesOf(within(100))).toEqual(["threshold-never-asks incomeChange[0]"]);
});

test("a guideline called a threshold would escape the board, and a municipality writes no law", () => {
  const rent = (rowClass: string) => overlayWith({ costRules: [rentOf([{ cap: 7000 }], { class: rowClass })] });
  expect(placesOf(rent("board-guideline"))).toEqual([]);
  expect(placesOf(rent("operational"))).toEqual(["board-decides costRules[0]"]);
  expect(placesOf(rent("law"))).toEqual(["law-class costRules[0]"]);
  const wait = (rowClass: string) =>
    overlayWith({ sourceWait: [{ from: "2025-01", class: rowClass, source: "Enhetschefen 2024-12-02", days: 3 }] });
  expect([placesOf(wait("operational")), placesOf(wait("board-guideline")), placesOf(wait("law"))]).toEqual([
    [],
    [],
    ["law-class sourceWait[0]"],
  ]);
});

test("the days the system gives are not fewer than those the municipality promises", () => {
  const times = (answerDays: number, days: number) =>
    overlayWith({
      completion: [{ from: "2025-01", class: "operational", source: "Enhetschefen", answerDays, remindDaysBefore: 1 }],
      leastAnswerTime: [{ from: "2025-06", class: "operational", source: "Enhetschefen", days }],
    });
  expect(placesOf(times(7, 7))).toEqual([]);
  expect(problemsOf(times(7, 8))).toMatchObject([
    { code: "answer-time-too-short", row: "completion[0]", counterexample: { kind: "month", month: "2025-06" } },
  ]);
});

test("a way for letters that stands twice is never tried the second time", () => {
  const by = (...channels: string[]) =>
    overlayWith({ letterChannels: [{ from: "2025-01", class: "operational", source: "Enhetschefen", channels }] });
  expect(placesOf(by("digital-mailbox", "print-queue"))).toEqual([]);
  expect(placesOf(by("print-queue", "print-queue"))).toEqual(["channel-twice letterChannels[0]"]);
});

test("every option of every open reading passes: the choice is the municipality's", () => {
  for (const key of readingKeySchema.options)
    for (const option of optionsOf(key)) {
      const reading = { key, option, from: "2025-01", class: "operational", source: "Enhetschefen 2024-12-02" };
      expect([openReadings[key].title, placesOf(overlayWith({ readings: [reading] }))]).toEqual([
        openReadings[key].title,
        [],
      ]);
    }
});
