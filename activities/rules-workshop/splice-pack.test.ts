import { expect, test } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import type { DelegationItem, MunicipalPack } from "../../contracts/rule-pack.js";
import { mandateFor } from "../../rules/mandates.js";
import { samplePacks } from "../../rules/packs.js";
import { splicePack } from "./splice-pack.js";

const overlay = (delegation: (item: DelegationItem) => readonly DelegationItem[]): MunicipalPack => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("The sample municipality has an overlay.");
  return { ...municipal, delegation: municipal.delegation.flatMap(delegation) };
};

// One item with two limits: grants to 25 000 kr as adopted, other aid to 1 000 kr.
const twice = overlay((item) =>
  item.item === "3.2" && item.role === "caseworker" && item.to === undefined
    ? [item, { ...item, outcomes: ["discretionary"], upToOre: 100_000 }]
    : [item],
);
const now = overlay((item) => (item.item === "3.2" ? [{ ...item, upToOre: 500_000 }] : [item]));
const on = localDate("2026-02-01");
const mandates = (pack: MunicipalPack) =>
  (["granted", "discretionary"] as const).map(
    (outcome) => mandateFor({ roles: ["caseworker"], outcome, amountOre: 100_000, on }, pack)?.upToOre,
  );

test("a version that is rolled back to gives every mandate that it gave, also two of one item", () => {
  const back = splicePack(now, { earlier: twice, from: month("2026-01"), source: "Nämndens beslut 2025-12-10 § 140" });
  if (back?.layer !== "municipal") throw new Error("The overlay is of the municipality.");
  expect(mandates(twice)).toEqual([2_500_000, 100_000]);
  expect(mandates(now)).toEqual([500_000, undefined]);
  expect(mandates(back)).toEqual(mandates(twice));
});
