import { alwaysInForce } from "../../packs-in-force.js";
import type { Role } from "../../../contracts/codes/roles.js";
import { addMonths, instantSchema, localDate, month } from "../../../contracts/dates.js";
import type { DecisionDraft } from "../../../contracts/decision-draft.js";
import type { CaseId, MemberId } from "../../../contracts/ids.js";
import type { Receipt } from "../../../contracts/receipt.js";
import { samplePacks } from "../../../rules/index.js";
import { changeCase } from "../../../store/cases.js";
import { listDecisions } from "../../../store/decisions.js";
import { saveSourceReading } from "../../../store/source-readings.js";
import { receiveAndAssess } from "../../../store/test-support/assessed-case.js";
import type { TestStore } from "../../../store/test-support/test-store.js";
import { createDecisionActivities } from "../../decide.js";
import { assessAs, askToDecide, decisionDay, logged, sendToApplicant, someone } from "./asked.js";

/** What a decision is tried on, beside an ordinary prefilled case and a caseworker who has declared no conflict. */
export type Situation = {
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
  /** The day of the decision and the month it is for, where they are others. */
  readonly on?: { readonly day: string; readonly month: string };
  readonly readOn?: string;
  /** Whether the month's letter can be written; it can where nothing else is said. */
  readonly hasLetterTexts?: false;
  /** What the case holds once it has been read again, after what was sent. */
  readonly readSince?: object;
  readonly sent?: {
    readonly kind: "communication" | "completion";
    readonly answerBy: string;
    readonly answered?: true;
    readonly reached?: readonly MemberId[];
  };
};

let cases = 0;

/** Makes a case what the situation says, and asks for the decision. Each case has a month of its own. */
const arrange = async (test: TestStore, { draft, roles = ["caseworker"], ...about }: Situation) => {
  cases += 1;
  const by = await someone(test, `person-${String(cases)}`, roles);
  const caseId: CaseId = await logged(test, (tx) =>
    receiveAndAssess(tx, about.on?.month ?? addMonths(month("2101-01"), cases)),
  );
  const {
    children = 0,
    isProtected = false,
    endedAs = null,
    findings = [],
    input,
    readOn,
    sent,
    grantOre,
    readSince,
  } = about;
  // The full need is known where the situation does not say otherwise: else no limit holds what is refused.
  const figures = { normOre: 522_000, countedIncomeOre: 548_000, ...about.figures };
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

/** What came of trying to decide, and the decisions that stand after it. */
export const decideIn = async (test: TestStore, situation: Situation) => {
  const { caseId, requestId } = await arrange(test, situation);
  const answer = await createDecisionActivities({
    store: test.store,
    packsInForce: alwaysInForce(samplePacks),
    today: () => Promise.resolve(situation.on === undefined ? decisionDay : localDate(situation.on.day)),
    hasLetterTexts: () => situation.hasLetterTexts ?? true,
  }).recordDecision({ caseId, requestId });
  return { answer, decisions: await test.store.read((tx) => listDecisions(tx, caseId)) };
};
