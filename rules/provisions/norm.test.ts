import { describe, expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run } from "../examples/assessed.js";
import { nationalLawAlone } from "../packs.js";

const personalOf = (parts: object): number | null => run({ household: lone(parts) }).personalOre;

test.each([
  ["the day before turning 7", "2018-11-02", 391_000 + 303_000],
  ["turning 7 on the first day of the month", "2018-11-01", 391_000 + 379_000],
  ["turning 11 on the first day of the month", "2014-11-01", 391_000 + 435_000],
  ["turning 15 after the first day of the month", "2010-11-02", 391_000 + 435_000],
  ["3 years, which is less than 1–2 years", "2022-06-01", 391_000 + 270_000],
])("a child %s has its row of the table", (_, birthDate, personalOre) => {
  expect(personalOf({ birthDate, lunchAway: false })).toBe(personalOre);
});

test("lunch at preschool gives the lower column, and not knowing gives no amount", () => {
  const child = { birthDate: "2020-06-01" };
  expect(personalOf({ ...child, lunchAway: false })).toBe(694_000);
  expect(personalOf({ ...child, lunchAway: true })).toBe(661_000);
  const unknown = run({ household: lone(child) });
  expect(unknown).toMatchObject({
    outcome: "referred",
    reasons: ["fact-missing"],
    personalOre: null,
    commonOre: 140_000,
  });
});

test("a pupil at home is in the household to 20 years, and nobody is from 21", () => {
  const pupil = { pupil: "upper-secondary" };
  expect(personalOf({ ...pupil, birthDate: "2005-01-10" })).toBe(391_000 + 496_000);
  const adult = run({ household: lone({ ...pupil, birthDate: "2004-11-01" }) });
  expect(adult).toMatchObject({ reasons: ["household-changed"], personalOre: null });
  expect(run({ household: lone({ birthDate: "2007-11-02" }) }).reasons).toEqual([]);
  expect(run({ household: lone({ birthDate: "2007-11-01" }) }).reasons).toEqual(["fact-missing"]);
  expect(run({ household: lone({ birthDate: "2007-11-01", pupil: "none" }) }).reasons).toEqual(["pupil-left-school"]);
});

test("where it matters and is not chosen, every reading of a birthday is shown", () => {
  const household = lone({ birthDate: "2018-11-15", lunchAway: false });
  const receipt = run({ household }, nationalLawAlone);
  expect(receipt).toMatchObject({ personalOre: null, commonOre: 140_000, readings: { "age-at": "unset" } });
  const figures = receipt.variants.filter(
    ({ figure, readings }) => figure === "personalOre" && readings["round-norm-row"] !== "exact",
  );
  expect(new Map(figures.map(({ readings, amountOre }) => [readings["age-at"], amountOre]))).toEqual(
    new Map([
      ["first-day", 694_000],
      ["last-day", 770_000],
      ["month-after", 694_000],
      ["pro-rata", expect.any(Number)],
    ]),
  );
  expect(run({ household: lone({}) }, nationalLawAlone)).toMatchObject({
    personalOre: 770_000,
    readings: { "age-at": "unset" },
  });
});

test("common costs grow by the last difference beyond seven members", () => {
  const members = (count: number): CaseInput["household"] => ({
    sizeInHome: count,
    sharesHome: false,
    members: [
      { id: "a", role: "applicant", birthDate: "1980-05-02" },
      ...Array.from({ length: count - 1 }, (_, index) => ({
        id: `c${String(index)}`,
        role: "child" as const,
        birthDate: "2014-05-02",
        days: 30,
      })),
    ],
  });
  expect([6, 7, 8, 9].map((count) => run({ household: members(count) }).commonOre)).toEqual([
    262_000, 281_000, 300_000, 319_000,
  ]);
});

test("an adult who shares a home has a share of the whole home's common costs, while the share is settled", () => {
  const sharing = (until: string): Assessed =>
    run({
      household: {
        sizeInHome: 4,
        sharesHome: true,
        sharesHomeUntil: until,
        members: [{ id: "a", role: "applicant", birthDate: "1990-05-02" }],
      },
    });
  // 2 010 ÷ 4 = 502,50, rounded half up to whole kronor by the municipality's reading.
  expect(sharing("2025-11-30")).toMatchObject({ outcome: "prefilled", commonOre: 50_300 });
  expect(sharing("2025-11-29")).toMatchObject({
    outcome: "referred",
    reasons: ["shared-household"],
    commonOre: 50_300,
  });
});

test("a visiting child counts by the day, and a whole month is the row itself", () => {
  const agreement = { from: "2025-01-01", to: "2025-12-31", commonCost: "not-counted" as const };
  const visiting = (days: number): number | null =>
    run({
      household: {
        sizeInHome: 1,
        sharesHome: false,
        members: [
          { id: "a", role: "applicant", birthDate: "1990-05-02" },
          { id: "v1", role: "visiting-child", birthDate: "2014-01-12", days, agreement },
        ],
      },
    }).personalOre;
  expect([0, 1, 10, 29, 30].map(visiting)).toEqual([391_000, 405_300, 534_000, 805_700, 826_000]);
});

test("a visit of another number of days than the agreement's is a person's", () => {
  const agreement = { from: "2025-01-01", to: "2025-12-31", days: 10, commonCost: "not-counted" as const };
  const visiting = (parts: object): Assessed =>
    run({
      household: {
        sizeInHome: 1,
        sharesHome: false,
        members: [
          { id: "a", role: "applicant", birthDate: "1990-05-02" },
          { id: "v1", role: "visiting-child", birthDate: "2014-01-12", days: 10, agreement, ...parts },
        ],
      },
    });
  expect(visiting({}).outcome).toBe("prefilled");
  expect(visiting({ days: 11 }).reasons).toEqual(["visiting-child"]);
  expect(visiting({ agreement: { ...agreement, to: "2025-11-29" } }).reasons).toEqual(["visiting-child"]);
  expect(visiting({ agreement: { ...agreement, commonCost: "counted" } }).commonOre).toBe(140_000);
});

test("children of a household that asks for a part of the month are no visitors", () => {
  const parent = { id: "a", role: "applicant" as const, birthDate: "1990-05-02", days: 17 };
  const part = (days: number): Assessed =>
    run({
      household: {
        sizeInHome: 2,
        sharesHome: false,
        members: [parent, { id: "c1", role: "child", birthDate: "2016-08-10", days }],
      },
    });
  expect(part(17).reasons).toEqual(["part-month"]);
  expect(part(9).reasons).toEqual(["part-month", "visiting-child"]);
});

test("an unverified cell is shown but never granted on, and an absent one is no amount", () => {
  const infant = { birthDate: "2025-01-02", lunchAway: false };
  const shown = run({ household: lone(infant), benefitMonth: "2026-01" });
  expect(shown.reasons).toContain("no-verified-table");
  expect(shown.personalOre).toBe(394_000 + 274_000);
  expect(shown.lines.some(({ verified }) => !verified)).toBe(true);
  const absent = run({ household: lone({ birthDate: "2021-06-02", lunchAway: true }), benefitMonth: "2024-03" });
  expect(absent.reasons).toContain("no-verified-table");
  expect(absent.personalOre).toBeNull();
});

test("fault 42: a month after the last table goes to a person, never to last year's amounts", () => {
  const receipt = run({ benefitMonth: "2027-01" });
  expect(receipt.reasons).toEqual(expect.arrayContaining(["no-verified-table", "not-codified"]));
  expect(receipt.normOre).toBeNull();
  const rows = (of: Assessed): readonly (readonly unknown[])[] =>
    of.findings
      .filter(({ code, provision }) => code === "norm-in-force" && provision === "personal-costs")
      .map(({ result, factId }) => [result, factId]);
  expect(rows(receipt)).toEqual([["not-met", "adult-single"]]);
  expect(rows(run({}))).toEqual([["met", undefined]]);
});

test("a child born after the month is refused by name of the person, not counted", () => {
  expect(run({ household: lone({ birthDate: "2025-12-01", lunchAway: false }) })).toMatchObject({
    reasons: ["person-mismatch"],
    personalOre: null,
  });
});

describe("a norm entered by hand", () => {
  const citation = "SFS 2025:468 12 kap. 2 §";
  const byHand = (personalOre: number, parts: Partial<CaseInput> = {}): Assessed =>
    run({ manualNorm: { personalOre, commonOre: 127_000, citation }, ...parts });

  test("is used where it is what the verified table gives", () => {
    expect(byHand(391_000)).toMatchObject({ outcome: "prefilled", reasons: [], normOre: 518_000 });
  });

  test.each([
    ["one krona lower", 390_900, -100],
    ["one krona higher", 391_100, 100],
  ])("is a person's decision where it is %s than the verified table", (_, personalOre, amountOre) => {
    const deviating = byHand(personalOre);
    expect(deviating).toMatchObject({ outcome: "referred", reasons: ["norm-deviates"], grantOre: null });
    expect(deviating.findings).toContainEqual(expect.objectContaining({ code: "norm-by-hand", amountOre }));
  });

  test("is not settled by a note that it is right", () => {
    expect(byHand(391_100, { settled: [{ reason: "norm-deviates" }] }).reasons).toEqual(["norm-deviates"]);
  });

  test("stands by itself where the table of the month is not verified", () => {
    expect(byHand(400_000, { benefitMonth: "2027-01" }).reasons).not.toContain("norm-deviates");
  });

  test("answers for the figures of the table and not for the household: its questions stand", () => {
    const asked = (household: CaseInput["household"]): readonly string[] =>
      run({ household, manualNorm: { personalOre: 100_000, commonOre: 100_000, citation } }).reasons;
    expect(asked(lone({}))).toEqual(["norm-deviates"]);
    // Lunch at preschool is not known; then who lives in the home.
    expect(asked(lone({ birthDate: "2020-06-01" }))).toContain("fact-missing");
    expect(asked({ ...lone({}), sizeInHome: 4 })).toContain("shared-household");
    expect(
      asked({ sharesHome: true, sharesHomeUntil: "2025-11-29", sizeInHome: 4, members: lone({}).members }),
    ).toContain("shared-household");
    expect(asked(lone({ birthDate: "2007-11-01", pupil: "none" }))).toContain("pupil-left-school");
  });

  test("is a person's decision where it is lower than what a table that is not verified gives, and not where it is the same", () => {
    const household = lone({ birthDate: "2025-01-02", lunchAway: false });
    const byTable = run({ household, benefitMonth: "2026-01" });
    const sumOre = (byTable.personalOre ?? 0) + (byTable.commonOre ?? 0);
    const entered = (differenceOre: number): readonly string[] =>
      run({
        household,
        benefitMonth: "2026-01",
        manualNorm: { personalOre: sumOre - 100_000 + differenceOre, commonOre: 100_000, citation },
      }).reasons;
    expect(entered(-100)).toContain("norm-deviates");
    expect(entered(0)).not.toContain("norm-deviates");
    expect(entered(100)).not.toContain("norm-deviates");
  });

  test("has its two lines with its citation, verified by who entered it", () => {
    const lines = byHand(391_000).lines.map(({ provision, amountOre, verified, basis }) => [
      provision,
      amountOre,
      verified,
      basis.includes(citation),
    ]);
    expect(lines).toEqual([
      ["manual-norm", 391_000, true, true],
      ["manual-norm", 127_000, true, true],
    ]);
    expect(byHand(391_000).findings).toContainEqual(expect.objectContaining({ code: "norm-by-hand", result: "met" }));
  });
});

test("how many days a child is in the home has to be known, of one who lives there and of one who visits", () => {
  const days = (member: object) =>
    run({
      household: {
        sizeInHome: 1,
        sharesHome: false,
        members: [
          { id: "a", role: "applicant", birthDate: "1990-05-02" },
          { id: "c1", role: "child", birthDate: "2016-08-10", ...member },
        ],
      },
    });
  const agreed = (receipt: Assessed): readonly unknown[] =>
    receipt.findings
      .filter(({ code, reason }) => code === "visits-agreed" && reason === "fact-missing")
      .map(({ factId }) => factId);
  expect(agreed(days({}))).toContain("c1");
  expect(agreed(days({ days: 30 }))).toEqual([]);
  const visitor = { role: "visiting-child", birthDate: "2014-01-12" };
  expect(agreed(days(visitor))).toContain("c1");
  expect(days(visitor).personalOre).toBeNull();
  expect(days({}).personalOre).toBe(391_000 + 379_000);
  expect(agreed(days({ ...visitor, days: 10 }))).toEqual([]);
});
