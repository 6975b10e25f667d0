import { simpleRenewal, storeCase } from "../../api/test-support/a-household.js";
import { orderPayment } from "../../activities/payments/order-payment.js";
import { append } from "../../audit/append.js";
import type { Case } from "../../contracts/case.js";
import { localDate, type LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId } from "../../contracts/ids.js";
import type { LetterHearing } from "../../contracts/letter.js";
import { samplePacks } from "../../rules/index.js";
import { addDecisionRequest, recordDecision, type Decision } from "../../store/decisions.js";
import type { Store } from "../../store/open-store.js";
import { grantRole, registerStaff } from "../../store/staff.js";
import { testActor } from "../../store/test-support/test-store.js";

/** The day the tests decide. */
export const decidedOn: LocalDate = localDate("2025-10-27");

/** Registers a caseworker. */
export const aCaseworker = (store: Store, subject = "karin"): Promise<string> =>
  store.transaction(async (tx) => {
    const { id } = await registerStaff(tx, { subject, displayName: "Karin Ek", unit: "Enhet 1" });
    await grantRole(tx, id, "caseworker");
    await append(tx, { action: "staff.registered", actor: testActor, details: { staff: id } });
    return id;
  });

/** A case that somebody has decided, with its payment ordered. Legality is the process's to judge; here it is taken as judged. */
export const decidedCase = async (
  store: Store,
  {
    reference,
    by,
    draft = { outcome: "granted" },
    input = simpleRenewal(),
    isProtected = false,
    hearing = "none",
    delegationItem = "3.2",
  }: {
    readonly reference: string;
    readonly by: string;
    readonly draft?: DecisionDraft;
    readonly input?: Case;
    readonly isProtected?: boolean;
    readonly hearing?: LetterHearing;
    readonly delegationItem?: string;
  },
): Promise<{ readonly caseId: CaseId; readonly decision: Decision }> => {
  const { caseId } = await storeCase(store, { reference, isProtected, input });
  const decision = await store.transaction(async (tx) => {
    const requestId = await addDecisionRequest(tx, {
      caseId,
      sequence: 1,
      shownHash: "0".repeat(64),
      by,
      conflictDeclared: true,
      draft,
    });
    const amountOre = draft.outcome === "refused" ? 0 : (draft.amountOre ?? 619_000);
    const own = {
      requestId,
      outcome: draft.outcome,
      amountOre,
      decidedOn,
      delegationItem,
      hearing,
    };
    const recorded = await recordDecision(tx, own);
    if (recorded === undefined) throw new Error("The case was decided before.");
    await orderPayment(tx, recorded.decision, { packs: samplePacks });
    if (draft.discretionary !== undefined) {
      const beside = await recordDecision(tx, {
        ...own,
        outcome: "discretionary",
        amountOre: draft.discretionary.amountOre,
        delegationItem: "3.6",
        supplement: true,
      });
      if (beside !== undefined) await orderPayment(tx, beside.decision, { packs: samplePacks });
    }
    await append(tx, { action: "decision.recorded", caseId, actor: testActor });
    return recorded.decision;
  });
  return { caseId, decision };
};
