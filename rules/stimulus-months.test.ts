import { describe, expect, test } from "vitest";
import { addMonths, month, type Month } from "../contracts/dates.js";
import { hasStimulusIn, stimulusMonthOf, stimulusPeriods, type MonthOfAid } from "./stimulus-months.js";

const months = (from: string, count: number, counts = true): MonthOfAid[] =>
  Array.from({ length: count }, (_, index): MonthOfAid => ({ month: addMonths(month(from), index), counts }));
const has = (on: string, aid: readonly MonthOfAid[]): boolean => hasStimulusIn(month(on), stimulusPeriods(aid));

test("five months in a row are not enough, six give a right of exactly two years from the month after", () => {
  expect(stimulusPeriods(months("2025-01", 5))).toEqual([]);
  const [period] = stimulusPeriods(months("2025-01", 6));
  expect(period).toEqual({ from: "2025-07" satisfies string, to: "2027-06" });
  const six = months("2025-01", 6);
  expect([has("2025-06", six), has("2025-07", six), has("2027-06", six), has("2027-07", six)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("a refused month breaks the run, and the two years start when six new months are met", () => {
  const aid = [...months("2025-01", 5), ...months("2025-06", 1, false), ...months("2025-07", 6)];
  expect(stimulusPeriods(aid)).toEqual([{ from: "2026-01", to: "2027-12" }]);
});

test("breaks inside the two years do not end the right", () => {
  expect(has("2026-10", [...months("2025-01", 6), ...months("2026-05", 1, false)])).toBe(true);
});

test("after the two years six new months are needed, counted from their end", () => {
  const aid = months("2025-01", 36);
  expect(stimulusPeriods(aid)).toEqual([
    { from: "2025-07", to: "2027-06" },
    { from: "2028-01", to: "2029-12" },
  ]);
});

test("the order of the history and repeated months make no difference", () => {
  const aid = months("2025-01", 6);
  const first: Month = month("2025-01");
  expect(stimulusPeriods([...aid.toReversed(), { month: first, counts: true }])).toEqual(stimulusPeriods(aid));
});

describe("the number of a month in the two years", () => {
  const periods = [{ from: month("2025-01"), to: month("2026-12") }];
  test.each([
    ["2024-12", undefined],
    ["2025-01", 1],
    ["2026-01", 13],
    ["2026-12", 24],
    ["2027-01", undefined],
  ])("of %s is %s", (on, number) => {
    expect(stimulusMonthOf(month(on), periods)).toBe(number);
  });
});
