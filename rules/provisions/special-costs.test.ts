import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run } from "../examples/assessed.js";
import { paid, renewal, standing, uneventful } from "../examples/cases.js";
import { nationalLawAlone, samplePacks } from "../packs.js";

const asked: CaseInput["costs"][number] = { id: "k1", type: "glasses", appliedOre: 100_000 };
const glasses: typeof asked = { ...asked, assessedOre: 100_000 };

/** A pension against the norm of 5 180 kronor, with costs. */
const pension = (ore: number, costs: CaseInput["costs"], rest: Partial<CaseInput> = {}): Assessed =>
  run({ incomes: [paid("pension", 0, { netOre: ore, lastCountedOre: ore })], costs, ...rest });

test("a surplus against a special cost is a person's, from the krona where nothing is left of income support", () => {
  expect(pension(517_900, [glasses])).toMatchObject({ outcome: "prefilled", grantOre: 100_100 });
  expect(pension(518_000, [glasses])).toMatchObject({
    outcome: "referred",
    reasons: ["not-codified"],
    shortfallOre: 100_000,
    grantOre: null,
  });
  // 800 kronor over and glasses for 1 000: the figure shown is 200, and a person grants it or does not.
  expect(pension(598_000, [glasses])).toMatchObject({ reasons: ["not-codified"], shortfallOre: 20_000 });
  expect(pension(618_000, [glasses])).toMatchObject({ reasons: ["not-codified", "surplus"], shortfallOre: 0 });
});

test("a cost of income support is no special cost: it is in the need that the income is weighed against", () => {
  const listed = ["rent", "electricity", "home-insurance", "work-travel", "union-fee", "unemployment-fund"] as const;
  for (const type of listed) expect([type, pension(520_000, [standing(type, 100)]).reasons]).toEqual([type, []]);
  for (const type of ["internet", "medicine"] as const)
    expect([type, pension(520_000, [standing(type, 100)]).reasons]).toEqual([type, ["not-codified"]]);
});

test("a special cost that nobody has approved is a question of its own, and no question about the surplus", () => {
  expect(pension(518_100, [asked]).reasons).toEqual(["cost-not-assessed", "surplus"]);
});

test("a person's note about the surplus closes it", () => {
  const settled = [{ reason: "not-codified" as const, factId: "special-costs" }];
  expect(pension(598_000, [glasses], { settled })).toMatchObject({ outcome: "prefilled", grantOre: 20_000 });
});

test("what is not approved, or of a kind the municipality has no guideline for, is worth nothing yet", () => {
  const own = { ...standing("internet", 100) };
  const noGuideline = pension(520_000, [own], {});
  expect(noGuideline.reasons).toEqual(["not-codified"]);
  const lawAlone = run(
    { incomes: [paid("pension", 0, { netOre: 520_000, lastCountedOre: 520_000 })], costs: [own] },
    nationalLawAlone,
  );
  expect(lawAlone.findings.filter(({ provision }) => provision === "special-costs")).toEqual([]);
  expect(pension(517_000, [glasses]).findings).toContainEqual(
    expect.objectContaining({ provision: "special-costs", result: "met" }),
  );
});

test("while a part of the calculation is not known there is no surplus to speak of", () => {
  const asksOf = (receipt: Assessed): number =>
    receipt.findings.filter(({ provision }) => provision === "special-costs").length;
  const lunchUnknown = lone({ birthDate: "2020-06-01" });
  expect(asksOf(pension(900_000, [glasses]))).toBe(1);
  // No personal costs, no common costs, no income.
  expect(asksOf(pension(900_000, [glasses], { household: lunchUnknown }))).toBe(0);
  const two = { sizeInHome: 2, sharesHome: false, members: renewal().household.members };
  expect(asksOf(pension(900_000, [glasses], { household: two }))).toBe(0);
  expect(asksOf(pension(900_000, [glasses], { sources: { ...uneventful.sources, FK: "unavailable" } }))).toBe(0);
});

test("a need that a person weighs is weighed so also where a municipality has written a guideline for it", () => {
  const { municipal } = samplePacks;
  const [rent] = municipal?.costRules ?? [];
  if (municipal === undefined || rent === undefined) throw new Error("the sample has a guideline for rent");
  const costRules = [...municipal.costRules, { ...rent, type: "glasses" as const }];
  const receipt = run(
    { incomes: [paid("pension", 0, { netOre: 518_100, lastCountedOre: 518_100 })], costs: [asked] },
    { ...samplePacks, municipal: { ...municipal, costRules } },
  );
  expect(receipt).toMatchObject({ reasons: ["cost-not-assessed", "surplus"], costsOre: 0, shortfallOre: -100 });
  expect(receipt.findings.filter(({ code }) => code === "cost-proved")).toEqual([]);
});
