import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds } from "../../store/test-support/databases.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
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
  surplus,
  unfollowed,
  unneeded,
  why,
} from "./test-support/drafts.js";
import { decideIn, type Situation } from "./test-support/situations.js";

const recorded: readonly (readonly [string, readonly object[], Situation])[] = [
  [
    "a refusal after an answer, as nothing granted",
    [{ outcome: "refused", amountOre: 0, delegationItem: "3.3", hearing: "answered", supplement: false }],
    { draft: refusal, findings: [surplus], sent: { kind: "communication", answerBy: "2025-11-10", answered: true } },
  ],
  [
    "a refusal after silence",
    [{ outcome: "refused", amountOre: 0, hearing: "silent" }],
    { draft: refusal, findings: [surplus], sent: { kind: "communication", answerBy: "2025-10-26" } },
  ],
  [
    "a partial grant with reasons for each cost, heard or manifestly unneeded",
    [{ outcome: "partly-granted", amountOre: 500_000, delegationItem: "3.3", hearing: "none" }],
    {
      draft: { ...partial, ...unneeded, reducedCosts: [{ costId: "k1", approvedOre: 445_000, why }] },
      findings: [reduced],
      input: { costs: [rent] },
    },
  ],
  [
    "a refusal for which it is unneeded to send anew what was read after the hearing",
    [{ outcome: "refused", hearing: "not-covered" }],
    {
      draft: { ...refusal, ...unneeded },
      findings: [surplus],
      sent: { kind: "communication", answerBy: "2025-11-10", answered: true },
      readSince: { incomes: [allowance] },
    },
  ],
  [
    "a refusal with reasons for the cost that was cut",
    [{ outcome: "refused" }],
    {
      draft: { ...refusal, ...unneeded, reducedCosts: [{ costId: "k1", approvedOre: 445_000, why }] },
      findings: [surplus, reduced],
      input: { costs: [rent] },
    },
  ],
  [
    "a partial grant that is not for a plan that was not followed, as the decider says",
    [{ outcome: "partly-granted" }],
    { draft: { ...partial, ...unneeded, notForPlanning: true }, findings: [unfollowed] },
  ],
  ["a grant where a plan was not followed", [{ outcome: "granted" }], { draft: asComputed, findings: [unfollowed] }],
  [
    "a first application's grant, in the decider's own amount",
    [{ outcome: "granted", amountOre: 700_000, delegationItem: "3.2" }],
    { draft: own(700_000), findings: [first], input: { costs: [rent] }, figures: needed },
  ],
  [
    "a grant of exactly the full need",
    [{ outcome: "granted", amountOre: 619_000 }],
    { draft: own(619_000), findings: [first], input: { costs: [rent] }, figures: needed },
  ],
  [
    "a grant whose full need nobody knows, where the decider says that all is granted",
    [{ outcome: "granted", amountOre: 400_000 }],
    {
      draft: { ...own(400_000), grantsAllApplied: true },
      findings: [first],
      figures: { ...needed, normOre: null },
    },
  ],
  [
    "a supplement of less than a month's need",
    [{ outcome: "granted", amountOre: 150_000 }],
    {
      draft: own(150_000),
      findings: [question("supplement")],
      input: { kind: "supplement", costs: [dental] },
    },
  ],
  [
    "the month and aid under 12 kap. 2 § as two decisions, each under its own item",
    [
      { outcome: "partly-granted", amountOre: 500_000, delegationItem: "3.4", supplement: false },
      { outcome: "discretionary", amountOre: 900_000, delegationItem: "3.6", supplement: true },
    ],
    {
      draft: { ...partial, ...unneeded, discretionary: { ...driving, costId: "k4" } },
      input: { costs: [licence] },
      roles: ["team-lead"],
    },
  ],
  [
    "under 12 kap. 2 § the rest of a cost that 12 kap. 1 § gave a part of",
    [{ outcome: "partly-granted" }, { outcome: "discretionary", amountOre: 300_000 }],
    {
      draft: {
        ...partial,
        ...unneeded,
        reducedCosts: [{ costId: "k4", approvedOre: 500_000, why }],
        discretionary: { ...driving, costId: "k4", appliedOre: 400_000, amountOre: 300_000 },
      },
      input: { costs: [licence] },
      roles: ["team-lead"],
    },
  ],
  [
    "a decision without the signature that was asked for and never came",
    [{ outcome: "partly-granted" }],
    {
      draft: { ...partial, ...unneeded },
      findings: [question("signature-missing"), question("completion-overdue")],
      sent: { kind: "completion", answerBy: "2025-10-26" },
    },
  ],
  [
    "on a protected case by the one who has the authority",
    [{ outcome: "granted" }],
    { draft: asComputed, isProtected: true, roles: ["team-lead"] },
  ],
  [
    "on a protected case what was read before the mark was found, which nobody may read again",
    [{ outcome: "granted" }],
    { draft: asComputed, isProtected: true, roles: ["team-lead"], readOn: "2025-09-01" },
  ],
  ["on what was read three days ago", [{ outcome: "granted" }], { draft: asComputed, readOn: "2025-10-24" }],
  [
    "with the children's situation written",
    [{ outcome: "granted" }],
    { draft: { ...asComputed, childPerspective: "Barnens behov tillgodoses." }, children: 2 },
  ],
];

describe.each(databaseKinds)("what a person may decide, on $name", (kind) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore(kind);
  });
  afterAll(() => test.stop());

  it.each(recorded)("records %s", async (_what, expected, situation) => {
    const { answer, decisions } = await decideIn(test, situation);
    expect(answer).toMatchObject({ result: "recorded" });
    expect(decisions.toSorted((one, other) => Number(one.supplement) - Number(other.supplement))).toMatchObject(
      expected,
    );
  });
});
