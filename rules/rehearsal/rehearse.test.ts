import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case, CaseInput } from "../../contracts/case.js";
import { rehearsalSchema, type Rehearsal } from "../../contracts/rehearsal.js";
import type { CostRule, MunicipalPack, Packs } from "../../contracts/rule-pack.js";
import { month } from "../../contracts/dates.js";
import { lone } from "../examples/assessed.js";
import { caseOf, paid, renewal, standing } from "../examples/cases.js";
import { randomFrom } from "../examples/seeded-random.js";
import { nationalPacks, samplePacks } from "../packs.js";
import { generateHouseholds } from "./households/generate.js";
import { rehearse } from "./rehearse.js";
import type { ReadableCase, RehearsalCase } from "./rehearsal-case.js";

const overlay = (change: (pack: MunicipalPack) => MunicipalPack): Packs => {
  if (samplePacks.municipal === undefined) throw new Error("The sample packs have no overlay.");
  return { ...samplePacks, municipal: change(samplePacks.municipal) };
};

const withRentCap = (kronor: number): Packs =>
  overlay((pack) => ({
    ...pack,
    costRules: pack.costRules.map((rule): CostRule =>
      rule.type === "rent" ? { ...rule, caps: [{ capOre: kronor * 100 }] } : rule,
    ),
  }));

const single = (ref: string, parts: Partial<CaseInput>): ReadableCase => ({ ref, case: caseOf(renewal(parts)) });
const renting = (ref: string, kronor: number): ReadableCase => single(ref, { costs: [standing("rent", kronor)] });

/** 5 180 kr is the norm of one adult in 2025. */
const rents = [renting("below", 6900), renting("between", 7400), renting("at-new", 7500), renting("above", 7501)];

const refsWith = ({ cases }: Rehearsal, effect: Rehearsal["cases"][number]["effects"][number]): string[] =>
  cases.filter(({ effects }) => effects.includes(effect)).map(({ ref }) => ref);

describe("a rent guideline that is raised from 6 900 to 7 500 kr", () => {
  const raised = rehearse({ cases: rents, before: withRentCap(6900), after: withRentCap(7500) });

  test("makes exactly the rents between the two ready to decide", () => {
    expect(refsWith(raised, "newly-prefilled")).toEqual(["at-new", "between"]);
    expect(raised.summary.effects["newly-prefilled"]).toEqual({
      cases: 2,
      households: 2,
      children: 0,
      differenceOre: 0,
    });
    expect(raised.reasonsGone.map(({ reason, tally }) => [reason, tally.cases])).toEqual([["cost-above-guideline", 2]]);
    expect(refsWith(raised, "newly-routed")).toEqual([]);
  });

  test("changes no calculation, since a rent is never cut to the guideline", () => {
    expect(raised.cases.map(({ ref, differenceOre }) => [ref, differenceOre])).toEqual([
      ["above", 0],
      ["at-new", 0],
      ["between", 0],
    ]);
    expect(raised.summary.all.differenceOre).toBe(0);
    expect(raised.distribution.every(({ cases }) => cases === 0)).toBe(true);
  });

  test("says of a rent that is still above it only that the question is put in other words", () => {
    const above = raised.cases.find(({ ref }) => ref === "above");
    expect(above?.effects).toEqual(["letter-differs"]);
    expect(above?.letter).toEqual([
      { of: "finding", kind: "cost-within-guideline", provision: "cost-rent", differs: ["words", "amount"] },
    ]);
  });

  test("is set against what a person had decided, where the rules now decide it", () => {
    const decided = rents.map((one) => ({ ...one, decided: { amountOre: (5180 + 6900) * 100 } }));
    const { againstDecided, cases } = rehearse({
      cases: decided,
      before: withRentCap(6900),
      after: withRentCap(7500),
    });
    expect(cases.find(({ ref }) => ref === "between")?.decided).toEqual({
      amountOre: 12_080_00,
      differenceOre: 500_00,
    });
    expect(cases.find(({ ref }) => ref === "above")?.decided?.differenceOre).toBeNull();
    expect(againstDecided.more).toEqual({ cases: 2, households: 2, children: 0, differenceOre: 1_100_00 });
    expect(againstDecided.less.cases).toBe(0);
  });
});

test("a rent guideline that is lowered sends rents to a person and cuts none", () => {
  const lowered = rehearse({ cases: rents, before: withRentCap(7500), after: withRentCap(6900) });
  expect(refsWith(lowered, "newly-routed")).toEqual(["at-new", "between"]);
  expect(lowered.reasonsArisen.map(({ reason, tally }) => [reason, tally.cases])).toEqual([
    ["cost-above-guideline", 2],
  ]);
  expect(refsWith(lowered, "less")).toEqual([]);
  for (const { before, after } of lowered.cases) expect(after.amountOre).toBe(before.amountOre);
});

describe("a norm that is lowered by 300 kr for an adult and raised by 200 kr for a child of 7–10", () => {
  const after: Packs = {
    ...samplePacks,
    national: nationalPacks.map((pack) => ({
      ...pack,
      riksnorm: pack.riksnorm.map((table) => {
        const { "adult-single": adult, "child-7-10": child } = table.cells;
        if (table.from !== month("2025-01") || adult === undefined || child === undefined) return table;
        return {
          ...table,
          cells: {
            ...table.cells,
            "adult-single": { ...adult, amountOre: adult.amountOre - 300_00 },
            "child-7-10": { ...child, amountOre: child.amountOre + 200_00 },
          },
        };
      }),
    })),
  };
  const cases: readonly RehearsalCase[] = [
    single("alone", {}),
    // The norm of 5 180 kr less 300, against 5 000 kr of income.
    single("on-the-edge", { incomes: [paid("activity-support", 5000)] }),
    single("parent", { household: lone({ birthDate: "2016-08-10" }) }),
    { ref: "later", household: "p", case: caseOf(renewal({ household: lone({ birthDate: "2016-08-10" }) })) },
  ];
  const changed = rehearse({ cases, before: samplePacks, after });

  test("takes 300 kr from the single, and 100 kr from the parent", () => {
    expect(changed.cases.map(({ ref, differenceOre }) => [ref, differenceOre])).toEqual([
      ["alone", -300_00],
      ["later", -100_00],
      ["on-the-edge", -180_00],
      ["parent", -100_00],
    ]);
    expect(changed.summary.effects.less).toEqual({ cases: 4, households: 4, children: 2, differenceOre: -680_00 });
    expect(changed.summary.medianOre).toBe(-100_00);
  });

  test("leaves the one on the edge without any deficit, which is for a person to decide", () => {
    const edge = changed.cases.find(({ ref }) => ref === "on-the-edge");
    expect(edge?.effects).toEqual(expect.arrayContaining(["less", "newly-routed", "newly-without-right"]));
    expect(edge?.after).toMatchObject({ amountOre: 0, shortfallOre: -120_00, reasons: ["surplus"] });
    expect(edge?.mandate).toEqual({
      before: { item: "3.2", role: "caseworker" },
      after: { item: "3.3", role: "team-lead" },
    });
    expect(refsWith(changed, "newly-without-right")).toEqual(["on-the-edge"]);
  });

  test("shows which rows it is, and that the letters say other amounts", () => {
    const parent = changed.cases.find(({ ref }) => ref === "parent");
    expect(parent?.lines).toEqual([
      { kind: "norm", text: "Ensamstående vuxen", beforeOre: 3910_00, afterOre: 3610_00 },
      { kind: "norm", text: "Barn 9 år (7–10 år)", beforeOre: 3790_00, afterOre: 3990_00 },
    ]);
    expect(changed.letters).toContainEqual({
      of: "line",
      kind: "norm",
      provision: "personal-costs",
      tally: { cases: 4, households: 4, children: 2, differenceOre: -680_00 },
    });
  });

  test("tells what it means for the children and for each kind of household", () => {
    expect(changed.children.group.effects.less).toMatchObject({ cases: 2, children: 2, differenceOre: -200_00 });
    expect(changed.children.lessPerChildOre).toBe(-100_00);
    expect(changed.children.morePerChildOre).toBeNull();
    expect(changed.byHousehold.map(({ adults, children, group }) => [adults, children, group.changed.cases])).toEqual([
      [1, 0, 2],
      [1, 1, 2],
    ]);
    expect(changed.distribution.filter((bucket) => bucket.cases > 0)).toEqual([
      { fromOre: -300_00, toOre: -200_01, cases: 1 },
      { fromOre: -200_00, toOre: -100_01, cases: 1 },
      { fromOre: -100_00, toOre: -1, cases: 2 },
    ]);
  });
});

test("a delegation order with a lower limit touches no amount, only who may decide", () => {
  const after = overlay((pack) => ({
    ...pack,
    delegation: pack.delegation.map((item) => (item.item === "3.2" ? { ...item, upToOre: 1_000_000 } : item)),
  }));
  const { cases, mandates } = rehearse({ cases: rents, before: samplePacks, after });
  expect(cases.map(({ ref, effects }) => [ref, effects])).toEqual(
    ["above", "at-new", "below", "between"].map((ref) => [ref, ["mandate-differs"]]),
  );
  expect(mandates.map(({ before, after: now, tally }) => [before?.item, now?.item, tally.cases])).toEqual([
    ["3.2", "3.4", 4],
  ]);
});

test("a reading that is chosen otherwise is named, and another that makes no difference is not", () => {
  // The child turns 11 in the middle of November, when the row goes from 3 790 to 4 350 kr.
  const cases = [single("turning", { household: lone({ birthDate: "2014-11-15" }) }), single("alone", {})];
  const after = overlay((pack) => ({
    ...pack,
    readings: pack.readings.map((row) =>
      row.key === "age-at"
        ? { ...row, option: "last-day" }
        : row.key === "leap-birthday"
          ? { ...row, option: "28-february" }
          : row,
    ),
  }));
  const { cases: changed, readings } = rehearse({ cases, before: samplePacks, after });
  expect(changed.map(({ ref, differenceOre, readings: made }) => [ref, differenceOre, made])).toEqual([
    ["turning", 560_00, [{ key: "age-at", before: "first-day", after: "last-day" }]],
  ]);
  expect(readings.map(({ key, tally }) => [key, tally.differenceOre])).toEqual([["age-at", 560_00]]);
});

test("nothing changes between packs that say the same", () => {
  const cases = generateHouseholds({
    households: 15,
    months: 2,
    last: month("2025-12"),
    packs: samplePacks,
    random: randomFrom(4),
  });
  const same = rehearse({ cases, before: samplePacks, after: structuredClone(samplePacks) });
  expect(same.summary.all.cases).toBe(30);
  expect(same.summary.changed.cases).toBe(0);
  expect([same.cases, same.errors, same.reasonsArisen, same.mandates, same.letters]).toEqual([[], [], [], [], []]);
});

describe("a case that cannot be worked out", () => {
  const broken: RehearsalCase = {
    ref: "broken",
    case: {
      ...caseOf(renewal()),
      get costs(): Case["costs"] {
        throw new TypeError("7 400 kr i hyra");
      },
    },
  };

  test("is listed without a word of what is in it, and the others are worked out", () => {
    const { errors, summary } = rehearse({
      cases: [broken, { ref: "gone", unreadable: "Underlaget är gallrat." }, ...rents],
      before: samplePacks,
      after: samplePacks,
    });
    expect(errors).toEqual([
      { ref: "broken", code: "not-evaluated", message: "Ärendet gick inte att räkna om (TypeError)." },
      { ref: "gone", code: "unreadable", message: "Underlaget är gallrat." },
    ]);
    expect(summary.all.cases).toBe(rents.length);
  });

  test("is listed where two have the same handle: neither is counted, in whatever order they come", () => {
    const twice = [renting("same", 5000), renting("same", 6000), renting("other", 6000)];
    const one = rehearse({ cases: twice, before: samplePacks, after: samplePacks });
    expect(one.errors.map(({ ref, code }) => [ref, code])).toEqual([
      ["same", "duplicate-ref"],
      ["same", "duplicate-ref"],
    ]);
    expect(one.summary.all.cases).toBe(1);
    expect(rehearse({ cases: twice.toReversed(), before: samplePacks, after: samplePacks })).toEqual(one);
  });
});

const anyChange = fc.record({
  capKronor: fc.integer({ min: 4000, max: 11_000 }),
  percent: fc.integer({ min: 0, max: 40 }),
});
const changedBy = ({ capKronor, percent }: { capKronor: number; percent: number }): Packs => {
  const { municipal, national } = withRentCap(capKronor);
  if (municipal === undefined) throw new Error("no overlay");
  return {
    national: national.map((pack) => ({
      ...pack,
      riksnorm: pack.riksnorm.map((table) => {
        const { "common-1": one, "child-7-10": child } = table.cells;
        if (one === undefined || child === undefined) return table;
        return {
          ...table,
          cells: {
            ...table.cells,
            "common-1": { ...one, amountOre: one.amountOre + percent * 100 },
            "child-7-10": { ...child, amountOre: child.amountOre - percent * 100 },
          },
        };
      }),
    })),
    municipal: { ...municipal, incomeChange: municipal.incomeChange.map((row) => ({ ...row, percent })) },
  };
};
const someHouseholds = fc.integer({ min: 0, max: 9999 }).map((seed) =>
  generateHouseholds({
    households: 12,
    months: 2,
    last: month("2025-12"),
    packs: samplePacks,
    random: randomFrom(seed),
  }),
);

test("every sum is the sum of its parts, whatever is changed and for whom", () => {
  fc.assert(
    fc.property(someHouseholds, anyChange, (cases, change) => {
      const result = rehearse({ cases, before: samplePacks, after: changedBy(change) });
      expect(rehearsalSchema.safeParse(result).error).toBeUndefined();
      const { summary, byMonth, byYear, byHousehold, distribution, errors } = result;
      expect(summary.all.cases + errors.length).toBe(cases.length);
      for (const groups of [byMonth, byYear, byHousehold])
        for (const field of ["cases", "children", "differenceOre"] as const) {
          const sum = (of: "all" | "changed"): number =>
            groups.reduce((total, { group }) => total + group[of][field], 0);
          expect([sum("all"), sum("changed")]).toEqual([summary.all[field], summary.changed[field]]);
        }
      const { more, less } = summary.effects;
      expect(more.differenceOre + less.differenceOre).toBe(summary.all.differenceOre);
      expect(result.cases.reduce((sum, { differenceOre }) => sum + (differenceOre ?? 0), 0)).toBe(
        summary.all.differenceOre,
      );
      expect(distribution.reduce((sum, bucket) => sum + bucket.cases, 0)).toBe(more.cases + less.cases);
      expect(result.cases).toHaveLength(summary.changed.cases);
    }),
    { numRuns: 15 },
  );
});

test("the order in which the cases come makes no difference", () => {
  fc.assert(
    fc.property(someHouseholds, anyChange, fc.integer(), (cases, change, seed) => {
      const random = randomFrom(seed);
      const shuffled = cases
        .map((one) => ({ one, at: random() }))
        .toSorted((one, other) => one.at - other.at)
        .map(({ one }) => one);
      const packs = { before: samplePacks, after: changedBy(change) };
      expect(JSON.stringify(rehearse({ cases: shuffled, ...packs }))).toBe(
        JSON.stringify(rehearse({ cases, ...packs })),
      );
    }),
    { numRuns: 8 },
  );
});
