import { expect, test } from "vitest";
import { month } from "../../contracts/dates.js";
import type { CitedAmount, LegalPeriod, NationalPack } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { caseOf } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { nationalPacks } from "../packs.js";
import { parametersFor } from "../parameters.js";
import { nationalWith, normOf, placesOf, problemsOf } from "./test-support.js";

const kronor = (amount: number): number => amount * 100;
const instead = (pack: NationalPack): NationalPack[] => [...nationalPacks.filter(({ id }) => id !== pack.id), pack];

test("a row that is gone from the table names the child or the household that has no norm, and the engine has none", () => {
  const pack = normOf(2025, { "child-3": null, "common-3": null });
  expect(problemsOf(pack)).toMatchObject([
    {
      code: "norm-cell-missing",
      row: "riksnorm[0].cells.common-3",
      counterexample: { kind: "household", adults: 1, children: 2, month: "2025-01" },
    },
    {
      code: "norm-cell-missing",
      row: "riksnorm[0].cells.child-3",
      title: "Riksnorm januari–december 2025: Barn 3 år",
      counterexample: { kind: "child", age: 3, lunchAway: false, text: "Ett barn som är 3 år." },
    },
  ]);
  const parameters = parametersFor({ national: instead(pack), municipal: undefined }, month("2025-01"));
  expect([parameters.normCell("child-3"), parameters.normCell("common-3")]).toEqual([undefined, undefined]);
});

test("a row that no source has is absent with the reason, and not both absent and there", () => {
  const [table] = nationalWith("riksnorm-2024", {}).riksnorm;
  const { absent, ...rest } = table ?? {};
  expect(Object.keys(absent ?? {})).toHaveLength(4);
  const untold = nationalWith("riksnorm-2024", { riksnorm: [rest] });
  expect(problemsOf(untold).map(({ counterexample }) => counterexample.text)).toEqual([
    "Ett barn som är 0 år och äter lunch i förskolan.",
    "Ett barn som är 1 år och äter lunch i förskolan.",
    "Ett barn som är 3 år och äter lunch i förskolan.",
    "Ett barn som är 4 år och äter lunch i förskolan.",
  ]);
  const both = nationalWith("riksnorm-2024", {
    riksnorm: [{ ...table, absent: { ...absent, "adult-single": "Finns inte i någon källa" } }],
  });
  expect(placesOf(both)).toEqual(["absence-contradicted riksnorm[0].cells.adult-single"]);
});

test("common costs rise with every member: one krona-step above the row before is in order, the same is not", () => {
  expect(placesOf(normOf(2025, { "common-2": kronor(1271) }))).toEqual([]);
  expect(problemsOf(normOf(2025, { "common-2": kronor(1270) }))).toMatchObject([
    {
      code: "common-cost-order",
      row: "riksnorm[0].cells.common-2",
      counterexample: { kind: "household", adults: 1, children: 1 },
    },
  ]);
  expect(placesOf(normOf(2025, { "common-2": kronor(1269) }))).toEqual([
    "common-cost-order riksnorm[0].cells.common-2",
  ]);
});

test("a member beyond seven adds the difference between the rows for seven and six, to the krona", () => {
  expect(placesOf(normOf(2025, { "common-extra": kronor(190) }))).toEqual([]);
  for (const wrong of [189, 191])
    expect(problemsOf(normOf(2025, { "common-extra": kronor(wrong) }))).toMatchObject([
      { code: "norm-extra-differs", counterexample: { kind: "household", adults: 1, children: 7 } },
    ]);
});

test("a child who eats lunch at preschool may have the same row as another, but not one krona more", () => {
  expect(placesOf(normOf(2025, { "child-0-lunch-away": kronor(2720) }))).toEqual([]);
  expect(problemsOf(normOf(2025, { "child-0-lunch-away": kronor(2721) }))).toMatchObject([
    { code: "lunch-order", counterexample: { kind: "child", age: 0, lunchAway: true } },
  ]);
});

test("two adults get more than one, and the norm by age is left in the order the ordinance gives it", () => {
  expect(placesOf(normOf(2025, { "adult-couple": kronor(3911) }))).toEqual([]);
  expect(problemsOf(normOf(2025, { "adult-couple": kronor(3910) }))).toMatchObject([
    { code: "couple-order", counterexample: { adults: 2, children: 0 } },
  ]);
  // Three years is below one and two in every year's table, which passes.
  const [table] = nationalWith("riksnorm-2025", {}).riksnorm;
  expect(table?.cells["child-3"]?.amountOre).toBeLessThan(table?.cells["child-1-2"]?.amountOre ?? 0);
});

test("an amount of the law is whole kronor, and one in kronor where öre are meant stands out against the year before", () => {
  expect(placesOf(normOf(2025, { "child-7-10": kronor(3790) + 1 }))).toEqual([
    "not-whole-kronor riksnorm[0].cells.child-7-10",
  ]);
  // 2024: 3 680 kr. A tenth of it and ten times it are out of the question; a krona from there is a great change only.
  expect(placesOf(normOf(2025, { "child-7-10": kronor(369) }))).toEqual([]);
  expect(placesOf(normOf(2025, { "child-7-10": kronor(368) }))).toEqual(["unit-suspect riksnorm[0].cells.child-7-10"]);
  expect(placesOf(normOf(2025, { "child-7-10": kronor(36_799) }))).toEqual([]);
  expect(placesOf(normOf(2025, { "child-7-10": kronor(36_800) }))).toEqual([
    "unit-suspect riksnorm[0].cells.child-7-10",
  ]);
  const [amount] = nationalWith("riksnorm-2025", {}).priceBaseAmounts;
  const odd = { ...amount, amount: { ...amount?.amount, amountOre: 5_880_050 } };
  expect(placesOf(nationalWith("riksnorm-2025", { priceBaseAmounts: [odd] }))).toEqual([
    "not-whole-kronor priceBaseAmounts[0]",
  ]);
});

const withCell = (change: Partial<CitedAmount>): NationalPack => {
  const [table] = nationalWith("riksnorm-2026", {}).riksnorm;
  const cell = { ...table?.cells["child-3"], ...change };
  return nationalWith("riksnorm-2026", { riksnorm: [{ ...table, cells: { ...table?.cells, "child-3": cell } }] });
};

test("a derived or weakly sourced figure is never verified, and a figure becomes so only with another source", () => {
  expect(placesOf(withCell({ verified: true }))).toEqual(["derived-verified riksnorm[0].cells.child-3"]);
  expect(placesOf(withCell({ verified: true, confidence: "C", source: "En insändare" }))).toEqual([
    "derived-verified riksnorm[0].cells.child-3",
  ]);
  expect(placesOf(withCell({ verified: true, confidence: "A" }))).toEqual([
    "verified-without-source riksnorm[0].cells.child-3",
  ]);
  expect(placesOf(withCell({ verified: true, confidence: "A", source: "En läst förordning (påhittad)" }))).toEqual([]);
});

const periodsWith = (change: (period: LegalPeriod) => Record<string, unknown>): NationalPack =>
  nationalWith("law", { legalPeriods: nationalWith("law", {}).legalPeriods.map(change) });

test("a period that lacks a paragraph the rules rest on names the first month it is needed and the rule that needs it", () => {
  const without = (id: string, gone: string) =>
    periodsWith((period) =>
      period.id === id
        ? {
            ...period,
            citations: Object.fromEntries(Object.entries(period.citations).filter(([key]) => key !== gone)),
          }
        : period,
    );
  expect(problemsOf(without("sol-2025", "calculation"))).toMatchObject([
    { code: "citation-missing", row: "legalPeriods[2]", counterexample: { month: "2025-07" } },
  ]);
  // Before July 2013 there was no jobbstimulans, and nothing cites it.
  expect(placesOf(without("sol-2001-before-stimulus", "job-stimulus"))).toEqual([]);
  expect(problemsOf(without("sol-2001", "job-stimulus"))).toMatchObject([
    { code: "citation-missing", counterexample: { month: "2013-07" } },
  ]);
});

test("no pack makes the benefit ceiling of 2027 codified, neither in its own period nor by a later one beside it", () => {
  const every = nationalWith("law", {}).legalPeriods.find(({ id }) => id === "sol-2025")?.citations;
  const changed = periodsWith((period) =>
    period.id === "benefit-ceiling" ? { ...period, codified: true, verified: true, citations: every } : period,
  );
  expect(problemsOf(changed)).toMatchObject([
    { code: "law-not-codified", row: "legalPeriods[4]", counterexample: { month: "2027-01" } },
  ]);
  const stretched = periodsWith((period) =>
    period.id === "sol-2025-certificate" ? { ...period, to: "2027-01" } : period,
  );
  expect(placesOf(stretched)).toContain("law-not-codified legalPeriods[3]");
  const beside = nationalWith("law", {
    id: "our-own-law",
    incomeRules: [],
    legalPeriods: [
      {
        id: "our-own",
        from: "2027-03",
        class: "law",
        source: "Påhittad källa",
        title: "Vår lag",
        verified: true,
        codified: true,
        citations: every,
      },
    ],
  });
  expect(problemsOf(beside)).toMatchObject([{ code: "law-not-codified", counterexample: { month: "2027-03" } }]);

  const [household] = sampleMonth;
  if (household === undefined) throw new Error("no household in the sample month");
  const of2027 = caseOf({ ...household.input, benefitMonth: "2027-01" });
  expect(assess(of2027, { national: nationalPacks, municipal: undefined }).reasons).toContain("not-codified");
});

test("a row of the law that somebody else is said to decide is refused", () => {
  const [rule, ...rules] = nationalWith("law", {}).incomeRules;
  const pack = nationalWith("law", { incomeRules: [{ ...rule, class: "operational" }, ...rules] });
  expect(placesOf(pack)).toEqual(["law-class incomeRules[0]"]);
});
