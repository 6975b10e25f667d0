import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { assessAndSeal } from "../../activities/sealed-receipt.js";
import { assessmentIdSchema, sha256Schema } from "../../contracts/ids.js";
import { caseOf, paid, renewal } from "../../rules/examples/cases.js";
import { nearestFacts, samplePacks } from "../../rules/index.js";
import { createNearestFacts } from "./nearest-facts.js";

const rulebook = { version: "test", hash: sha256Schema.parse("0".repeat(64)) };
const input = caseOf(renewal({ incomes: [paid("activity-support", 3_000)] }));
const assessed = () => ({
  id: assessmentIdSchema.parse(randomUUID()),
  input,
  receipt: assessAndSeal(input, { rulebook, packs: samplePacks }).receipt,
});

test("an assessment is searched once, and another one anew", () => {
  const find = createNearestFacts(samplePacks);
  const one = assessed();
  const first = find(one);
  expect(first).toEqual(nearestFacts(input, samplePacks));
  expect(find(one)).toBe(first);
  expect(find(assessed())).not.toBe(first);
});

test("what was found long ago is forgotten, so that memory has an end", () => {
  const find = createNearestFacts(samplePacks);
  const one = assessed();
  const first = find(one);
  const protectedInput = { ...input, flags: { ...input.flags, protectedIdentity: true } };
  const { receipt } = assessAndSeal(protectedInput, { rulebook, packs: samplePacks });
  for (let count = 0; count < 200; count += 1)
    find({ id: assessmentIdSchema.parse(randomUUID()), input: protectedInput, receipt });
  expect(find(one)).not.toBe(first);
});

test("where the rules have changed since the assessment nothing is told of it, and it says why", () => {
  const stopped = {
    ...samplePacks,
    stopped: [{ provision: "countable-income", reason: "Räknar fel.", since: input.today }],
  };
  const { facts, summary } = createNearestFacts(stopped)(assessed());
  expect(facts).toEqual([]);
  expect(summary).toContain("Reglerna har ändrats sedan ärendet bedömdes");
});
