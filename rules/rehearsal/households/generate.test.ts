import fc from "fast-check";
import { expect, test } from "vitest";
import { caseSchema } from "../../../contracts/case.js";
import { addMonths, ageOn, firstDayOf, month } from "../../../contracts/dates.js";
import { assess } from "../../assess.js";
import { randomFrom } from "../../examples/seeded-random.js";
import { nationalLawAlone, samplePacks } from "../../packs.js";
import type { ReadableCase } from "../rehearsal-case.js";
import { generateHouseholds } from "./generate.js";

const made = (seed: number, wanted: { households?: number; months?: number; packs?: typeof samplePacks } = {}) =>
  generateHouseholds({
    households: 40,
    months: 3,
    last: month("2025-12"),
    packs: samplePacks,
    ...wanted,
    random: randomFrom(seed),
  });

const isChild = (role: string): boolean => role === "child" || role === "visiting-child";
const share = (cases: readonly ReadableCase[], holds: (one: ReadableCase) => boolean): number =>
  cases.filter(holds).length / cases.length;

test("every household that is made up is a valid case and is assessed, whatever the seed and the packs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom(samplePacks, nationalLawAlone),
      (seed, packs) => {
        for (const { case: value } of made(seed, { households: 8, packs })) {
          expect(caseSchema.safeParse(value).error).toBeUndefined();
          expect(assess(value, packs).findings.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("the same seed gives the same households, and another seed gives others", () => {
  expect(made(7)).toEqual(made(7));
  expect(made(8)).not.toEqual(made(7));
});

test("as many households as asked for apply in each of the months, the last one last", () => {
  const cases = made(3, { households: 25, months: 12 });
  expect(cases).toHaveLength(300);
  expect(new Set(cases.map(({ case: { benefitMonth } }) => benefitMonth))).toEqual(
    new Set(Array.from({ length: 12 }, (_, at) => addMonths(month("2025-01"), at))),
  );
  expect(new Set(cases.map(({ ref }) => ref)).size).toBe(300);
});

test("a renewal is compared with the household's own last month, and knows its earlier months", () => {
  const cases = made(5, { months: 6 });
  const byRef = new Map(cases.map((one) => [one.ref, one.case]));
  let compared = 0;
  for (const { household, case: value } of cases) {
    const before = byRef.get(`${household ?? ""}-${addMonths(value.benefitMonth, -1)}`);
    if (before === undefined) continue;
    compared += 1;
    expect(value.previous?.month).toBe(before.benefitMonth);
    expect(value.previous?.lines.filter(({ kind }) => kind === "cost").map(({ amountOre }) => amountOre)).toEqual(
      before.costs.map(({ appliedOre }) => appliedOre),
    );
    expect(value.history?.some((row) => row.month === before.benefitMonth)).toBe(true);
  }
  expect(compared).toBeGreaterThan(150);
});

test("household sizes, first applications and the share that needs nobody are near the figures they are made after", () => {
  const cases = made(7, { households: 200, months: 12 });
  const people = cases.flatMap(({ case: { household } }) => household.members);
  const each = (isOf: (role: string) => boolean): number =>
    people.filter(({ role }) => isOf(role)).length / cases.length;
  expect(Math.abs(each((role) => !isChild(role)) - 1.19)).toBeLessThan(0.08);
  expect(Math.abs(each(isChild) - 0.63)).toBeLessThan(0.15);
  const months = new Map<string, number>();
  for (const { household = "" } of cases) months.set(household, (months.get(household) ?? 0) + 1);
  expect(cases.length / months.size).toBeGreaterThan(5.5);
  expect(cases.length / months.size).toBeLessThan(7.5);
  const prefilled = share(cases, ({ case: value }) => assess(value, samplePacks).outcome === "prefilled");
  expect(prefilled).toBeGreaterThan(0.25);
  expect(prefilled).toBeLessThan(0.45);
});

test("children of every age there is a row for are among them, and nobody is too old to be one", () => {
  const ages = new Set(
    made(11, { households: 300, months: 1 }).flatMap(({ case: { household, benefitMonth } }) =>
      household.members
        .filter(({ role }) => isChild(role))
        .map(({ birthDate }) => ageOn(birthDate, firstDayOf(benefitMonth))),
    ),
  );
  for (const age of [0, 1, 3, 5, 8, 12, 17, 19]) expect(ages).toContain(age);
  expect(Math.max(...ages)).toBeLessThanOrEqual(20);
});
