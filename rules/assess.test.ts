import { expect, test } from "vitest";
import { assess } from "./assess.js";
import { samplePacks } from "./packs.js";
import { caseOf, paid, renewal, standing, uneventful } from "./examples/cases.js";

const costs6210 = [standing("rent", 5600), standing("electricity", 430), standing("home-insurance", 180)];

test("a simple renewal is prefilled with the need less last month's net income", () => {
  const receipt = assess(caseOf(renewal({ costs: costs6210, incomes: [paid("activity-support", 5200)] })), samplePacks);
  expect(receipt.reasons).toEqual([]);
  expect(receipt).toMatchObject({
    outcome: "prefilled",
    personalOre: 391000,
    commonOre: 127000,
    normOre: 518000,
    costsOre: 621000,
    countedIncomeOre: 520000,
    shortfallOre: 619000,
    grantOre: 619000,
  });
});

test("an agency that has not answered makes the case wait, and it is prefilled once it has", () => {
  const incomes = [paid("sickness-benefit", 7400)];
  const firstDay = renewal({ costs: costs6210, sources: { ...uneventful.sources, FK: "unavailable" } });
  expect(assess(caseOf(firstDay), samplePacks)).toMatchObject({
    outcome: "waiting",
    reasons: ["source-waiting"],
    normOre: 518000,
    countedIncomeOre: null,
    shortfallOre: null,
    grantOre: null,
  });
  const secondDay = renewal({ costs: costs6210, incomes, today: "2025-10-28" });
  expect(assess(caseOf(secondDay), samplePacks)).toMatchObject({ outcome: "prefilled", reasons: [], grantOre: 399000 });
});

test("an undeclared benefit and a deposit are two questions to a person, and nothing else", () => {
  const incomes = [
    paid("housing-allowance", 1300, { declared: false, source: "FK" }),
    paid("swish", 900, { declared: false, source: "document" }),
  ];
  const receipt = assess(caseOf(renewal({ costs: costs6210, incomes })), samplePacks);
  expect(receipt).toMatchObject({
    outcome: "referred",
    reasons: ["deposit-to-assess", "undeclared-income"],
    normOre: 518000,
    costsOre: 621000,
    countedIncomeOre: null,
    grantOre: null,
  });
});
