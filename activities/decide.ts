import { append } from "../audit/append.js";
import type { Role } from "../contracts/codes/roles.js";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId, DecisionRequestId } from "../contracts/ids.js";
import type { DecisionRefusal, RecordDecisionResult } from "../contracts/process.js";
import type { Packs } from "../contracts/rule-pack.js";
import { mandateFor } from "../rules/index.js";
import { findAssessment, type Assessment } from "../store/assessments.js";
import { changeCase, lockCase } from "../store/cases.js";
import {
  findDecision,
  getDecisionRequest,
  recordDecision,
  refuseDecisionRequest,
  type DecisionRequest,
} from "../store/decisions.js";
import type { Store } from "../store/open-store.js";
import { lockRolesOf } from "../store/staff.js";
import type { StoreTransaction } from "../store/transaction.js";

/** What deciding works with. */
export type DecisionDeps = {
  readonly store: Store;
  readonly packs: Packs;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

export const createDecisionActivities = ({ store, packs, today }: DecisionDeps) => ({
  /**
   * Records a person's decision, or why it cannot be recorded. Everything it depends on is read again here, in the
   * decision's own transaction: the latest assessment, the person's roles and the delegation order.
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
      const row = await lockCase(tx, caseId);
      const request = await getDecisionRequest(tx, requestId);
      const existing = await findDecision(tx, caseId);
      if (existing?.requestId === requestId) return { result: "recorded", decisionId: existing.id };
      const assessment = await findAssessment(tx, caseId);
      const roles = await lockRolesOf(tx, request.requestedBy);
      const decidedOn = await today(tx);
      const judged = judge({
        request,
        assessment,
        roles,
        decidedOn,
        packs,
        isDecided: existing !== undefined,
        children: row.children,
      });
      if ("refusal" in judged) return refuse(tx, request, judged.refusal);
      const recorded = await recordDecision(tx, { requestId, ...judged, decidedOn });
      if (recorded === undefined) return refuse(tx, request, "already-decided");
      await changeCase(tx, caseId, { state: "delivering" });
      await append(tx, {
        action: "decision.recorded",
        caseId,
        actor: { kind: "staff", id: request.requestedBy },
        details: {
          decisionId: recorded.decision.id,
          outcome: request.outcome,
          sequence: request.sequence,
          shown: request.shownHash,
          delegationItem: judged.delegationItem,
        },
        content: {
          amountOre: judged.amountOre,
          note: request.note ?? null,
          childPerspective: request.childPerspective ?? null,
        },
      });
      return { result: "recorded", decisionId: recorded.decision.id };
    }),
});

type Judged = { readonly refusal: DecisionRefusal } | { readonly amountOre: number; readonly delegationItem: string };

const judge = (facts: {
  readonly request: DecisionRequest;
  readonly assessment: Assessment | undefined;
  readonly roles: readonly Role[];
  readonly decidedOn: LocalDate;
  readonly packs: Packs;
  readonly isDecided: boolean;
  readonly children: number;
}): Judged => {
  const { request, assessment, roles, decidedOn, packs } = facts;
  if (facts.isDecided) return { refusal: "already-decided" };
  if (assessment?.sequence !== request.sequence) return { refusal: "stale-view" };
  if (!request.conflictDeclared) return { refusal: "conflict-of-interest" };
  if (roles.length === 0) return { refusal: "role-missing" };
  // A grant follows the computed amount; what is open has to be settled first, by a person, line by line.
  if (assessment.outcome !== "prefilled" || assessment.amountOre === null) return { refusal: "open-questions" };
  if (facts.children > 0 && request.childPerspective === undefined) return { refusal: "child-perspective-missing" };
  const { municipal } = packs;
  const { amountOre } = assessment;
  const mandate =
    municipal === undefined
      ? undefined
      : mandateFor({ roles, outcome: "granted", amountOre, on: decidedOn }, municipal);
  if (mandate === undefined) return { refusal: "mandate-missing" };
  return { amountOre, delegationItem: mandate.item };
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
