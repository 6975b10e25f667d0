import type { CaseId } from "../../contracts/ids.js";
import type { LetterPayment } from "../../rules/letters/letter-input.js";
import { listOrdersOf, openPayee } from "../../store/payment-orders.js";
import type { StoreTransaction } from "../../store/transaction.js";

/**
 * What a letter may say of the case's payment as its orders stand now: the first day and the account where every order
 * is on its way, that a person has to see to where it goes where one is held, and else nothing.
 */
export const paymentToTell = async (tx: StoreTransaction, caseId: CaseId): Promise<LetterPayment | undefined> => {
  const orders = (await listOrdersOf(tx, caseId)).toSorted((one, other) => one.payOn.localeCompare(other.payOn));
  const [first] = orders;
  if (first === undefined || orders.some(({ state }) => state === "stopped")) return undefined;
  if (orders.some(({ state }) => state === "held")) return "held";
  const { maskedAccount: account } = await openPayee(tx, first);
  return account === undefined ? "held" : { payOn: first.payOn, account };
};
