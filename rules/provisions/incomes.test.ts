import { expect, test } from "vitest";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, reasonsOf, run } from "../examples/assessed.js";
import { paid } from "../examples/cases.js";
import { deductionTypeSchema } from "../../contracts/codes/incomes.js";
import { nationalLawAlone } from "../packs.js";

test("a change of exactly the threshold is as last month, an öre more is a question in either direction", () => {
  const now = (ore: number): Assessed => run({ incomes: [paid("activity-support", 4000, { netOre: ore })] });
  expect(now(448_000).reasons).toEqual([]);
  expect(now(352_000).reasons).toEqual([]);
  expect(now(448_001).reasons).toEqual(["income-changed"]);
  expect(now(351_999).reasons).toEqual(["income-changed"]);
});

test("without a threshold of the municipality only the same amount is as last month", () => {
  const now = (ore: number): readonly string[] =>
    run({ incomes: [paid("activity-support", 5000, { netOre: ore })] }, nationalLawAlone).reasons;
  expect(now(500_000)).not.toContain("income-changed");
  expect(now(500_100)).toContain("income-changed");
});

test("payments of the first and the last day of the control month count, those of the days outside do not", () => {
  const on = (date: string): number | null =>
    run({ incomes: [paid("activity-support", 5000, { paidOn: date, from: date, to: date })] }).countedIncomeOre;
  expect([on("2025-09-30"), on("2025-10-01"), on("2025-10-31"), on("2025-11-01")]).toEqual([0, 500_000, 500_000, 0]);
});

test("a payment for another month than the one it is paid in is a question", () => {
  const september = paid("activity-support", 5000, { from: "2025-09-01", to: "2025-09-30" });
  const receipt = run({ incomes: [september] });
  expect(receipt).toMatchObject({ reasons: ["income-period-differs"], countedIncomeOre: 500_000 });
  const unset = run({ incomes: [september] }, nationalLawAlone);
  expect(unset.countedIncomeOre).toBeNull();
  expect(unset.reasons).toContain("reading-open");
  expect(unset.variants).toContainEqual({
    readings: { "income-month": "period" },
    figure: "countedIncomeOre",
    amountOre: 0,
  });
});

test.each([
  ["preliminary", { preliminary: true }, "income-preliminary"],
  ["retroactive", { retroactive: true }, "retroactive-benefit"],
  ["with a set-off", { deductions: [{ type: "set-off" as const, amountOre: 10_000 }] }, "income-deduction"],
  ["undeclared", { declared: false }, "undeclared-income"],
])("a payment that is %s is a question of its own", (_, rest, reason) => {
  expect(reasonsOf({ incomes: [paid("activity-support", 5000, rest)] })).toEqual([reason]);
});

test("a person's assessment decides whether a deposit counts", () => {
  const deposit = (assessed: "counts" | "does-not-count"): Assessed =>
    run({
      incomes: [
        {
          id: "i1",
          memberId: "a",
          type: "swish",
          source: "document",
          paidOn: "2025-10-14",
          netOre: 150_000,
          assessed,
        },
      ],
    });
  expect(deposit("counts")).toMatchObject({ outcome: "prefilled", grantOre: 368_000 });
  expect(deposit("does-not-count")).toMatchObject({ outcome: "prefilled", grantOre: 518_000 });
});

test("fault 44: means that meet the need to the krona leave nothing to grant; a krona less grants a krona", () => {
  const left = (ore: number): Assessed => run({ incomes: [paid("pension", 0, { netOre: ore, lastCountedOre: ore })] });
  expect(left(517_900)).toMatchObject({ outcome: "prefilled", grantOre: 100 });
  expect(left(518_000)).toMatchObject({ outcome: "referred", reasons: ["surplus"], shortfallOre: 0, grantOre: null });
  expect(left(518_100)).toMatchObject({ reasons: ["surplus"], shortfallOre: -100 });
  expect(left(518_100).findings).toContainEqual(
    expect.objectContaining({ reason: "surplus", amountOre: -100, text: "Inkomsterna är 1 kr högre än behovet." }),
  );
  expect(left(517_900).findings).toContainEqual(
    expect.objectContaining({ code: "need-exceeds-means", result: "met", amountOre: 100 }),
  );
});

test("a child's own benefits count up to the child's part of the norm", () => {
  const own = (kr: number): Assessed =>
    run({ household: lone({}), incomes: [paid("survivor-pension", kr, { memberId: "c1" })] });
  expect(own(3789)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 378_900 });
  expect(own(3790)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 379_000 });
  expect(own(3791)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 379_000 });
  expect(own(5000).lines).toContainEqual(expect.objectContaining({ kind: "disregard", amountOre: 121_000 }));
});

test("a child's money that a parent receives counts up to the only child's part of the norm", () => {
  const support = (kr: number): Assessed => run({ household: lone({}), incomes: [paid("maintenance-support", kr)] });
  expect(support(3790)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 379_000 });
  expect(support(3791)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 379_000 });
  const both = [paid("maintenance-support", 1823), paid("study-allowance", 1250, { source: "CSN" })];
  expect(run({ household: lone({}), incomes: both }).countedIncomeOre).toBe(307_300);
  expect(run({ household: lone({}), incomes: [paid("child-allowance", 5000)] }).countedIncomeOre).toBe(500_000);
});

test("a person says which of several children the money is for, where that matters", () => {
  const two = {
    ...lone({}),
    sizeInHome: 3,
    members: [...lone({}).members, { id: "c2", role: "child" as const, birthDate: "2013-08-10", days: 30 }],
  };
  const support = (...kronor: number[]): Assessed =>
    run({
      household: two,
      incomes: kronor.map((kr, index) => paid("maintenance-support", kr, { id: `i-${String(index)}` })),
    });
  expect(support(1823, 1823)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 364_600 });
  // The younger child's part of the norm is 3 790: twice that fits both when it is shared alike.
  expect(support(7580)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 758_000 });
  expect(support(7000, 581)).toMatchObject({
    outcome: "referred",
    reasons: ["child-income"],
    countedIncomeOre: 758_100,
  });
});

test("a pupil's pay is left out up to one price base amount in the calendar year, and judged by a person above it", () => {
  const earned = (ore: number): Assessed =>
    run({
      household: lone({ birthDate: "2008-08-10", pupil: "upper-secondary" }),
      incomes: [
        paid("salary", 0, {
          memberId: "c1",
          source: "applicant",
          proof: "document",
          netOre: ore,
          grossOre: ore,
          documentOre: ore,
        }),
      ],
      earnings: [{ memberId: "c1", month: "2025-07", netOre: 5_000_000, grossOre: 5_000_000 }],
    });
  expect(earned(879_999)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
  expect(earned(880_000)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
  expect(earned(880_001)).toMatchObject({ outcome: "referred", reasons: ["child-income"], countedIncomeOre: null });
});

test.each(deductionTypeSchema.options)("a deduction of the kind %s is netted only where it is tax", (type) => {
  const receipt = run({ incomes: [paid("sickness-benefit", 4000, { deductions: [{ type, amountOre: 1 }] })] });
  const isTax = type === "tax";
  expect(receipt.reasons).toEqual(isTax ? [] : ["income-deduction"]);
  expect(receipt.countedIncomeOre).toBe(isTax ? 400_000 : null);
  expect(reasonsOf({ incomes: [paid("sickness-benefit", 4000, { deductions: [{ type, amountOre: 0 }] })] })).toEqual(
    [],
  );
});

test("gross less tax is what was paid, to the öre, where the payer gives all three", () => {
  const gross = (grossOre: number): readonly string[] =>
    reasonsOf({ incomes: [paid("sickness-benefit", 4000, { grossOre, taxOre: 100_000 })] });
  expect([499_999, 500_000, 500_001].map(gross)).toEqual([["document-mismatch"], [], ["document-mismatch"]]);
});
