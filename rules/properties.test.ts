import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "../contracts/case.js";
import type { Assessed } from "../contracts/receipt.js";
import { sumOre } from "../contracts/money.js";
import { assess } from "./assess.js";
import { nationalLawAlone, samplePacks } from "./packs.js";
import { caseOf } from "./examples/cases.js";
import { sampleMonth } from "./examples/sample-month.js";

const samples = fc.constantFrom(...sampleMonth.map(({ input }) => input));
const packs = fc.constantFrom(samplePacks, nationalLawAlone);
const runs = { numRuns: 50 };
const linesOf = (receipt: Assessed, kind: "norm" | "cost" | "income" | "disregard"): number =>
  sumOre(receipt.lines.filter((line) => line.kind === kind).map(({ amountOre }) => amountOre));

test("every krona of a figure has a line, whatever the packs", () => {
  fc.assert(
    fc.property(samples, packs, (input, given) => {
      const receipt = assess(caseOf(input), given);
      if (receipt.normOre !== null) expect(linesOf(receipt, "norm")).toBe(receipt.normOre);
      if (receipt.costsOre !== null) expect(linesOf(receipt, "cost")).toBe(receipt.costsOre);
      if (receipt.countedIncomeOre !== null)
        expect(linesOf(receipt, "income") - linesOf(receipt, "disregard")).toBe(receipt.countedIncomeOre);
      for (const line of receipt.lines) {
        expect(line.basis.length).toBeGreaterThan(0);
        expect(line.facts.length).toBeGreaterThan(0);
      }
    }),
    runs,
  );
});

const figuresOf = ({
  outcome,
  reasons,
  normOre,
  costsOre,
  countedIncomeOre,
  shortfallOre,
  grantOre,
}: Assessed): unknown => ({
  outcome,
  reasons,
  normOre,
  costsOre,
  countedIncomeOre,
  shortfallOre,
  grantOre,
});

const shuffled = (value: Case, seed: { readonly next: () => number }): Case => {
  const shuffle = <T>(rows: readonly T[]): T[] =>
    rows
      .map((row) => ({ row, at: seed.next() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ row }) => row);
  return {
    ...value,
    costs: shuffle(value.costs),
    incomes: shuffle(value.incomes),
    household: { ...value.household, members: shuffle(value.household.members) },
    ...(value.history === undefined ? {} : { history: shuffle(value.history) }),
  };
};

test("the order of members, costs, incomes and history makes no difference", () => {
  fc.assert(
    fc.property(samples, packs, fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })), (input, given, stream) => {
      const value = caseOf(input);
      const order = { next: () => Number(stream.next().value) };
      expect(figuresOf(assess(shuffled(value, order), given))).toEqual(figuresOf(assess(value, given)));
    }),
    runs,
  );
});

test("a grant is never negative, and more counted income never gives more", () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 2_000_000 }), (input, moreOre) => {
      const value = caseOf(input);
      const before = assess(value, samplePacks);
      const after = assess(
        {
          ...value,
          incomes: value.incomes.map((income, index) =>
            index === 0 ? { ...income, netOre: income.netOre + moreOre } : income,
          ),
        },
        samplePacks,
      );
      for (const { grantOre } of [before, after]) expect(grantOre ?? 0).toBeGreaterThanOrEqual(0);
      if (after.grantOre !== null) expect(after.grantOre).toBeLessThanOrEqual(before.grantOre ?? 0);
    }),
    runs,
  );
});

test("a cost split in two has the same sum, and does not slip under the guideline", () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 99 }), (input, percent) => {
      const value = caseOf(input);
      const [first, ...rest] = value.costs;
      if (first === undefined) return;
      const partOre = Math.floor((first.appliedOre * percent) / 100);
      const part = (id: string, amountOre: number): typeof first => ({
        ...first,
        id,
        appliedOre: amountOre,
        lastApprovedOre: amountOre,
      });
      const split = assess(
        { ...value, costs: [part("k-one", partOre), part("k-two", first.appliedOre - partOre), ...rest] },
        samplePacks,
      );
      const whole = assess(value, samplePacks);
      expect(split.costsOre).toBe(whole.costsOre);
      expect(split.reasons.includes("cost-above-guideline")).toBe(whole.reasons.includes("cost-above-guideline"));
    }),
    runs,
  );
});

test("the same case and packs give the same assessment", () => {
  for (const { input } of sampleMonth)
    expect(assess(caseOf(input), samplePacks)).toEqual(assess(caseOf(structuredClone(input)), samplePacks));
});
