import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, localDate, month } from "../contracts/dates.js";
import type { MunicipalPack, Packs } from "../contracts/rule-pack.js";
import { assessingBoth } from "./assess-both.js";
import { assessWith } from "./assess.js";
import { caseOf, renewal, standing } from "./examples/cases.js";
import { randomFrom } from "./examples/seeded-random.js";
import { nationalLawAlone, neighbourOverlay, samplePacks } from "./packs.js";
import { parametersFor } from "./parameters.js";
import { generateHouseholds } from "./rehearsal/households/generate.js";
import { provisions } from "./rulebook.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;

const withOverlay = (change: Partial<MunicipalPack>): Packs => ({
  ...samplePacks,
  municipal: { ...overlay, ...change },
});
const kronor = (least: number, most: number) => fc.integer({ min: least, max: most }).map((whole) => whole * 100);

/** The law's tables and paragraphs with something else in each of them. */
const otherLaw = (addedOre: number): Packs => ({
  ...samplePacks,
  national: samplePacks.national.map((pack) => ({
    ...pack,
    riksnorm: pack.riksnorm.map((table) => {
      const { "adult-single": adult, "child-7-10": child } = table.cells;
      return {
        ...table,
        cells: {
          ...table.cells,
          ...(adult && { "adult-single": { ...adult, amountOre: adult.amountOre + addedOre } }),
          ...(child && { "child-7-10": { ...child, amountOre: child.amountOre - addedOre } }),
        },
      };
    }),
    priceBaseAmounts: pack.priceBaseAmounts.map((row) => ({
      ...row,
      amount: { ...row.amount, amountOre: Math.floor(row.amount.amountOre / 20) },
    })),
    legalPeriods: pack.legalPeriods.map((period) =>
      addedOre % 200 === 0
        ? period
        : { ...period, citations: { ...period.citations, calculation: "En påhittad paragraf" } },
    ),
  })),
});

/** Rules that differ from those of the sample municipality in one way, in many, or in none. */
const otherRules: fc.Arbitrary<Packs> = fc.oneof(
  fc.constantFrom(samplePacks, nationalLawAlone, { ...samplePacks, municipal: neighbourOverlay }),
  kronor(0, 400).map(otherLaw),
  kronor(3000, 12_000).map((capOre) =>
    withOverlay({ costRules: overlay.costRules.map((rule) => ({ ...rule, caps: [{ capOre }] })) }),
  ),
  fc
    .integer({ min: 0, max: 60 })
    .map((percent) => withOverlay({ incomeChange: overlay.incomeChange.map((row) => ({ ...row, percent })) })),
  fc
    .subarray(overlay.readings.map(({ key }) => key))
    .map((kept) => withOverlay({ readings: overlay.readings.filter(({ key }) => kept.includes(key)) })),
  fc
    .subarray(overlay.costRules.map(({ type }) => type))
    .map((kept) => withOverlay({ costRules: overlay.costRules.filter(({ type }) => kept.includes(type)) })),
  fc.constantFrom("counts", "does-not-count", "person").map((treatment) =>
    withOverlay({
      incomeRules: (["salary", "sickness-benefit", "child-allowance", "activity-support"] as const).map((type) => ({
        type,
        treatment,
        from: month("2020-01"),
        class: "board-guideline",
        source: "Riktlinjer (påhittade)",
      })),
    }),
  ),
  fc.constantFrom(...provisions.map(({ id }) => id)).map((provision) => ({
    ...samplePacks,
    stopped: [{ provision, reason: "Prövas om", since: localDate("2025-01-10") }],
  })),
);

const someMonths = fc
  .record({ seed: fc.integer({ min: 0, max: 100_000 }), ahead: fc.constantFrom(0, 7, 10) })
  .map(({ seed, ahead }) =>
    generateHouseholds({
      households: 6,
      months: 1,
      last: addMonths(month("2025-12"), ahead),
      packs: samplePacks,
      random: randomFrom(seed),
    }),
  );

test("a case assessed by two sets of rules at once comes out as by each alone, whatever they differ in", () => {
  fc.assert(
    fc.property(someMonths, otherRules, otherRules, (cases, one, other) => {
      for (const { case: value } of cases) {
        const before = parametersFor(one, value.benefitMonth);
        const after = parametersFor(other, value.benefitMonth);
        expect(assessingBoth({ before, after })(value)).toEqual({
          before: assessWith(value, before),
          after: assessWith(value, after),
        });
      }
    }),
    { numRuns: 30 },
  );
});

test("what asks nothing that differs is worked out once and stands in both; the sum is concluded on in each", () => {
  const value = caseOf(renewal({ costs: [standing("rent", 7000), standing("electricity", 500)] }));
  const after = withOverlay({
    costRules: overlay.costRules.map((rule) => (rule.type === "rent" ? { ...rule, caps: [{ capOre: 500_00 }] } : rule)),
  });
  const both = assessingBoth({
    before: parametersFor(samplePacks, value.benefitMonth),
    after: parametersFor(after, value.benefitMonth),
  })(value);
  const apart = both.after.findings.filter((finding) => !both.before.findings.includes(finding));
  expect(new Set(apart.map(({ provision }) => provision))).toEqual(new Set(["cost-rent", "need-exceeds-means"]));
});
