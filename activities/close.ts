import { append } from "../audit/append.js";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { CaseClosed, EndWithoutDecisionResult } from "../contracts/process.js";
import { changeCase, lockCase } from "../store/cases.js";
import { findClosing, getClosing, recordClosing } from "../store/closings.js";
import { findDecision } from "../store/decisions.js";
import { hasUnseenApplication } from "../store/linked-applications.js";
import type { Store } from "../store/open-store.js";
import { lockRolesOf } from "../store/staff.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";

/** What ending a case works with. */
export type ClosingDeps = {
  readonly store: Store;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

export const createClosingActivities = ({ store, today }: ClosingDeps) => ({
  /**
   * Ends a case without a decision on its merits, as a person has asked: withdrawn, or decided elsewhere. A decision
   * that came first stands. Safe to retry because a case ends once, and the same wish gives the same answer.
   */
  endCase: ({
    caseId,
    closingId,
  }: {
    readonly caseId: CaseId;
    readonly closingId: string;
  }): Promise<EndWithoutDecisionResult> =>
    store.transaction(async (tx) => {
      await lockCase(tx, caseId);
      const existing = await findClosing(tx, caseId);
      if (existing !== undefined)
        return existing.id === closingId ? { result: "ended" } : { result: "refused", code: "not-open" };
      if ((await findDecision(tx, caseId)) !== undefined) return { result: "refused", code: "already-decided" };
      if (await hasUnseenApplication(tx, caseId)) return { result: "refused", code: "stale-view" };
      const { kind, explanation, endedBy } = await getClosing(tx, closingId);
      if ((await lockRolesOf(tx, endedBy)).length === 0) return { result: "refused", code: "role-missing" };
      const endedOn = await today(tx);
      await recordClosing(tx, closingId, endedOn);
      await changeCase(tx, caseId, { state: "delivering", endedAs: kind, reasons: [] });
      await append(tx, {
        action: "case.ended",
        caseId,
        actor: { kind: "staff", id: endedBy },
        details: { closing: closingId, kind },
        content: { explanation },
      });
      return { result: "ended" };
    }),

  /** Closes a delivered case. Safe to retry because a closed case stays as it is. */
  closeCase: ({ caseId }: { readonly caseId: CaseId }): Promise<CaseClosed> =>
    store.transaction(async (tx) => {
      const { state } = await lockCase(tx, caseId);
      if (state !== "closed") {
        await changeCase(tx, caseId, { state: "closed" });
        await append(tx, { action: "case.closed", caseId, actor: theSystem });
      }
      return { state: "closed" };
    }),
});
