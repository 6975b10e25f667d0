import { expect, test } from "vitest";
import { acceptanceCases, assessedCase } from "../cli/rule-docs/acceptance-cases.js";

const examples = acceptanceCases();

test("every executable acceptance case has an example", () => {
  const ids = new Set(examples.map(({ id }) => id.slice(0, 5)));
  expect([...ids].toSorted()).toEqual(
    ["01", "04", "05", "09", "12", "14", "16", "17", "22", "24", "28", "31", "33", "34"].map(
      (number) => `AC-${number}`,
    ),
  );
});

test.each(examples)("$id ($class) comes out as its source says", (example) => {
  expect(assessedCase(example)).toMatchObject(example.expected);
});
