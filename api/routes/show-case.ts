import type { CaseView } from "../../contracts/api/case-view.js";
import type { CaseId } from "../../contracts/ids.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { ApiDeps } from "../deps.js";
import type { Person } from "../identity/person.js";
import { loadCaseFacts } from "../views/case-facts.js";
import { hashOfShown, shownCase } from "../views/case-view.js";
import { paymentAndLetters } from "../views/payment-and-letters.js";
import { assigneeOf } from "../views/queue-view.js";

/** A case as this person sees it now, with the hash of what is shown. */
export const showCase = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { person, deps }: { readonly person: Person; readonly deps: Pick<ApiDeps, "today" | "rulesInForce" | "drawPage"> },
): Promise<CaseView> => {
  const facts = await loadCaseFacts(tx, caseId);
  const today = await deps.today(tx);
  const rules = await deps.rulesInForce(tx);
  const shown = shownCase(facts, { roles: person.roles, today, rules, canDraw: deps.drawPage !== undefined });
  return {
    shown,
    shownHash: hashOfShown(shown),
    openedAt: tx.at,
    ...(await paymentAndLetters(tx, facts, { person, rules, today })),
    assignedTo: assigneeOf(facts.row, { staffId: person.staffId, staff: facts.staff }),
  };
};
