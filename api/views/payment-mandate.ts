import type { Role } from "../../contracts/codes/roles.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import { decisionOutcomeSchema } from "../../contracts/rule-pack.js";
import { listDecisions } from "../../store/decisions.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { RulesPort } from "../deps.js";

/** Whether one of the roles may decide what the case's decisions gave: whoever may give it may hold its payment back. */
export const hasPaymentMandate = async (
  tx: StoreTransaction,
  caseId: CaseId,
  viewer: { readonly roles: readonly Role[]; readonly today: LocalDate; readonly rules: Pick<RulesPort, "mandateFor"> },
): Promise<boolean> => {
  const { roles, today: on, rules } = viewer;
  const paying = (await listDecisions(tx, caseId)).filter(({ amountOre }) => amountOre > 0);
  return paying.every(({ outcome, amountOre }) => {
    const known = decisionOutcomeSchema.safeParse(outcome);
    return known.success && rules.mandateFor({ roles, outcome: known.data, amountOre, on }) !== undefined;
  });
};
