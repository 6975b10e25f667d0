import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { run } from "../examples/assessed.js";
import { paid, standing } from "../examples/cases.js";

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
