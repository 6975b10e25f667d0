import { append } from "../audit/append.js";
import type { LocalDate, Month } from "../contracts/dates.js";
import type { DecisionDraft } from "../contracts/decision-draft.js";
import type { CaseId, DecisionRequestId } from "../contracts/ids.js";
import type { DecisionRefusal, RecordDecisionResult } from "../contracts/process.js";
import { hasLetterPackFor } from "../rules/letters/letter-pack.js";
import { findAssessment } from "../store/assessments.js";
import { changeCase, lockCase } from "../store/cases.js";
import {
  findDecision,
  getDecisionDraft,
  getDecisionRequest,
  recordDecision,
  refuseDecisionRequest,
  type Decision,
  type DecisionRequest,
} from "../store/decisions.js";
import { hasUnseenApplication } from "../store/linked-applications.js";
import type { Store } from "../store/open-store.js";
import { oldestReadingAt } from "../store/reading-age.js";
import { holdRules } from "../store/rule-changes.js";
import { lockRolesOf } from "../store/staff.js";
import type { StoreTransaction } from "../store/transaction.js";
import { heardCommunications } from "./decide/heard-communications.js";
import { judge } from "./decide/judge.js";
import type { PacksInForce } from "./packs-in-force.js";
import { orderPayment } from "./payments/order-payment.js";

/** What deciding works with. */
export type DecisionDeps = {
  readonly store: Store;
  readonly packsInForce: PacksInForce;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
  /** Whether a month has texts for its letters; where nothing is given, by the letter packs. */
  readonly hasLetterTexts?: (month: Month) => boolean;
};

export const createDecisionActivities = ({
  store,
  packsInForce,
  today,
  hasLetterTexts = hasLetterPackFor,
}: DecisionDeps) => ({
  /**
   * Records a person's decision, or why it cannot be recorded. Everything it depends on is read again here, in the
   * decision's own transaction: the latest assessment, what the applicant has been asked, the person's roles and the
   * delegation order. Aid under 12 kap. 2 § SoL becomes a decision beside the month's own, with a mandate of its own.
   * Safe to retry because one request gives one answer, and a month is decided once.
   */
  recordDecision: ({
    caseId,
    requestId,
  }: {
    readonly caseId: CaseId;
    readonly requestId: DecisionRequestId;
  }): Promise<RecordDecisionResult> =>
    store.transaction(async (tx) => {
      // A month is decided by one set of rules: none is published for it while a decision on it is being recorded.
      await holdRules(tx);
      const row = await lockCase(tx, caseId);
      const request = await getDecisionRequest(tx, requestId);
      const existing = await findDecision(tx, caseId);
      if (existing?.requestId === requestId) return { result: "recorded", decisionId: existing.id };
      const draft = await getDecisionDraft(tx, requestId);
      const decidedOn = await today(tx);
      const packs = await packsInForce(tx);
      const judged = judge({
        row,
        request,
        draft,
        assessment: await findAssessment(tx, caseId),
        roles: await lockRolesOf(tx, request.requestedBy),
        communications: await heardCommunications(tx, caseId),
        oldestReadingAt: await oldestReadingAt(tx, caseId),
        today: decidedOn,
        packs,
        hasLetterTexts: hasLetterTexts(row.benefitMonth),
        isDecided: existing !== undefined,
      });
      // What came in while the page was open is read by a person before anything is decided.
      const isUnseen = existing === undefined && row.endedAs === null && (await hasUnseenApplication(tx, caseId));
      if (isUnseen) return refuse(tx, request, "stale-view");
      if ("refusal" in judged) return refuse(tx, request, judged.refusal);
      const { own, discretionary, hearing } = judged;
      const recorded = await recordDecision(tx, { requestId, ...own, hearing, decidedOn });
      if (recorded === undefined) return refuse(tx, request, "already-decided");
      await changeCase(tx, caseId, { state: "delivering" });
      const decided = { request, draft };
      if (discretionary !== undefined) {
        const beside = await recordDecision(tx, {
          requestId,
          ...discretionary,
          hearing,
          decidedOn,
          supplement: true,
        });
        if (beside !== undefined) {
          await orderPayment(tx, beside.decision, { packs });
          await logDecision(tx, beside.decision, decided);
        }
      }
      await orderPayment(tx, recorded.decision, { packs });
      await logDecision(tx, recorded.decision, decided);
      return { result: "recorded", decisionId: recorded.decision.id };
    }),
});

const logDecision = async (
  tx: StoreTransaction,
  decision: Decision,
  { request, draft }: { readonly request: DecisionRequest; readonly draft: DecisionDraft },
): Promise<void> => {
  const { id: decisionId, outcome, sequence, shownHash, delegationItem, amountOre } = decision;
  await append(tx, {
    action: "decision.recorded",
    caseId: decision.caseId,
    actor: { kind: "staff", id: request.requestedBy },
    details: { decisionId, outcome, sequence, shown: shownHash, delegationItem },
    content: { amountOre, draft },
  });
};

const refuse = async (
  tx: StoreTransaction,
  request: DecisionRequest,
  code: DecisionRefusal,
): Promise<RecordDecisionResult> => {
  await refuseDecisionRequest(tx, request.id, code);
  await append(tx, {
    action: "decision.refused",
    caseId: request.caseId,
    actor: { kind: "staff", id: request.requestedBy },
    details: { request: request.id, refusal: code, sequence: request.sequence },
  });
  return { result: "refused", code };
};
