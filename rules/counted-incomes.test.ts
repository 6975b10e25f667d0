import { expect, test } from "vitest";
import { run } from "./examples/assessed.js";
import { paid } from "./examples/cases.js";
import { nationalLawAlone } from "./packs.js";

test.each([
  ["whose payment date nobody knows", { paidOn: undefined }],
  ["made afterwards", { retroactive: true }],
  ["that is preliminary", { preliminary: true }],
])("a payment %s leaves the sum unknown, and nothing is granted on it", (_, change) => {
  const { paidOn, ...rest } = { ...paid("activity-support", 4000), ...change };
  const receipt = run({ incomes: [paidOn === undefined ? rest : { ...rest, paidOn }] });
  expect(receipt).toMatchObject({ countedIncomeOre: null, shortfallOre: null, grantOre: null });
});

test("a payment for two halves of two months counts by its days, where that is how it is read", () => {
  // The 16th of September to the 15th of October is 30 days, 15 of them in the month that is counted.
  const income = paid("activity-support", 4000, { from: "2025-09-16", to: "2025-10-15", paidOn: "2025-10-15" });
  const { variants } = run({ incomes: [income] }, nationalLawAlone);
  const counted = variants.filter(
    ({ figure, readings }) => figure === "countedIncomeOre" && readings["period-over-two-months"] === "split-by-days",
  );
  expect(new Set(counted.map(({ amountOre }) => amountOre))).toEqual(new Set([200_000]));
});
