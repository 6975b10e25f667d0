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
