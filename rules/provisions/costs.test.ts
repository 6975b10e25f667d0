import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { reasonsOf, run } from "../examples/assessed.js";
import { standing } from "../examples/cases.js";

test("rent at the guideline is granted, one öre above is a question and never a cut", () => {
  const at = (ore: number): CaseInput["costs"] => [{ ...standing("rent", 0), appliedOre: ore, lastApprovedOre: ore }];
  expect(reasonsOf({ costs: at(689_999) })).toEqual([]);
  expect(reasonsOf({ costs: at(690_000) })).toEqual([]);
  const above = run({ costs: at(690_001) });
  expect(above.reasons).toEqual(["cost-above-guideline"]);
  expect(above.costsOre).toBe(690_001);
  expect(above.grantOre).toBeNull();
});

test("electricity may differ from last month by the municipality's amount, in either direction", () => {
  const by = (ore: number): CaseInput["costs"] => [{ ...standing("electricity", 400), appliedOre: 40_000 + ore }];
  expect(reasonsOf({ costs: by(15_000) })).toEqual([]);
  expect(reasonsOf({ costs: by(-15_000) })).toEqual([]);
  expect(reasonsOf({ costs: by(15_001) })).toEqual(["cost-changed"]);
  expect(reasonsOf({ costs: by(-15_001) })).toEqual(["cost-changed"]);
});

test("a standing approval has to hold on the last day of the month", () => {
  const until = (date: string): CaseInput["costs"] => [{ ...standing("rent", 5000), standingUntil: date }];
  expect(reasonsOf({ costs: until("2025-11-29") })).toEqual(["cost-new"]);
  expect(reasonsOf({ costs: until("2025-11-30") })).toEqual([]);
  expect(reasonsOf({ costs: until("2025-12-01") })).toEqual([]);
});

test("a document has to show the applied amount", () => {
  const shown = (ore: number): CaseInput["costs"] => [
    { ...standing("rent", 5000), proof: "document", documentOre: ore },
  ];
  expect(reasonsOf({ costs: shown(500_000) })).toEqual([]);
  expect(reasonsOf({ costs: shown(499_999) })).toEqual(["document-mismatch"]);
  expect(reasonsOf({ costs: shown(500_001) })).toEqual(["document-mismatch"]);
});

test("what a person has approved is counted, and less than applied for is said so", () => {
  const approved = run({ costs: [{ id: "k1", type: "glasses", appliedOre: 200_000, assessedOre: 150_000 }] });
  expect(approved).toMatchObject({ outcome: "prefilled", costsOre: 150_000, grantOre: 668_000 });
  expect(approved.findings).toContainEqual(
    expect.objectContaining({ code: "cost-approved-in-full", result: "not-met", amountOre: 50_000 }),
  );
});

test("a need no rule weighs stays outside the calculation until a person has approved it", () => {
  const asked = run({ costs: [{ id: "k1", type: "glasses", appliedOre: 200_000 }] });
  expect(asked).toMatchObject({
    outcome: "referred",
    reasons: ["cost-not-assessed"],
    costsOre: 0,
    shortfallOre: 518_000,
  });
});

test("a rent that is no longer applied for is a question", () => {
  const previous = { month: "2025-10", lines: [{ kind: "cost" as const, type: "rent", amountOre: 500_000 }] };
  expect(reasonsOf({ previous })).toEqual(["cost-changed"]);
});

test("a cost in two rows has the threshold of one, and is compared with last month's whole", () => {
  const rows = (...ore: readonly [number, number]): CaseInput["costs"] =>
    ore.map((appliedOre, at) => ({
      ...standing("electricity", 150),
      id: `k${String(at)}`,
      appliedOre,
      lastApprovedOre: 15_000,
    }));
  expect(reasonsOf({ costs: rows(22_500, 22_500) })).toEqual([]);
  expect(reasonsOf({ costs: rows(22_500, 22_501) })).toEqual(["cost-changed"]);
  expect(reasonsOf({ costs: rows(45_000, 0) })).toEqual([]);
});

test("a cost that is there twice is not the same as last month twice over", () => {
  const insurance = {
    type: "home-insurance",
    appliedOre: 11_000,
    proof: "standing",
    standingUntil: "2026-06-30",
  } as const;
  const twice: CaseInput["costs"] = [
    { ...insurance, id: "k1" },
    { ...insurance, id: "k2" },
  ];
  const previous = (amountOre: number) => ({
    month: "2025-10",
    lines: [{ kind: "cost" as const, type: "home-insurance", amountOre }],
  });
  expect(reasonsOf({ costs: twice.slice(1), previous: previous(11_000) })).toEqual([]);
  expect(reasonsOf({ costs: twice, previous: previous(11_000) })).toEqual(["cost-changed"]);
  expect(reasonsOf({ costs: twice, previous: previous(22_000) })).toEqual([]);
  // Each row may carry last month's whole amount: what the calculation says of the kind is compared with too.
  const carried = twice.map((cost) => ({ ...cost, lastApprovedOre: 11_000 }));
  expect(reasonsOf({ costs: carried, previous: previous(11_000) })).toEqual(["cost-changed"]);
});

test("a cost that was not there last month is new, and without last month's calculation nobody knows", () => {
  const cost = { id: "k1", type: "rent", appliedOre: 500_000, proof: "standing", standingUntil: "2026-06-30" } as const;
  expect(reasonsOf({ costs: [cost] })).toEqual(["cost-new"]);
  expect(reasonsOf({ costs: [{ ...cost, lastApprovedOre: 0 }] })).toEqual(["cost-changed"]);
});

test.each([
  ["rent", 690_000],
  ["electricity", 60_000],
  ["home-insurance", 22_000],
  ["work-travel", 110_000],
  ["union-fee", 45_000],
  ["unemployment-fund", 20_000],
  ["internet", 35_000],
  ["medicine", 30_000],
] as const)("%s at the guideline of %i öre is granted, an öre less too, an öre more is a question", (type, capOre) => {
  const at = (ore: number): CaseInput["costs"] => [{ ...standing(type, 0), appliedOre: ore, lastApprovedOre: ore }];
  expect([capOre - 1, capOre, capOre + 1].map((ore) => reasonsOf({ costs: at(ore) }))).toEqual([
    [],
    [],
    ["cost-above-guideline"],
  ]);
});

test("the guidelines begin in January 2025; before it no rule judges a cost, and it is not granted", () => {
  const inMonth = (benefitMonth: string, previousMonth: string): readonly string[] =>
    reasonsOf({
      benefitMonth,
      today: `${benefitMonth}-01`,
      appliedOn: `${benefitMonth}-01`,
      costs: [standing("rent", 5000)],
      planning: [{ memberId: "a", kind: "job-seeking", from: "2024-01-01", to: "2025-12-31", followed: true }],
      previous: { month: previousMonth, lines: [], balanceOre: -1 },
      history: [{ month: previousMonth, outcome: "granted" }],
    });
  expect(inMonth("2024-12", "2024-11")).toEqual(["cost-not-assessed"]);
  expect(inMonth("2025-01", "2024-12")).toEqual([]);
});

test("time to lower a cost is said so to the day it ends, and the cost is a question either way", () => {
  const until = (graceUntil: string): readonly string[] =>
    reasonsOf({ costs: [{ ...standing("rent", 9000), graceUntil }] });
  expect(until("2025-10-31")).toEqual(["cost-above-guideline"]);
  expect(until("2025-11-01")).toEqual(["cost-above-guideline", "grace-period"]);
});
