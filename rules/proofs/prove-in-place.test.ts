import { expect, test } from "vitest";
import type { Packs } from "../../contracts/rule-pack.js";
import { samplePacks } from "../packs.js";
import { proveInPlace } from "./prove-in-place.js";
import { provePack } from "./prove-pack.js";
import { nationalWith, normOf, overlayWith } from "./test-support.js";

const law = nationalWith("law", {});
const guideline = { class: "board-guideline", source: "Nämnden 2024-11-20 § 118" };

/** The shipped packs with a new law, and an overlay that says of an income what the law has said until now. */
const withLaw = (draft: typeof law): Packs => ({
  national: samplePacks.national.map((pack) => (pack.id === draft.id ? draft : pack)),
  municipal: overlayWith({ incomeRules: [{ ...guideline, type: "salary", from: "2025-01", treatment: "counts" }] }),
});

test("packs that ship prove themselves, whichever of them is looked at as the draft", () => {
  for (const pack of samplePacks.national) expect(proveInPlace(pack, samplePacks)).toEqual([]);
});

test("national law that makes an income a person's breaks an overlay's rule for it, though the law itself holds", () => {
  expect(proveInPlace(law, withLaw(law))).toEqual([]);
  const draft = nationalWith("law", {
    incomeRules: law.incomeRules.flatMap((rule) =>
      rule.type === "salary"
        ? [
            { ...rule, to: "2026-12" },
            { ...rule, from: "2027-01", treatment: "person" },
          ]
        : [rule],
    ),
  });
  const packs = withLaw(draft);
  expect(provePack(draft, packs.national)).toEqual([]);
  expect(proveInPlace(draft, packs)).toMatchObject([
    {
      code: "income-guard-lowered",
      row: "exempelkoping: incomeRules[0]",
      message: expect.stringContaining(`${packs.municipal?.title ?? ""}: Inkomst: `) as string,
      counterexample: { kind: "income", month: "2027-01" },
    },
  ]);
});

test("what is wrong in the draft is told once, as the draft's own", () => {
  const draft = normOf(2025, { "child-3": null });
  const packs = { ...samplePacks, national: samplePacks.national.map((pack) => (pack.id === draft.id ? draft : pack)) };
  expect(proveInPlace(draft, packs)).toEqual(provePack(draft, packs.national));
});
