import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { readingKeySchema } from "../../contracts/codes/open-readings.js";
import { month } from "../../contracts/dates.js";
import { readingRehearsalSchema } from "../../contracts/rehearsal.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { lone } from "../examples/assessed.js";
import { caseOf, renewal } from "../examples/cases.js";
import { randomFrom } from "../examples/seeded-random.js";
import { nationalLawAlone, samplePacks } from "../packs.js";
import { generateHouseholds } from "./households/generate.js";
import { rehearseReadings } from "./rehearse-readings.js";
import type { ReadableCase } from "./rehearsal-case.js";

const stored = (ref: string, parts: Partial<CaseInput>): ReadableCase => ({ ref, case: caseOf(renewal(parts)) });

/** Turns 11 in the middle of the month, when the row goes from 3 790 to 4 350 kr. */
const turning = stored("turning", { household: lone({ birthDate: "2014-11-15" }) });
const alone = stored("alone", {});

const without = (key: string): Packs => ({
  ...samplePacks,
  municipal: samplePacks.municipal && {
    ...samplePacks.municipal,
    readings: samplePacks.municipal.readings.filter((row) => row.key !== key),
  },
});

test("each option of a chosen reading is set against the choice, in kronor, households and children", () => {
  const { chosen, cases, dependent, options } = rehearseReadings({
    cases: [turning, alone],
    packs: samplePacks,
    key: "age-at",
  });
  expect([chosen, cases, dependent]).toEqual([["first-day"], 2, { cases: 1, households: 1, children: 1 }]);
  // 3 910 + 1 400 for the adult and the home; the child's row by age, and by 14 and 16 days of 30 in between.
  expect(
    options.map(({ option, totalOre, aboveLeastOre, more }) => [option, totalOre, aboveLeastOre, more.cases]),
  ).toEqual([
    ["first-day", 9100_00, 0, 0],
    ["last-day", 9660_00, 560_00, 1],
    ["month-after", 9100_00, 0, 0],
    ["pro-rata", 9399_00, 299_00, 1],
  ]);
});

test("options of a reading that is not chosen are set against each other, and say whom a choice would help to a decision", () => {
  const { chosen, dependent, options } = rehearseReadings({
    cases: [turning, alone],
    packs: without("age-at"),
    key: "age-at",
  });
  expect(chosen).toEqual(["unset"]);
  expect(dependent.cases).toBe(1);
  expect(
    options.map(({ option, aboveLeastOre, more, newlyPrefilled }) => [
      option,
      aboveLeastOre,
      more.cases,
      newlyPrefilled.cases,
    ]),
  ).toEqual([
    ["first-day", 0, 0, 1],
    ["last-day", 560_00, 0, 1],
    ["month-after", 0, 0, 1],
    ["pro-rata", 299_00, 0, 1],
  ]);
});

test("a reading that nobody's case turns on costs and gives nothing", () => {
  const { dependent, options } = rehearseReadings({ cases: [alone], packs: nationalLawAlone, key: "leap-birthday" });
  expect(dependent).toEqual({ cases: 0, households: 0, children: 0 });
  for (const { totalOre, aboveLeastOre, newlyPrefilled } of options)
    expect([totalOre, aboveLeastOre, newlyPrefilled.cases]).toEqual([0, 0, 0]);
});

test("of every reading the option in force changes nothing, and the order of the cases makes no difference", () => {
  const cases = generateHouseholds({
    households: 30,
    months: 2,
    last: month("2025-12"),
    packs: samplePacks,
    random: randomFrom(21),
  });
  for (const key of readingKeySchema.options) {
    const result = rehearseReadings({ cases, packs: samplePacks, key });
    expect(readingRehearsalSchema.safeParse(result).error).toBeUndefined();
    expect(Math.min(...result.options.map(({ aboveLeastOre }) => aboveLeastOre))).toBe(0);
    // The option in force changes nothing.
    const inForce = result.options.find(({ option }) => result.chosen.length === 1 && result.chosen.includes(option));
    if (inForce !== undefined)
      expect([inForce.more.cases, inForce.less.cases, inForce.newlyPrefilled.cases]).toEqual([0, 0, 0]);
  }
  expect(
    rehearseReadings({ cases: cases.toReversed(), packs: samplePacks, key: "part-time-child-common-cost" }),
  ).toEqual(rehearseReadings({ cases, packs: samplePacks, key: "part-time-child-common-cost" }));
});
