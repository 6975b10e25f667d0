import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds } from "../../store/test-support/databases.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import type { DecisionRefusal } from "../../contracts/process.js";
import { question } from "./test-support/asked.js";
import {
  allowance,
  asComputed,
  dental,
  driving,
  first,
  licence,
  needed,
  own,
  partial,
  reduced,
  refusal,
  rent,
  rentLine,
  surplus,
  unfollowed,
  unneeded,
  why,
} from "./test-support/drafts.js";
import { decideIn, type Situation } from "./test-support/situations.js";

const turnedAway: readonly (readonly [string, DecisionRefusal, Situation])[] = [
  ["without a declaration of no conflict", "conflict-of-interest", { draft: asComputed, conflictDeclared: false }],
  ["by somebody without a deciding role", "role-missing", { draft: asComputed, roles: [] }],
  ["on a protected case by a caseworker", "role-missing", { draft: asComputed, isProtected: true }],
  ["on a case that was withdrawn a moment ago", "not-open", { draft: asComputed, endedAs: "withdrawn" }],
  [
    "in July 2025 of a month under the act before",
    "law-changed",
    { draft: asComputed, on: { day: "2025-07-01", month: "2025-06" } },
  ],
  [
    "in June 2025 of a month under the act to come",
    "law-changed",
    { draft: asComputed, on: { day: "2025-06-30", month: "2025-07" } },
  ],
  [
    "on a day whose law nobody has written down, of a month whose law is known",
    "law-changed",
    { draft: asComputed, on: { day: "2027-01-04", month: "2026-12" } },
  ],
  ["of a month that has no texts for its letter", "letter-missing", { draft: asComputed, hasLetterTexts: false }],
  ["on what was read four days ago", "data-too-old", { draft: asComputed, readOn: "2025-10-23" }],
  [
    "while the applicant may still comment",
    "answer-awaited",
    {
      draft: { ...refusal, ...unneeded },
      findings: [surplus],
      sent: { kind: "communication", answerBy: "2025-10-27" },
    },
  ],
  ["as computed, with a question open", "open-questions", { draft: asComputed, findings: [surplus] }],
  [
    "as a grant, though a cost of the application is only tried under 12 kap. 2 §",
    "partial-grant-needed",
    {
      draft: { outcome: "granted", amountOre: 700_000, reasons: why, discretionary: { ...driving, costId: "k1" } },
      roles: ["team-lead"],
    },
  ],
  [
    "as a grant, with aid under 12 kap. 2 § for something that is no cost of the application",
    "partial-grant-needed",
    { draft: { ...asComputed, discretionary: driving }, roles: ["team-lead"] },
  ],
  [
    "under 12 kap. 2 § on a cost that is approved in full under 12 kap. 1 §",
    "cost-amount-wrong",
    {
      draft: { ...partial, ...unneeded, discretionary: { ...driving, costId: "k1", appliedOre: 0, amountOre: 0 } },
      input: { costs: [rent] },
      figures: { lines: [rentLine] },
      roles: ["team-lead"],
    },
  ],
  [
    "under 12 kap. 2 § on the whole of a cost that 12 kap. 1 § gave a part of",
    "cost-amount-wrong",
    {
      draft: {
        ...partial,
        ...unneeded,
        reducedCosts: [{ costId: "k4", approvedOre: 500_000, why }],
        discretionary: { ...driving, costId: "k4" },
      },
      input: { costs: [licence] },
      roles: ["team-lead"],
    },
  ],
  [
    "under 12 kap. 2 § on a cost that is not in the application",
    "cost-amount-wrong",
    { draft: { ...partial, ...unneeded, discretionary: { ...driving, costId: "k9" } }, roles: ["team-lead"] },
  ],
  [
    "that refuses aid under 12 kap. 2 § without having heard the applicant",
    "communication-missing",
    { draft: { ...partial, discretionary: { ...driving, amountOre: 0 } }, roles: ["team-lead"] },
  ],
  [
    "with a document that nobody could read",
    "open-questions",
    { draft: { ...partial, ...unneeded }, findings: [question("document-unreadable", { factId: "k1" })] },
  ],
  [
    "with a changed cost that the refusal does not speak of",
    "open-questions",
    { draft: { ...refusal, ...unneeded }, findings: [surplus, question("cost-changed", { factId: "k1" })] },
  ],
  [
    "with a cost under 12 kap. 2 § that is not tried under it",
    "open-questions",
    { draft: { ...partial, ...unneeded }, findings: [question("discretionary-aid", { factId: "k4" })] },
  ],
  [
    "with a signature missing that has not been asked for",
    "open-questions",
    { draft: { ...partial, ...unneeded }, findings: [question("signature-missing")] },
  ],
  [
    "with a signature missing that there is time left to give",
    "open-questions",
    {
      draft: { ...partial, ...unneeded },
      findings: [question("signature-missing")],
      sent: { kind: "completion", answerBy: "2025-10-27" },
    },
  ],
  ["of less than was computed, called a grant", "partial-grant-needed", { draft: own(618_900) }],
  [
    "of a calculation where a cost was cut, called a grant",
    "partial-grant-needed",
    { draft: asComputed, findings: [reduced] },
  ],
  [
    "as computed, where a surplus stands against other costs and a person has noted it",
    "partial-grant-needed",
    {
      draft: asComputed,
      findings: [question("not-codified", { provision: "special-costs", factId: "special-costs", settled: true })],
    },
  ],
  [
    "of less than norm and costs applied for less incomes, called a grant",
    "partial-grant-needed",
    { draft: own(618_900), findings: [first], input: { costs: [rent] }, figures: needed },
  ],
  [
    "of less than the highest that an open reading leads to, called a grant",
    "partial-grant-needed",
    {
      draft: own(618_900),
      findings: [question("reading-open")],
      input: { costs: [rent] },
      figures: {
        ...needed,
        normOre: null,
        variants: [
          { readings: { "leap-birthday": "1-march" }, figure: "normOre", amountOre: 500_000 },
          { readings: { "leap-birthday": "28-february" }, figure: "normOre", amountOre: 522_000 },
        ],
      },
    },
  ],
  [
    "in an amount of their own, called a grant, where nobody knows the full need",
    "partial-grant-needed",
    { draft: own(2_000_000), findings: [first], figures: { ...needed, countedIncomeOre: null } },
  ],
  [
    "that says that all is granted, though it is less than what was computed",
    "partial-grant-needed",
    { draft: { ...own(618_900), grantsAllApplied: true } },
  ],
  [
    "as computed, where a cost of the application is in no row",
    "partial-grant-needed",
    { draft: asComputed, input: { costs: [rent] } },
  ],
  [
    "of a supplement with less than it applies for, called a grant",
    "partial-grant-needed",
    { draft: own(149_900), findings: [question("supplement")], input: { kind: "supplement", costs: [dental] } },
  ],
  [
    "of a cost called reduced that is approved in full",
    "cost-amount-wrong",
    {
      draft: { ...partial, ...unneeded, reducedCosts: [{ costId: "k1", approvedOre: 645_000, why }] },
      input: { costs: [rent] },
    },
  ],
  [
    "of a reduced cost that is not in the application",
    "cost-amount-wrong",
    { draft: { ...partial, ...unneeded, reducedCosts: [{ costId: "k9", approvedOre: 0, why }] } },
  ],
  [
    "of a cost approved with one öre more than was applied for",
    "cost-amount-wrong",
    { draft: { ...partial, ...unneeded }, input: { costs: [{ ...rent, assessedOre: 645_001 }] } },
  ],
  [
    "of part of a cost without reasons for that cost",
    "reasons-missing",
    { draft: { ...partial, ...unneeded }, findings: [reduced] },
  ],
  [
    "to refuse, with a cost cut that the reasons do not speak of",
    "reasons-missing",
    { draft: { ...refusal, ...unneeded }, findings: [surplus, reduced] },
  ],
  ["to refuse without having heard the applicant", "communication-missing", { draft: refusal, findings: [surplus] }],
  [
    "to refuse after a silence, where the letter never reached the applicant",
    "communication-missing",
    { draft: refusal, findings: [surplus], sent: { kind: "communication", answerBy: "2025-10-26", reached: [] } },
  ],
  [
    "to refuse on a payment that was read after the applicant was heard",
    "communication-missing",
    {
      draft: refusal,
      findings: [surplus],
      sent: { kind: "communication", answerBy: "2025-11-10", answered: true },
      readSince: { incomes: [allowance] },
    },
  ],
  [
    "to grant as computed on a deposit that a person counts, without having heard the applicant",
    "communication-missing",
    { draft: asComputed, input: { incomes: [{ ...allowance, type: "bank-deposit", assessed: "counts" }] } },
  ],
  ["to grant in part without having heard the applicant", "communication-missing", { draft: partial }],
  [
    "to grant on an income the applicant did not tell of, without having heard them",
    "communication-missing",
    { draft: asComputed, findings: [question("undeclared-income", { factId: "i2", settled: true })] },
  ],
  [
    "that grants in part where a plan was not followed, without saying that it is not for that",
    "outside-system",
    { draft: { ...partial, ...unneeded }, findings: [unfollowed] },
  ],
  [
    "that refuses where a plan was not followed, without saying that it is not for that",
    "outside-system",
    { draft: { ...refusal, ...unneeded }, findings: [surplus, unfollowed] },
  ],
  ["without a word of the children", "child-perspective-missing", { draft: asComputed, children: 1 }],
  [
    "that refuses more than the delegation allows",
    "mandate-missing",
    {
      draft: { ...refusal, ...unneeded },
      findings: [surplus],
      input: { costs: [{ ...rent, appliedOre: 3_000_000 }] },
      figures: { normOre: 522_000, countedIncomeOre: 548_000 },
    },
  ],
  [
    "that refuses nobody knows how much, by someone whose every item has an upper bound",
    "mandate-missing",
    { draft: { ...refusal, ...unneeded }, findings: [surplus], figures: { normOre: null } },
  ],
  ["of more than the delegation allows", "mandate-missing", { draft: asComputed, grantOre: 2_500_001 }],
  [
    "under 12 kap. 2 § by a caseworker",
    "mandate-missing",
    { draft: { ...partial, ...unneeded, discretionary: driving } },
  ],
  [
    "under 12 kap. 2 § of more than even the head of unit may give",
    "mandate-missing",
    {
      draft: { ...partial, ...unneeded, discretionary: { ...driving, appliedOre: 1_000_001, amountOre: 1_000_001 } },
      roles: ["team-lead"],
    },
  ],
];

describe.each(databaseKinds)("what a person may not decide, on $name", (kind) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore(kind);
  });
  afterAll(() => test.stop());

  it.each(turnedAway)("turns away a decision %s: %s", async (_what, code, situation) => {
    const { answer, decisions } = await decideIn(test, situation);
    expect(answer).toEqual({ result: "refused", code });
    expect(decisions).toEqual([]);
  });
});
