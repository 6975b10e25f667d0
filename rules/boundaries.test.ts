import { describe, expect, test } from "vitest";
import type { Assessed } from "../contracts/receipt.js";
import { assess } from "./assess.js";
import { nationalLawAlone, samplePacks } from "./packs.js";
import { caseOf, paid, planFor, renewal, standing, uneventful, type CaseInput } from "./test-support/cases.js";

const run = (parts: Partial<CaseInput>, packs = samplePacks): Assessed => assess(caseOf(renewal(parts)), packs);
const reasonsOf = (parts: Partial<CaseInput>): readonly string[] => run(parts).reasons;
const lone = (parts: object): CaseInput["household"] => ({
  sizeInHome: 2,
  sharesHome: false,
  members: [
    { id: "a", role: "applicant", birthDate: "1990-05-02" },
    { id: "c1", role: "child", birthDate: "2016-08-10", days: 30, ...parts },
  ],
});
const personalOf = (parts: object, month = "2025-11"): number | null =>
  run({ household: lone(parts), benefitMonth: month }).personalOre;

describe("costs", () => {
  test("rent at the guideline is granted, one öre above is a question and never a cut", () => {
    const at = (ore: number): CaseInput["costs"] => [{ ...standing("rent", 0), appliedOre: ore, lastApprovedOre: ore }];
    expect(reasonsOf({ costs: at(689_999) })).toEqual([]);
    expect(reasonsOf({ costs: at(690_000) })).toEqual([]);
    const above = run({ costs: at(690_001) });
    expect(above.reasons).toEqual(["cost-above-guideline"]);
    expect(above.costsOre).toBe(690_001);
    expect(above.grantOre).toBeNull();
  });

  test("electricity may differ from last month by the municipality's amount, in either direction", () => {
    const by = (ore: number): CaseInput["costs"] => [{ ...standing("electricity", 400), appliedOre: 40_000 + ore }];
    expect(reasonsOf({ costs: by(15_000) })).toEqual([]);
    expect(reasonsOf({ costs: by(-15_000) })).toEqual([]);
    expect(reasonsOf({ costs: by(15_001) })).toEqual(["cost-changed"]);
    expect(reasonsOf({ costs: by(-15_001) })).toEqual(["cost-changed"]);
  });

  test("a standing approval has to hold on the last day of the month", () => {
    const until = (date: string): CaseInput["costs"] => [{ ...standing("rent", 5000), standingUntil: date }];
    expect(reasonsOf({ costs: until("2025-11-29") })).toEqual(["cost-new"]);
    expect(reasonsOf({ costs: until("2025-11-30") })).toEqual([]);
    expect(reasonsOf({ costs: until("2025-12-01") })).toEqual([]);
  });

  test("a document has to show the applied amount", () => {
    const shown = (ore: number): CaseInput["costs"] => [
      { ...standing("rent", 5000), proof: "document", documentOre: ore },
    ];
    expect(reasonsOf({ costs: shown(500_000) })).toEqual([]);
    expect(reasonsOf({ costs: shown(499_999) })).toEqual(["document-mismatch"]);
    expect(reasonsOf({ costs: shown(500_001) })).toEqual(["document-mismatch"]);
  });

  test("what a person has approved is counted, and less than applied for is said so", () => {
    const approved = run({ costs: [{ id: "k1", type: "glasses", appliedOre: 200_000, assessedOre: 150_000 }] });
    expect(approved).toMatchObject({ outcome: "prefilled", costsOre: 150_000, grantOre: 668_000 });
    expect(approved.findings).toContainEqual(
      expect.objectContaining({ code: "cost-approved-in-full", result: "not-met", amountOre: 50_000 }),
    );
  });

  test("a need no rule weighs stays outside the calculation until a person has approved it", () => {
    const asked = run({ costs: [{ id: "k1", type: "glasses", appliedOre: 200_000 }] });
    expect(asked).toMatchObject({
      outcome: "referred",
      reasons: ["cost-not-assessed"],
      costsOre: 0,
      shortfallOre: 518_000,
    });
  });

  test("a rent that is no longer applied for is a question", () => {
    const previous = { month: "2025-10", lines: [{ kind: "cost" as const, type: "rent", amountOre: 500_000 }] };
    expect(reasonsOf({ previous })).toEqual(["cost-changed"]);
  });
});

describe("incomes", () => {
  test("a change of exactly the threshold is as last month, an öre more is a question in either direction", () => {
    const now = (ore: number): Assessed => run({ incomes: [paid("activity-support", 4000, { netOre: ore })] });
    expect(now(448_000).reasons).toEqual([]);
    expect(now(352_000).reasons).toEqual([]);
    expect(now(448_001).reasons).toEqual(["income-changed"]);
    expect(now(351_999).reasons).toEqual(["income-changed"]);
  });

  test("without a threshold of the municipality only the same amount is as last month", () => {
    const now = (ore: number): readonly string[] =>
      run({ incomes: [paid("activity-support", 5000, { netOre: ore })] }, nationalLawAlone).reasons;
    expect(now(500_000)).not.toContain("income-changed");
    expect(now(500_100)).toContain("income-changed");
  });

  test("payments of the first and the last day of the control month count, those of the days outside do not", () => {
    const on = (date: string): number | null =>
      run({ incomes: [paid("activity-support", 5000, { paidOn: date, from: date, to: date })] }).countedIncomeOre;
    expect([on("2025-09-30"), on("2025-10-01"), on("2025-10-31"), on("2025-11-01")]).toEqual([0, 500_000, 500_000, 0]);
  });

  test("a payment for another month than the one it is paid in is a question", () => {
    const september = paid("activity-support", 5000, { from: "2025-09-01", to: "2025-09-30" });
    const receipt = run({ incomes: [september] });
    expect(receipt).toMatchObject({ reasons: ["income-period-differs"], countedIncomeOre: 500_000 });
    const unset = run({ incomes: [september] }, nationalLawAlone);
    expect(unset.countedIncomeOre).toBeNull();
    expect(unset.reasons).toContain("reading-open");
    expect(unset.variants).toContainEqual({
      readings: { "income-month": "period" },
      figure: "countedIncomeOre",
      amountOre: 0,
    });
  });

  test.each([
    ["preliminary", { preliminary: true }, "income-preliminary"],
    ["retroactive", { retroactive: true }, "retroactive-benefit"],
    ["with a set-off", { deductions: [{ type: "set-off" as const, amountOre: 10_000 }] }, "income-deduction"],
    ["undeclared", { declared: false }, "undeclared-income"],
  ])("a payment that is %s is a question of its own", (_, rest, reason) => {
    expect(reasonsOf({ incomes: [paid("activity-support", 5000, rest)] })).toEqual([reason]);
  });

  test("a person's assessment decides whether a deposit counts", () => {
    const deposit = (assessed: "counts" | "does-not-count"): Assessed =>
      run({
        incomes: [
          {
            id: "i1",
            memberId: "a",
            type: "swish",
            source: "document",
            paidOn: "2025-10-14",
            netOre: 150_000,
            assessed,
          },
        ],
      });
    expect(deposit("counts")).toMatchObject({ outcome: "prefilled", grantOre: 368_000 });
    expect(deposit("does-not-count")).toMatchObject({ outcome: "prefilled", grantOre: 518_000 });
  });

  test("means that meet the need to the krona leave nothing to grant; a krona less grants a krona", () => {
    const left = (ore: number): Assessed =>
      run({ incomes: [paid("pension", 0, { netOre: ore, lastCountedOre: ore })] });
    expect(left(517_900)).toMatchObject({ outcome: "prefilled", grantOre: 100 });
    expect(left(518_000)).toMatchObject({ outcome: "referred", reasons: ["surplus"], shortfallOre: 0, grantOre: null });
    expect(left(518_100)).toMatchObject({ reasons: ["surplus"], shortfallOre: -100 });
  });

  test("a child's own benefits count up to the child's part of the norm", () => {
    const own = (kr: number): Assessed =>
      run({ household: lone({}), incomes: [paid("survivor-pension", kr, { memberId: "c1" })] });
    expect(own(3789)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 378_900 });
    expect(own(3790)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 379_000 });
    expect(own(3791)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 379_000 });
    expect(own(5000).lines).toContainEqual(expect.objectContaining({ kind: "disregard", amountOre: 121_000 }));
  });

  test("a pupil's pay is left out up to one price base amount in the calendar year, and judged by a person above it", () => {
    const earned = (ore: number): Assessed =>
      run({
        household: lone({ birthDate: "2008-08-10", pupil: "upper-secondary" }),
        incomes: [
          paid("salary", 0, {
            memberId: "c1",
            source: "applicant",
            proof: "document",
            netOre: ore,
            grossOre: ore,
            documentOre: ore,
          }),
        ],
        earnings: [{ memberId: "c1", month: "2025-07", netOre: 5_000_000, grossOre: 5_000_000 }],
      });
    expect(earned(879_999)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
    expect(earned(880_000)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
    expect(earned(880_001)).toMatchObject({ outcome: "referred", reasons: ["child-income"], countedIncomeOre: null });
  });
});

describe("the norm", () => {
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

  test("a month after the last table goes to a person, never to last year's amounts", () => {
    const receipt = run({ benefitMonth: "2027-01" });
    expect(receipt.reasons).toEqual(expect.arrayContaining(["no-verified-table", "not-codified"]));
    expect(receipt.normOre).toBeNull();
  });

  test("a child born after the month is refused by name of the person, not counted", () => {
    expect(run({ household: lone({ birthDate: "2025-12-01", lunchAway: false }) })).toMatchObject({
      reasons: ["person-mismatch"],
      personalOre: null,
    });
  });
});

describe("conditions", () => {
  test.each([
    ["protectedIdentity", true, "protected-identity"],
    ["signedByAll", false, "signature-missing"],
    ["householdUnchanged", false, "household-changed"],
    ["registerUnchanged", false, "register-changed"],
    ["accountUnchanged", false, "account-changed"],
    ["assetsDeclared", true, "assets-declared"],
    ["pendingBenefits", true, "not-codified"],
    ["staysInMunicipality", false, "not-codified"],
    ["lawfulResidence", false, "not-codified"],
    ["messageFromApplicant", true, "applicant-message"],
    ["otherMunicipality", true, "decided-elsewhere"],
  ] as const)("%s %s is the reason %s, and not knowing is a missing fact; the amount stands", (flag, value, reason) => {
    const known = run({ flags: { ...uneventful.flags, [flag]: value } });
    expect(known).toMatchObject({ reasons: [reason], shortfallOre: 518_000, grantOre: null });
    const flags = Object.fromEntries(Object.entries(uneventful.flags).filter(([key]) => key !== flag));
    expect(run({ flags })).toMatchObject({ reasons: ["fact-missing"], shortfallOre: 518_000, grantOre: null });
  });

  test("a source is asked again to the last day of the wait, then a person takes over", () => {
    const on = (today: string): Assessed =>
      run({ today, appliedOn: "2025-10-26", sources: { ...uneventful.sources, AF: "unavailable" } });
    expect(on("2025-10-28")).toMatchObject({ outcome: "waiting", reasons: ["source-waiting"], shortfallOre: 518_000 });
    expect(on("2025-10-29")).toMatchObject({ outcome: "waiting", reasons: ["source-waiting"] });
    expect(on("2025-10-30")).toMatchObject({ outcome: "referred", reasons: ["source-unavailable"] });
  });

  test("a plan covers the whole month and is followed", () => {
    const plan = (parts: object): readonly string[] => reasonsOf({ planning: [{ ...planFor("a"), ...parts }] });
    expect(plan({ from: "2025-11-01", to: "2025-11-30" })).toEqual([]);
    expect(plan({ from: "2025-11-02" })).toEqual(["plan-not-valid"]);
    expect(plan({ to: "2025-11-29" })).toEqual(["plan-not-valid"]);
    expect(plan({ followed: false })).toEqual(["plan-not-valid"]);
  });

  test("a medical certificate is asked for from July 2026", () => {
    const sick = (benefitMonth: string): readonly string[] =>
      reasonsOf({
        benefitMonth,
        today: `${benefitMonth}-01`,
        appliedOn: `${benefitMonth}-01`,
        history: [],
        previous: { month: benefitMonth === "2026-06" ? "2026-05" : "2026-06", lines: [] },
        planning: [{ ...planFor("a"), kind: "sick-leave", to: "2026-12-31" }],
      });
    expect(sick("2026-06")).toEqual([]);
    expect(sick("2026-07")).toEqual(["fact-missing"]);
  });

  test("the activity requirement sends three months of aid to a person from October 2026", () => {
    const history = (["2026-07", "2026-08", "2026-09"] as const).map((month) => ({
      month,
      outcome: "granted" as const,
    }));
    const from = (benefitMonth: string, months: typeof history): readonly string[] =>
      reasonsOf({
        benefitMonth,
        today: `${benefitMonth}-01`,
        appliedOn: `${benefitMonth}-01`,
        history: months,
        previous: { month: benefitMonth === "2026-10" ? "2026-09" : "2026-08", lines: [] },
        planning: [{ ...planFor("a"), to: "2026-12-31" }],
      });
    expect(from("2026-10", history)).toEqual(["not-codified"]);
    expect(from("2026-10", history.slice(1))).toEqual([]);
    expect(from("2026-09", history.slice(0, 2))).toEqual([]);
  });

  test("while the applicant may answer the case waits, and the day after a person goes on", () => {
    const parts = { flags: { ...uneventful.flags, accountUnchanged: false } };
    const on = (today: string, answered = false): Assessed =>
      run({ ...parts, today, communicated: { answerBy: "2025-11-03", answered } });
    expect(on("2025-11-03")).toMatchObject({ outcome: "waiting", reasons: ["account-changed", "communicated"] });
    expect(on("2025-11-04")).toMatchObject({ outcome: "referred", reasons: ["account-changed"] });
    expect(on("2025-10-28", true)).toMatchObject({ outcome: "referred", reasons: ["account-changed"] });
  });

  test("a person settles a reason for one line, and only for that line", () => {
    const incomes = [paid("activity-support", 1000, { declared: false })];
    const settled = (factId: string): Assessed => run({ incomes, settled: [{ reason: "undeclared-income", factId }] });
    expect(settled("i-activity-support")).toMatchObject({ outcome: "prefilled", grantOre: 418_000 });
    expect(settled("i-other").reasons).toEqual(["undeclared-income"]);
    expect(settled("i-activity-support").findings).toContainEqual(
      expect.objectContaining({ reason: "undeclared-income", settled: true }),
    );
  });

  test("protected identity, discretionary aid and a surplus cannot be settled away", () => {
    const protectedCase = { flags: { ...uneventful.flags, protectedIdentity: true } };
    expect(reasonsOf({ ...protectedCase, settled: [{ reason: "protected-identity" }] })).toEqual([
      "protected-identity",
    ]);
    const licence = [{ id: "k1", type: "driving-licence" as const, appliedOre: 100 }];
    expect(reasonsOf({ costs: licence, settled: [{ reason: "discretionary-aid", factId: "k1" }] })).toEqual([
      "discretionary-aid",
    ]);
    expect(reasonsOf({ incomes: [paid("pension", 9000)], settled: [{ reason: "surplus" }] })).toEqual(["surplus"]);
  });
});
