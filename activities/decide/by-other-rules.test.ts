import { expect, test } from "vitest";
import type { MunicipalPack, Packs } from "../../contracts/rule-pack.js";
import { caseOf, renewal } from "../../rules/examples/cases.js";
import { samplePacks } from "../../rules/index.js";
import { simpleRenewal } from "../../api/test-support/a-household.js";
import { assessAndSeal } from "../sealed-receipt.js";
import { isByOtherRules } from "./by-other-rules.js";

const rulebook = { version: "test", hash: "0".repeat(64) };
const input = simpleRenewal();
const { receipt } = assessAndSeal(input, { rulebook, packs: samplePacks });

const overlay = (change: (pack: MunicipalPack) => Partial<MunicipalPack>): Packs => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("The sample municipality has an overlay.");
  return { ...samplePacks, municipal: { ...municipal, version: "2", ...change(municipal) } };
};
/** The rent guideline of the household of one, in kronor. */
const rentAt = (kronor: number): Packs =>
  overlay(({ costRules }) => ({
    costRules: costRules.map((rule) =>
      rule.type === "rent" ? { ...rule, caps: rule.caps.map((cap) => ({ ...cap, capOre: kronor * 100 })) } : rule,
    ),
  }));
const stopped = (provision: string): Packs => ({
  ...samplePacks,
  stopped: [{ provision, reason: "Fel i regeln", since: input.today }],
});

test("the rules that it was assessed by are the ones in force, and so are another version's that say the same of it", () => {
  expect(receipt.grantOre).toBe(619_000);
  expect(isByOtherRules({ input, receipt }, samplePacks)).toBe(false);
  expect(
    isByOtherRules(
      { input, receipt },
      overlay(() => ({})),
    ),
  ).toBe(false);
  expect(isByOtherRules({ input, receipt }, rentAt(5_640))).toBe(false);
});

test("one krona less in the guideline is other rules, and so is a rule that somebody has stopped since", () => {
  expect(isByOtherRules({ input, receipt }, rentAt(5_639))).toBe(true);
  expect(isByOtherRules({ input, receipt }, stopped("cost-rent"))).toBe(true);
  expect(isByOtherRules({ input, receipt }, stopped("job-stimulus"))).toBe(false);
});

test("what was assessed with the rule stopped, or is a person's for another reason, may be decided as it stands", () => {
  const packs = stopped("cost-rent");
  expect(isByOtherRules({ input, receipt: assessAndSeal(input, { rulebook, packs }).receipt }, packs)).toBe(false);
  const first = caseOf({ ...renewal(), kind: "first" });
  const seen = assessAndSeal(first, { rulebook, packs: samplePacks }).receipt;
  expect(seen.outcome).toBe("referred");
  expect(
    isByOtherRules(
      { input: first, receipt: seen },
      overlay(() => ({})),
    ),
  ).toBe(false);
});
