import { describe, expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { addMonths, firstDayOf, lastDayOf, month } from "../../contracts/dates.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run } from "../examples/assessed.js";
import { paid, planFor, standing } from "../examples/cases.js";
import { nationalLawAlone, samplePacks } from "../packs.js";

const pupil = lone({ birthDate: "2008-08-10", pupil: "upper-secondary" });

/** National law as it would be without a single price base amount. */
const withoutPriceBase = nationalLawAlone.national.map((pack) => ({ ...pack, priceBaseAmounts: [] }));

type Earned = NonNullable<CaseInput["earnings"]>;

/** A pupil's pay of a krona in the month before, with what was earned in the year. */
const onTop = (on: string, earnings: Earned, packs?: typeof nationalLawAlone): Assessed => {
  const benefitMonth = month(on);
  const paidIn = addMonths(benefitMonth, -1);
  const parts: Partial<CaseInput> = {
    benefitMonth,
    today: firstDayOf(benefitMonth),
    appliedOn: firstDayOf(benefitMonth),
    household: pupil,
    planning: [{ ...planFor("a"), from: "2020-01-01", to: lastDayOf(benefitMonth) }],
    previous: { month: paidIn, lines: [], balanceOre: -1 },
    history: [{ month: paidIn, outcome: "granted" }],
    earnings,
    incomes: [
      paid("salary", 1, {
        memberId: "c1",
        source: "applicant",
        proof: "document",
        documentOre: 100,
        grossOre: 100,
        from: firstDayOf(paidIn),
        to: lastDayOf(paidIn),
        paidOn: lastDayOf(paidIn),
      }),
    ],
  };
  return packs === undefined ? run(parts) : run(parts, packs);
};

const earned = (on: string, kronor: number, grossKronor = kronor): Earned[number] => ({
  memberId: "c1",
  month: on,
  netOre: kronor * 100,
  grossOre: grossKronor * 100,
});

test("the limit is the price base amount of the calendar year the pay is of, and starts again each year", () => {
  // December 2025 is weighed with 2025: 58 800. January 2026 with nothing of 2025, against 59 200.
  expect(onTop("2026-01", [earned("2025-07", 58_799)])).toMatchObject({ countedIncomeOre: 0 });
  expect(onTop("2026-01", [earned("2025-07", 58_800)]).reasons).toContain("child-income");
  expect(onTop("2026-02", [earned("2025-07", 99_000)]).reasons).not.toContain("child-income");
  expect(onTop("2026-03", [earned("2026-01", 59_199)]).reasons).not.toContain("child-income");
  expect(onTop("2026-03", [earned("2026-01", 59_200)]).reasons).toContain("child-income");
});

test("the month's pay is not counted twice where the earnings of the year hold it already", () => {
  expect(onTop("2025-11", [earned("2025-10", 58_800)])).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
  expect(onTop("2025-11", [earned("2025-10", 58_801)]).reasons).toEqual(["child-income"]);
});

test("earnings of another child are not this child's", () => {
  const others = [{ ...earned("2025-07", 70_000), memberId: "a" }];
  expect(onTop("2025-11", others)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
});

test("a year whose price base amount is in no source, or a year's earnings that nobody knows, are a person's", () => {
  const { findings } = onTop("2022-11", []);
  expect(findings.find(({ code }) => code === "child-income-settled")).toMatchObject({
    result: "cannot-tell",
    reason: "child-income",
    text: "Prisbasbeloppet för 2022 är inte verifierat. Slå upp det, jämför med barnets arbetsinkomster under året och ange om lönen räknas.",
  });
  const { reasons, countedIncomeOre } = run({
    household: pupil,
    incomes: [paid("salary", 1, { memberId: "c1", source: "applicant", proof: "document", documentOre: 100 })],
  });
  expect({ reasons, countedIncomeOre }).toEqual({ reasons: ["fact-missing"], countedIncomeOre: null });
});

test("earnings below the limit after tax and above it before are a reading, and shown with both where it is not chosen", () => {
  const receipt = onTop("2025-11", [earned("2025-07", 50_000, 60_000)], nationalLawAlone);
  expect(receipt.readings["price-base-basis"]).toBe("unset");
  expect(receipt.reasons).toEqual(expect.arrayContaining(["child-income", "reading-open"]));
  expect(onTop("2025-11", [earned("2025-07", 50_000, 55_000)])).toMatchObject({ outcome: "prefilled" });
});

test("how far a child's own money counts is a reading: the personal row, with a share of the common costs, with a share of all", () => {
  const own = run(
    { household: lone({}), incomes: [paid("survivor-pension", 6000, { memberId: "c1" })] },
    nationalLawAlone,
  );
  const counted = own.variants.filter(({ figure }) => figure === "countedIncomeOre").map(({ amountOre }) => amountOre);
  // 3 790; with half of 1 400 it is 4 490; without other costs the third is the same.
  expect(new Set(counted)).toEqual(new Set([379_000, 449_000]));
});

describe("a pupil's pay", () => {
  const salary = (parts: object = {}): CaseInput["incomes"][number] =>
    paid("salary", 0, {
      memberId: "c1",
      source: "applicant",
      proof: "document",
      netOre: 100_000,
      documentOre: 100_000,
      grossOre: 120_000,
      ...parts,
    });
  const untaxed = (): CaseInput["incomes"][number] => {
    const pay = salary();
    delete pay.grossOre;
    return pay;
  };
  const year = (
    incomes: CaseInput["incomes"],
    { earnings = [], packs = nationalLawAlone }: { earnings?: Earned; packs?: typeof nationalLawAlone } = {},
  ): Assessed => run({ household: pupil, incomes, earnings }, packs);
  const of = (receipt: Assessed) =>
    receipt.findings
      .filter(({ code }) => code === "child-income-settled")
      .map(({ result, reason, factId, amountOre }) => ({ result, reason, factId, amountOre }));
  const below = [{ result: "met", reason: undefined, factId: undefined, amountOre: undefined }];

  test("is said to be left out, and the reading of net or gross asked for only where they differ", () => {
    expect(of(year([salary()]))).toEqual(below);
    expect(of(year([salary()], { packs: samplePacks }))).toEqual(below);
    const over = year([salary()], { earnings: [earned("2025-07", 57_800, 57_600)], packs: samplePacks });
    expect(of(over)).toEqual(below);
    // 57 801 and 1 000 of this month are a krona more than 58 800, and before tax they are more than that.
    const asked = of(year([salary()], { earnings: [earned("2025-07", 57_801, 60_000)] }));
    expect(asked).toEqual([{ result: "cannot-tell", reason: "child-income", factId: "c1", amountOre: 100 }]);
    expect(year([salary()], { earnings: [earned("2025-07", 57_801, 60_000)] }).variants).toEqual([]);
  });

  test("is weighed before tax only where every month says what it was before tax", () => {
    const untold: Earned = [{ memberId: "c1", month: "2025-07", netOre: 1_000_000 }];
    const isOpen = (receipt: Assessed): boolean => receipt.reasons.includes("child-income");
    const told = [earned("2025-06", 10_000)];
    expect(isOpen(year([salary()], { earnings: told }))).toBe(false);
    expect(isOpen(year([salary()], { earnings: untold }))).toBe(true);
    expect(isOpen(year([salary()], { earnings: [...told, ...untold] }))).toBe(true);
    expect(isOpen(year([untaxed()], { earnings: told }))).toBe(true);
    expect(isOpen(year([untaxed(), salary({ id: "i2" })], { earnings: told }))).toBe(true);
  });

  test("of a month that the earnings hold for another person is not this child's", () => {
    const others: Earned = [{ ...earned("2025-10", 1), memberId: "a" }];
    const near = [earned("2025-07", 58_000)];
    expect(year([salary()], { earnings: [...near, ...others] }).reasons).toContain("child-income");
    expect(year([salary()], { earnings: [...near, earned("2025-10", 1)] }).reasons).not.toContain("child-income");
  });

  test("that a person has weighed is the child's own money like any other", () => {
    const weighed = year([salary({ assessed: "counts" })], { packs: samplePacks });
    expect(weighed).toMatchObject({ countedIncomeOre: 100_000 });
    expect(weighed.lines.map(({ text }) => text)).toContain("Lön, barnets egna pengar");
  });

  test("is a missing fact where nobody knows the earnings of the year", () => {
    const unknown = run({ household: pupil, incomes: [salary()] });
    expect(of(unknown)).toEqual([
      { result: "cannot-tell", reason: "fact-missing", factId: "c1", amountOre: undefined },
    ]);
    expect(of(year([salary()], { packs: { ...nationalLawAlone, national: withoutPriceBase } }))).toEqual([
      { result: "cannot-tell", reason: "child-income", factId: "c1", amountOre: undefined },
    ]);
  });
});

describe("a child's own money", () => {
  const pension = (kronor: number, parts: object = {}) =>
    paid("survivor-pension", kronor, { memberId: "c1", ...parts });
  const own = (incomes: CaseInput["incomes"], rest: Partial<CaseInput> = {}): Assessed =>
    run({ household: lone({}), incomes, ...rest });
  const settledOf = (receipt: Assessed) =>
    receipt.findings
      .filter(({ code }) => code === "child-income-settled")
      .map(({ result, reason }) => [result, reason]);

  test("is a line of its own, and what is above the child's part another, both verified", () => {
    const lines = own([pension(5000)]).lines.filter(({ provision }) => provision === "child-income");
    expect(lines.map(({ kind, amountOre, verified }) => [kind, amountOre, verified])).toEqual([
      ["income", 500_000, true],
      ["disregard", 121_000, true],
    ]);
    expect(settledOf(own([pension(5000)]))).toEqual([["met", undefined]]);
    const within = own([pension(3790)]).lines.filter(({ provision }) => provision === "child-income");
    expect(within.map(({ kind }) => kind)).toEqual(["income"]);
  });

  test("that cannot be told is no amount, and what a person says does not count is none", () => {
    expect(own([pension(1000, { preliminary: true })])).toMatchObject({ countedIncomeOre: null });
    expect(own([pension(1000, { assessed: "does-not-count" })])).toMatchObject({
      outcome: "prefilled",
      countedIncomeOre: 0,
    });
    expect(settledOf(own([pension(1000, { assessed: "does-not-count" })]))).toEqual([]);
    expect(own([pension(1000, { assessed: "does-not-count" }), pension(500, { id: "i2" })]).countedIncomeOre).toBe(
      50_000,
    );
  });

  test("goes to a person where the child's part is not known: a norm by hand, or a row that is in no table", () => {
    const byHand = own([pension(1000)], {
      manualNorm: { personalOre: 770_000, commonOre: 140_000, citation: "SFS 2025:468 12 kap. 2 §" },
    });
    expect(byHand).toMatchObject({ countedIncomeOre: null, grantOre: null });
    expect(settledOf(byHand)).toEqual([["cannot-tell", "child-income"]]);
    const noRow = own([pension(1000)], { household: lone({ birthDate: "2020-06-01" }) });
    expect(noRow).toMatchObject({ countedIncomeOre: null });
    expect(settledOf(noRow)).toEqual([["cannot-tell", "child-income"]]);
    const parents = own([paid("maintenance-support", 1000)], { household: lone({ birthDate: "2020-06-01" }) });
    expect(parents.reasons).toEqual(expect.arrayContaining(["child-income", "fact-missing"]));
  });

  test("counts to the row with a share of the common costs and of the others, by the reading", () => {
    const { variants } = run(
      { household: lone({}), incomes: [pension(9000)], costs: [standing("rent", 5000)] },
      nationalLawAlone,
    );
    const by = new Map(
      variants
        .filter(({ figure }) => figure === "countedIncomeOre")
        .map(({ readings, amountOre }) => [readings["child-own-part"], amountOre]),
    );
    // 3 790; half of 1 400; half of 5 000.
    expect(by).toEqual(
      new Map([
        ["personal", 379_000],
        ["personal-and-common", 449_000],
        ["personal-common-and-costs", 699_000],
      ]),
    );
  });

  test("of parents is counted with both kinds named, and only what counts is weighed", () => {
    const parents = (incomes: CaseInput["incomes"], household = lone({})): Assessed => run({ household, incomes });
    const support = paid("maintenance-support", 5000);
    const over = parents([support]).lines.filter(({ provision }) => provision === "child-money-at-parents");
    expect(over.map(({ kind, amountOre, verified }) => [kind, amountOre, verified])).toEqual([
      ["disregard", 121_000, true],
    ]);
    expect(settledOf(parents([support]))).toEqual([["met", undefined]]);
    expect(settledOf(parents([paid("maintenance-support", 1000)]))).toEqual([["met", undefined]]);
    expect(parents([{ ...support, assessed: "does-not-count" }])).toMatchObject({ countedIncomeOre: 0 });
    expect(settledOf(parents([{ ...support, assessed: "does-not-count" }]))).toEqual([]);
    const alone = run({ incomes: [support] });
    expect(alone).toMatchObject({ countedIncomeOre: 500_000 });
    const two = {
      ...lone({}),
      sizeInHome: 3,
      members: [...lone({}).members, { id: "c2", role: "child" as const, birthDate: "2020-06-01", days: 30 }],
    };
    // One child's row is not known: neither is how much counts.
    const open = parents([support, paid("study-allowance", 1250, { source: "CSN" })], two);
    expect(open.reasons).toContain("child-income");
    expect(open.findings.find(({ reason }) => reason === "child-income")?.text).toMatch(
      /^Underhållsstöd och Studiebidrag/,
    );
  });
});

test("a pupil's pay by the reading of net counts as nothing, and by that of gross it is a person's", () => {
  const { variants } = onTop("2025-11", [earned("2025-07", 50_000, 60_000)], nationalLawAlone);
  const by = new Map(
    variants
      .filter(({ figure }) => figure === "countedIncomeOre")
      .map(({ readings, amountOre }) => [readings["price-base-basis"], amountOre]),
  );
  expect(by).toEqual(
    new Map([
      ["net", 0],
      ["gross", null],
    ]),
  );
  expect(onTop("2022-11", []).countedIncomeOre).toBeNull();
});

test("a child whose row nobody knows has no part by any reading", () => {
  const unknown = run(
    {
      household: lone({ birthDate: "2020-06-01" }),
      incomes: [paid("survivor-pension", 9000, { memberId: "c1" })],
    },
    nationalLawAlone,
  );
  expect(unknown.countedIncomeOre).toBeNull();
  expect(unknown.reasons).toContain("child-income");
  expect(unknown.variants.filter(({ figure }) => figure === "countedIncomeOre")).toEqual([]);
});
