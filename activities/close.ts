import { append } from "../audit/append.js";
import { rolesForProtected, type Role } from "../contracts/codes/roles.js";
import type { LocalDate, Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { CaseClosed, DecisionRefusal, EndWithoutDecisionResult } from "../contracts/process.js";
import { mandateFor } from "../rules/index.js";
import { hasLetterPackFor } from "../rules/letters/letter-pack.js";
import { changeCase, lockCase } from "../store/cases.js";
import { findClosing, getClosing, recordClosing, type Closing } from "../store/closings.js";
import { findDecision } from "../store/decisions.js";
import { hasUnseenApplication } from "../store/linked-applications.js";
import type { Store } from "../store/open-store.js";
import type { CaseRow } from "../store/schema.js";
import { lockRolesOf } from "../store/staff.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";
import type { PacksInForce } from "./packs-in-force.js";

/** What ending a case works with. */
export type ClosingDeps = {
  readonly store: Store;
  readonly packsInForce: PacksInForce;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
  /** Whether a month has texts for its letters; where nothing is given, by the letter packs. */
  readonly hasLetterTexts?: (month: Month) => boolean;
};

export const createClosingActivities = ({
  store,
  packsInForce,
  today,
  hasLetterTexts = hasLetterPackFor,
}: ClosingDeps) => ({
  /**
   * Writes a case off, as a person has decided: withdrawn, or decided elsewhere. That is a decision of its own (FL 31 §),
   * so it takes a declaration of no conflict of interest (FL 16 §), an item of the delegation order (KL 6:37) and texts
   * to tell of it with (FL 33 §). A decision that came first stands. Safe to retry because a case ends once, and the
   * same wish gives the same answer.
   */
  endCase: ({
    caseId,
    closingId,
  }: {
    readonly caseId: CaseId;
    readonly closingId: string;
  }): Promise<EndWithoutDecisionResult> =>
    store.transaction(async (tx) => {
      const row = await lockCase(tx, caseId);
      const existing = await findClosing(tx, caseId);
      if (existing !== undefined)
        return existing.id === closingId ? { result: "ended" } : { result: "refused", code: "not-open" };
      if ((await findDecision(tx, caseId)) !== undefined) return { result: "refused", code: "already-decided" };
      if (await hasUnseenApplication(tx, caseId)) return { result: "refused", code: "stale-view" };
      const closing = await getClosing(tx, closingId);
      const { kind, endedBy, explanation, reference, happenedOn: on } = closing;
      const roles = await lockRolesOf(tx, endedBy);
      const endedOn = await today(tx);
      const { municipal } = await packsInForce(tx);
      const item = municipal && mandateFor({ roles, on: endedOn, ...writtenOff }, municipal);
      const refusal = personalRefusal({ row, closing, roles });
      if (refusal !== undefined) return { result: "refused", code: refusal };
      if (item === undefined) return { result: "refused", code: "mandate-missing" };
      if (!hasLetterTexts(row.benefitMonth)) return { result: "refused", code: "letter-missing" };
      const { item: delegationItem } = item;
      await recordClosing(tx, closingId, { endedOn, delegationItem });
      await changeCase(tx, caseId, { state: "delivering", endedAs: kind, reasons: [] });
      await append(tx, {
        action: "case.ended",
        caseId,
        actor: { kind: "staff", id: endedBy },
        details: { closing: closingId, kind, delegationItem },
        content: { explanation, on, ...(reference !== null && { reference }) },
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

const writtenOff = { outcome: "written-off", amountOre: 0 } as const;

/** What concerns the one who decides, judged as for any decision. */
const personalRefusal = ({
  row,
  closing,
  roles,
}: {
  readonly row: Pick<CaseRow, "protected">;
  readonly closing: Pick<Closing, "conflictDeclared">;
  readonly roles: readonly Role[];
}): DecisionRefusal | undefined => {
  if (!closing.conflictDeclared) return "conflict-of-interest";
  if (roles.length === 0) return "role-missing";
  if (row.protected && !roles.some((role) => rolesForProtected.includes(role))) return "role-missing";
  return undefined;
};
