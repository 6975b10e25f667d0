import { expect, test } from "vitest";
import { assess } from "./assess.js";
import { samplePacks } from "./packs.js";
import { caseOf } from "./examples/cases.js";
import { sampleMonth } from "./examples/sample-month.js";

test.each(sampleMonth)("household $id, $title, is $outcome", ({ input, outcome, reasons, grant, shortfall }) => {
  const receipt = assess(caseOf(input), samplePacks);
  expect(receipt.reasons).toEqual(reasons);
  expect(receipt.outcome).toBe(outcome);
  expect(receipt.grantOre).toBe(grant === undefined ? null : grant * 100);
  const expectedShortfall = grant ?? shortfall;
  if (expectedShortfall !== undefined) expect(receipt.shortfallOre).toBe(expectedShortfall * 100);
});

test("there are twenty-four households, twelve of them prefilled", () => {
  expect(sampleMonth.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
  expect(sampleMonth.filter(({ outcome }) => outcome === "prefilled")).toHaveLength(12);
});
