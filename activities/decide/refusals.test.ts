import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reasonSchema, type Reason } from "../../contracts/codes/reasons.js";
import { standingAtOwnDecision } from "../../contracts/codes/own-decision.js";
import type { Role } from "../../contracts/codes/roles.js";
import { instantSchema, localDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId, MemberId } from "../../contracts/ids.js";
import type { DecisionRefusal } from "../../contracts/process.js";
import type { Finding, Receipt } from "../../contracts/receipt.js";
import { samplePacks } from "../../rules/index.js";
import { listDecisions } from "../../store/decisions.js";
import { changeCase } from "../../store/cases.js";
import { saveSourceReading } from "../../store/source-readings.js";
import { databaseKinds } from "../../store/test-support/databases.js";
import { aReceipt, receiveAndAssess } from "../../store/test-support/assessed-case.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { createDecisionActivities } from "../decide.js";
import { answersWhatStands } from "./own-decision.js";
import { assessAs, askToDecide, decisionDay, logged, question, sendToApplicant, someone } from "./test-support.js";

const why = "Inkomsterna räcker till de kostnader som är skäliga.";
const emergency = { text: "Den sökande har pengar till mat och hyra månaden ut.", grantedOre: 0 };
const asComputed: DecisionDraft = { outcome: "granted" };
const refusal: DecisionDraft = { outcome: "refused", reasons: why, emergency };
const partial: DecisionDraft = { outcome: "partly-granted", amountOre: 500_000, reasons: why };
const unneeded = { communicationUnneeded: "Den sökande har själv lämnat uppgiften." };
const driving = { purpose: "Körkort", appliedOre: 900_000, amountOre: 900_000, reasons: why };
const surplus = question("surplus");
const reduced: Finding = {
  code: "cost-approved-in-full",
  result: "not-met",
  provision: "test",
  basis: [],
  factId: "k1",
};

const first = question("first-application");
const allowance = {
  id: "i1",
  memberId: "a",
  type: "housing-allowance",
  source: "FK",
  declared: false,
  paidOn: "2025-10-24",
  netOre: 130_000,
};
const rent = { id: "k1", type: "rent" as const, appliedOre: 645_000 };
const dental = { id: "k1", type: "acute-dental-care" as const, appliedOre: 150_000 };
/** Norm and rent less incomes: 619 000 öre. */
const needed = { normOre: 522_000, countedIncomeOre: 548_000, costsOre: null, shortfallOre: null, grantOre: null };
const own = (amountOre: number): DecisionDraft => ({ outcome: "granted", amountOre, reasons: why });

/** What a decision is tried on, beside an ordinary prefilled case and a caseworker who has declared no conflict. */
type Situation = {
  readonly draft: DecisionDraft;
  readonly findings?: Parameters<typeof assessAs>[2]["findings"];
  readonly input?: object;
  readonly grantOre?: number;
  readonly figures?: Partial<Receipt>;
  readonly roles?: readonly Role[];
  readonly conflictDeclared?: boolean;
  readonly children?: number;
  readonly isProtected?: boolean;
  readonly endedAs?: "withdrawn";
  readonly readOn?: string;
  /** What the case holds once it has been read again, after what was sent. */
  readonly readSince?: object;
  readonly sent?: {
    readonly kind: "communication" | "completion";
    readonly answerBy: string;
    readonly answered?: true;
    readonly reached?: readonly MemberId[];
  };
};

const turnedAway: readonly (readonly [string, DecisionRefusal, Situation])[] = [
  ["without a declaration of no conflict", "conflict-of-interest", { draft: asComputed, conflictDeclared: false }],
  ["by somebody without a deciding role", "role-missing", { draft: asComputed, roles: [] }],
  ["on a protected case by a caseworker", "role-missing", { draft: asComputed, isProtected: true }],
  ["on a case that was withdrawn a moment ago", "not-open", { draft: asComputed, endedAs: "withdrawn" }],
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
    "that refuses aid under 12 kap. 2 § without having heard the applicant",
    "communication-missing",
    { draft: { ...asComputed, discretionary: { ...driving, amountOre: 0 } }, roles: ["team-lead"] },
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
  ["without a word of the children", "child-perspective-missing", { draft: asComputed, children: 1 }],
  ["of more than the delegation allows", "mandate-missing", { draft: asComputed, grantOre: 2_500_001 }],
  ["under 12 kap. 2 § by a caseworker", "mandate-missing", { draft: { ...asComputed, discretionary: driving } }],
  [
    "under 12 kap. 2 § of more than even the head of unit may give",
    "mandate-missing",
    { draft: { ...asComputed, discretionary: { ...driving, amountOre: 1_000_001 } }, roles: ["team-lead"] },
  ],
];

const recorded: readonly (readonly [string, readonly object[], Situation])[] = [
  [
    "a refusal after an answer, as nothing granted",
    [{ outcome: "refused", amountOre: 0, delegationItem: "3.3", supplement: false }],
    { draft: refusal, findings: [surplus], sent: { kind: "communication", answerBy: "2025-11-10", answered: true } },
  ],
  [
    "a refusal after silence",
    [{ outcome: "refused", amountOre: 0 }],
    { draft: refusal, findings: [surplus], sent: { kind: "communication", answerBy: "2025-10-26" } },
  ],
  [
    "a partial grant with reasons for each cost, heard or manifestly unneeded",
    [{ outcome: "partly-granted", amountOre: 500_000, delegationItem: "3.3" }],
    {
      draft: { ...partial, ...unneeded, reducedCosts: [{ costId: "k1", approvedOre: 445_000, why }] },
      findings: [reduced],
      input: { costs: [rent] },
    },
  ],
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
      { outcome: "granted", amountOre: 619_000, delegationItem: "3.4", supplement: false },
      { outcome: "discretionary", amountOre: 900_000, delegationItem: "3.6", supplement: true },
    ],
    { draft: { ...asComputed, discretionary: driving }, roles: ["team-lead"] },
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
  let year = 2100;
  beforeAll(async () => {
    test = await openTestStore(kind);
  });
  afterAll(() => test.stop());

  const arrange = async ({ draft, roles = ["caseworker"], ...about }: Situation) => {
    year += 1;
    const by = await someone(test, `person-${String(year)}`, roles);
    const caseId: CaseId = await logged(test, (tx) => receiveAndAssess(tx, `${String(year)}-11`));
    const {
      children = 0,
      isProtected = false,
      endedAs = null,
      findings = [],
      input,
      readOn,
      sent,
      grantOre,
      figures,
      readSince,
    } = about;
    const shown = await logged(test, async (tx) => {
      await tx.db.updateTable("cases").set({ children }).where("id", "=", caseId).execute();
      await changeCase(tx, caseId, { protected: isProtected, endedAs });
      if (readOn !== undefined)
        await saveSourceReading(tx, {
          caseId,
          memberId: "a",
          source: "FK",
          status: "nothing-registered",
          period: { from: localDate("2025-10-01"), to: localDate("2025-10-31") },
          provenance: { botVersion: "1", readAt: instantSchema.parse(`${readOn}T10:00:00.000Z`) },
          evidence: [],
        });
      return assessAs(tx, caseId, {
        findings,
        ...(input !== undefined && { input }),
        ...(grantOre !== undefined && { grantOre }),
        ...figures,
      });
    });
    if (sent !== undefined) await sendToApplicant(test, { caseId, by, ...sent });
    const { sequence } =
      readSince === undefined
        ? shown
        : await logged(test, (tx) => assessAs(tx, caseId, { findings, input: readSince, ...figures }));
    const { conflictDeclared = true } = about;
    const requestId = await askToDecide(test, { caseId, sequence, by, draft, conflictDeclared });
    return { caseId, requestId };
  };

  const decide = async (situation: Situation) => {
    const { caseId, requestId } = await arrange(situation);
    const answer = await createDecisionActivities({
      store: test.store,
      packs: samplePacks,
      today: () => Promise.resolve(decisionDay),
    }).recordDecision({ caseId, requestId });
    return { answer, decisions: await test.store.read((tx) => listDecisions(tx, caseId)) };
  };

  it.each(turnedAway)("turns away a decision %s: %s", async (_what, code, situation) => {
    const { answer, decisions } = await decide(situation);
    expect(answer).toEqual({ result: "refused", code });
    expect(decisions).toEqual([]);
  });

  it.each(recorded)("records %s", async (_what, expected, situation) => {
    const { answer, decisions } = await decide(situation);
    expect(answer).toMatchObject({ result: "recorded" });
    expect(decisions.toSorted((one, other) => Number(one.supplement) - Number(other.supplement))).toMatchObject(
      expected,
    );
  });
});

describe("which reasons a person's own decision may rest on", () => {
  const generous: DecisionDraft = {
    outcome: "granted",
    amountOre: 700_000,
    reasons: why,
    discretionary: { ...driving, costId: "k1" },
  };
  const answers = (reason: Reason, isTimeUp: boolean): boolean =>
    answersWhatStands(generous, {
      receipt: { ...aReceipt(), findings: [question(reason, { factId: "k1" })] },
      isTimeUp,
    });

  it.each(reasonSchema.options)("%s: as the table says, whatever else is written", (reason) => {
    const { standing, why: because } = standingAtOwnDecision[reason];
    expect(because.length).toBeGreaterThan(10);
    expect(answers(reason, false)).toBe(standing !== "must-be-closed" && standing !== "after-time-limit");
    expect(answers(reason, true)).toBe(standing !== "must-be-closed");
  });

  it("never rests on what nobody has read, or on an answer that there is time left to give", () => {
    for (const reason of [
      "document-unreadable",
      "source-waiting",
      "source-unavailable",
      "person-mismatch",
      "communicated",
    ] as const)
      expect(standingAtOwnDecision[reason].standing).toBe("must-be-closed");
  });
});
