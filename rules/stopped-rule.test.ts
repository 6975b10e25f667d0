import fc from "fast-check";
import { expect, test } from "vitest";
import { localDate } from "../contracts/dates.js";
import { assess } from "./assess.js";
import { caseOf, renewal, standing } from "./examples/cases.js";
import { samplePacks } from "./packs.js";
import { provisions } from "./rulebook.js";

const stop = (provision: string) => ({ provision, reason: "Räknar fel.", since: localDate("2025-10-20") });
const usual = caseOf(renewal({ costs: [standing("rent", 5600)] }));

test("a stopped rule keeps every case it touches from being prefilled, with its own name as the reason", () => {
  const assessed = assess(usual, { ...samplePacks, stopped: [stop("cost-rent")] });
  expect(assessed).toMatchObject({ outcome: "referred", reasons: ["rule-stopped"], grantOre: null });
  const found = assessed.findings.find(({ reason }) => reason === "rule-stopped");
  expect(found).toMatchObject({ provision: "cost-rent", factId: "cost-rent", result: "cannot-tell" });
  expect(found?.text).toContain("Räknar fel.");
});

test("a stopped rule that has nothing to say of a case does not hold it up", () => {
  expect(assess(usual, { ...samplePacks, stopped: [stop("cost-medicine")] }).outcome).toBe("prefilled");
});

test("a stop never changes an amount and never makes a case simpler, whichever rule is stopped", () => {
  const before = assess(usual, samplePacks);
  fc.assert(
    fc.property(fc.constantFrom(...provisions.map(({ id }) => id)), (id) => {
      const after = assess(usual, { ...samplePacks, stopped: [stop(id)] });
      expect(after.lines).toEqual(before.lines);
      expect(after.shortfallOre).toBe(before.shortfallOre);
      expect(after.reasons.filter((reason) => reason !== "rule-stopped")).toEqual(before.reasons);
    }),
    { seed: 7, numRuns: 100 },
  );
});
