import fc from "fast-check";
import { expect, test } from "vitest";
import { caseSchema, type Case } from "../contracts/case.js";
import { costTypeSchema, proofSchema } from "../contracts/codes/costs.js";
import { deductionTypeSchema, incomeTypeSchema } from "../contracts/codes/incomes.js";
import { addDays, addMonths, localDate, month } from "../contracts/dates.js";
import type { Assessed } from "../contracts/receipt.js";
import { sumOre } from "../contracts/money.js";
import { assess } from "./assess.js";
import { caseOf, planFor, renewal, uneventful } from "./examples/cases.js";
import { randomFrom } from "./examples/seeded-random.js";
import { nationalLawAlone, samplePacks } from "./packs.js";
import { generateHouseholds } from "./rehearsal/households/generate.js";

// Cases nobody would think of: every kind of cost and income, any fact absent, any month from 2010 to 2027. Many of them
// are a person's; what is held of them holds whatever is in the file.

const someOre = fc.integer({ min: 0, max: 12_000 }).map((kronor) => kronor * 50);
const dateAround = fc.integer({ min: -90, max: 60 }).map((days) => addDays(localDate("2025-10-15"), days));
const birthDate = fc.integer({ min: 0, max: 21 * 366 }).map((days) => addDays(localDate("2025-12-05"), -days));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 5 });

const child = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      role: fc.constantFrom("child", "child", "visiting-child"),
      birthDate,
      days: fc.constantFrom(0, 10, 15, 29, 30, 31),
      lunchAway: fc.boolean(),
      pupil: fc.constantFrom("preschool", "compulsory", "upper-secondary", "none"),
      agreement: fc.constant({ from: "2025-01-01", to: "2025-12-31", commonCost: "not-counted" }),
    },
    { requiredKeys: ["id", "role", "birthDate"] },
  );

const cost = fc.record(
  {
    type: fc.constantFrom(...costTypeSchema.options),
    appliedOre: someOre,
    lastApprovedOre: someOre,
    proof: fc.constantFrom(...proofSchema.options),
    documentOre: someOre,
    standingUntil: dateAround,
    graceUntil: dateAround,
    assessedOre: someOre,
  },
  { requiredKeys: ["type", "appliedOre"] },
);

const income = fc.record(
  {
    memberId: fc.constantFrom("a", "a", "c0"),
    type: fc.constantFrom(...incomeTypeSchema.options),
    source: fc.constantFrom("FK", "SO", "applicant", "document", "caseworker"),
    netOre: someOre,
    declared: fc.boolean(),
    from: dateAround,
    to: dateAround,
    paidOn: dateAround,
    deductions: fc.array(fc.record({ type: fc.constantFrom(...deductionTypeSchema.options), amountOre: someOre }), {
      maxLength: 2,
    }),
    preliminary: fc.boolean(),
    retroactive: fc.boolean(),
    proof: fc.constantFrom(...proofSchema.options),
    documentOre: someOre,
    lastCountedOre: someOre,
    assessed: fc.constantFrom("counts", "does-not-count"),
  },
  { requiredKeys: ["memberId", "type", "source", "netOre"] },
);

const outcomes = fc.constantFrom("granted", "granted", "granted", "partly-granted", "refused", "emergency");
const history = fc
  .array(outcomes, { maxLength: 30 })
  .map((all) => all.map((outcome, at) => ({ month: addMonths(month("2025-10"), -at), outcome })));

const oddCase: fc.Arbitrary<Case> = fc
  .record({
    benefitMonth: fc.constantFrom(
      "2025-11",
      "2025-11",
      "2025-11",
      "2010-12",
      "2013-07",
      "2024-03",
      "2026-05",
      "2027-01",
    ),
    children: fc
      .nat({ max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => child(`c${String(at)}`)))),
    costs: fc.array(cost, { maxLength: 4 }),
    incomes: fc.array(income, { maxLength: 4 }),
    history: maybe(history),
    home: maybe(fc.integer({ min: 1, max: 6 })),
    shares: maybe(fc.boolean()),
    balanceOre: maybe(fc.integer({ min: -500_000, max: 500_000 })),
  })
  .map(({ benefitMonth, children, costs, incomes, history: months, home, shares, balanceOre }) =>
    caseSchema.parse({
      ...Object.fromEntries(Object.entries(renewal()).filter(([key]) => key !== "history")),
      benefitMonth,
      household: {
        members: [{ id: "a", role: "applicant", birthDate: "1990-05-02" }, ...children],
        ...(home === undefined ? {} : { sizeInHome: home }),
        ...(shares === undefined ? {} : { sharesHome: shares, sharesHomeUntil: "2026-06-30" }),
      },
      planning: [{ ...planFor("a"), from: "2010-01-01", to: "2028-01-01" }],
      costs: costs.map((each, at) => ({ ...each, id: `k${String(at)}` })),
      incomes: incomes.map((each, at) => ({
        ...each,
        id: `i${String(at)}`,
        memberId: children.length === 0 ? "a" : each.memberId,
      })),
      ...(months === undefined ? {} : { history: months }),
      previous: { ...uneventful.previous, ...(balanceOre === undefined ? {} : { balanceOre }) },
    }),
  );

/** A month of a household as households are; about one in three of them is prefilled. */
const plausibleCase: fc.Arbitrary<Case> = fc
  .record({ seed: fc.integer({ min: 1, max: 1_000_000 }), last: fc.constantFrom("2025-11", "2025-11", "2026-08") })
  .map(({ seed, last }) => {
    const [first] = generateHouseholds({
      households: 1,
      months: 1,
      last: month(last),
      packs: samplePacks,
      random: randomFrom(seed),
    });
    return first?.case ?? caseOf(renewal());
  });

const anyCase = fc.oneof(oddCase, { arbitrary: plausibleCase, weight: 2 });

const packs = fc.constantFrom(samplePacks, nationalLawAlone);
const runs = { numRuns: 120 };

const linesOf = (receipt: Assessed, ...kinds: readonly string[]): number =>
  sumOre(receipt.lines.filter(({ kind }) => kinds.includes(kind)).map(({ amountOre }) => amountOre));

test("a grant is whole öre above nothing, has no reason against it, rests on verified figures and is need less means", () => {
  fc.assert(
    fc.property(anyCase, packs, (value, given) => {
      const receipt = assess(value, given);
      const { grantOre, normOre, costsOre, countedIncomeOre, shortfallOre } = receipt;
      if (countedIncomeOre !== null) expect(countedIncomeOre).toBeGreaterThanOrEqual(0);
      if (normOre !== null && costsOre !== null && countedIncomeOre !== null && shortfallOre !== null)
        expect(Math.abs(normOre + costsOre - countedIncomeOre - shortfallOre)).toBeLessThan(100);
      if (grantOre === null) {
        expect(receipt.outcome).not.toBe("prefilled");
        expect(receipt.reasons.length).toBeGreaterThan(0);
        return;
      }
      expect(Number.isSafeInteger(grantOre) && grantOre > 0).toBe(true);
      expect([receipt.outcome, receipt.reasons, grantOre]).toEqual(["prefilled", [], shortfallOre]);
      expect(receipt.lines.every(({ verified }) => verified)).toBe(true);
    }),
    runs,
  );
});

test("every krona of every figure has a line with its paragraph and the facts it came from", () => {
  fc.assert(
    fc.property(anyCase, packs, (value, given) => {
      const receipt = assess(value, given);
      if (receipt.normOre !== null) expect(linesOf(receipt, "norm")).toBe(receipt.normOre);
      if (receipt.costsOre !== null) expect(linesOf(receipt, "cost")).toBe(receipt.costsOre);
      if (receipt.countedIncomeOre !== null)
        expect(linesOf(receipt, "income") - linesOf(receipt, "disregard")).toBe(receipt.countedIncomeOre);
      const isCodified = value.benefitMonth >= "2011-01" && value.benefitMonth < "2027-01";
      for (const { basis, facts } of receipt.lines) {
        if (isCodified) expect(basis.length).toBeGreaterThan(0);
        expect(facts.length).toBeGreaterThan(0);
      }
    }),
    runs,
  );
});

test("the order of members, costs, incomes and months makes no difference to what comes out", () => {
  fc.assert(
    fc.property(anyCase, packs, (value, given) => {
      const turned: Case = {
        ...value,
        costs: value.costs.toReversed(),
        incomes: value.incomes.toReversed(),
        household: { ...value.household, members: value.household.members.toReversed() },
        ...(value.history === undefined ? {} : { history: value.history.toReversed() }),
      };
      const { outcome, reasons, normOre, costsOre, countedIncomeOre, grantOre } = assess(value, given);
      expect(assess(turned, given)).toMatchObject({ outcome, reasons, normOre, costsOre, countedIncomeOre, grantOre });
    }),
    runs,
  );
});

test("more income in the month gives no less counted and no more granted", () => {
  fc.assert(
    fc.property(anyCase, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 500_000 }), (value, at, moreOre) => {
      const before = assess(value, samplePacks);
      const more = value.incomes.map((each, index) =>
        index === at ? { ...each, netOre: each.netOre + moreOre } : each,
      );
      const after = assess({ ...value, incomes: more }, samplePacks);
      if (before.countedIncomeOre !== null && after.countedIncomeOre !== null)
        expect(after.countedIncomeOre).toBeGreaterThanOrEqual(before.countedIncomeOre);
      if (before.shortfallOre !== null && after.shortfallOre !== null)
        expect(after.shortfallOre).toBeLessThanOrEqual(before.shortfallOre);
      if (before.grantOre !== null && after.grantOre !== null)
        expect(after.grantOre).toBeLessThanOrEqual(before.grantOre);
    }),
    runs,
  );
});

test("a cost in two rows is the same sum, and no question that the whole cost raises is gone", () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 100 }), (value, percent) => {
      const [first, ...rest] = value.costs;
      if (first === undefined) return;
      const part = (id: string, share: (ore: number) => number): typeof first => ({
        ...first,
        id,
        appliedOre: share(first.appliedOre),
        ...(first.lastApprovedOre === undefined ? {} : { lastApprovedOre: share(first.lastApprovedOre) }),
        ...(first.documentOre === undefined ? {} : { documentOre: share(first.documentOre) }),
        ...(first.assessedOre === undefined ? {} : { assessedOre: share(first.assessedOre) }),
      });
      const low = (ore: number): number => Math.floor((ore * percent) / 100);
      const costs = [part("k-low", low), part("k-high", (ore) => ore - low(ore)), ...rest];
      const whole = assess(value, samplePacks);
      const split = assess({ ...value, costs }, samplePacks);
      expect(split.costsOre).toBe(whole.costsOre);
      expect(split.reasons).toEqual(expect.arrayContaining([...whole.reasons]));
    }),
    runs,
  );
});
