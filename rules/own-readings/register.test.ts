import { expect, test } from "vitest";
import { readingKeySchema } from "../../contracts/codes/open-readings.js";
import { municipalPackSchema } from "../../contracts/rule-pack.js";
import { needExceedsMeans } from "../provisions/need-exceeds-means.js";
import { provisions } from "../rulebook.js";
import { ownReadings } from "./register.js";

/** `open-readings` is no provision of its own: it evaluates the others once per option. */
const known = new Set([...provisions, needExceedsMeans].map(({ id }) => id)).add("open-readings");

test("every open reading is in the register of what is our reading, once, beside those that no choice covers", () => {
  const listed = ownReadings.flatMap(({ reading }) => reading ?? []);
  expect(listed.toSorted()).toEqual(readingKeySchema.options.toSorted());
  expect(ownReadings.length).toBeGreaterThan(listed.length);
  expect(new Set(ownReadings.map(({ key }) => key)).size).toBe(ownReadings.length);
});

test.each(ownReadings.map((each) => [each.key, each] as const))(
  "%s names provisions and parts of a pack that exist",
  (_, { provisions: touched, set = [] }) => {
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.filter((id) => !known.has(id))).toEqual([]);
    expect(set.filter((part) => !(part in municipalPackSchema.shape))).toEqual([]);
  },
);

test("every reading says what is done, why it is open, what was looked at, and what happens if a court reads otherwise", () => {
  for (const { key, does, why, lookedAt, otherwise } of ownReadings)
    for (const text of [does, why, lookedAt, otherwise]) expect([key, text.length > 20]).toEqual([key, true]);
});

test("a point that goes to a person because no rule expresses it is confessed in the register", () => {
  expect(ownReadings.some(({ provisions: touched }) => touched.includes("not-codified"))).toBe(true);
});
