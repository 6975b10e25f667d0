import { randomUUID } from "node:crypto";
import { append } from "../../audit/append.js";
import { monthInWords, monthOf, type LocalDate } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { sumOre } from "../../contracts/money.js";
import { municipalMinute, type Debtor, type Payee } from "../../contracts/payments.js";
import { getCase } from "../../store/cases.js";
import type { Store } from "../../store/open-store.js";
import { currentPayee } from "../../store/payees.js";
import { addPaymentFile, findPaymentFile } from "../../store/payment-files.js";
import { changeOrder, lockDueOrders, openPayee, putIntoFile, type PaymentOrder } from "../../store/payment-orders.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { theSystem } from "../actors.js";
import type { PacksInForce } from "../packs-in-force.js";
import { cutOffRule } from "./order-payment.js";
import { pain001, type Transfer } from "./pain-001.js";
import { payDayFrom, type PayDay } from "./pay-day.js";

/** What making files works with. */
export type MakeFilesDeps = {
  readonly store: Store;
  readonly packsInForce: PacksInForce;
  readonly debtor: Debtor;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

/**
 * Makes the file of one day of payment whose cut-off has passed, once: every order that is ready then, sealed and
 * hashed. Orders that came after their file was made are moved to the next day. Returns whether there was anything to do.
 */
export const makeNextFile = ({ store, packsInForce, debtor, today }: MakeFilesDeps): Promise<boolean> =>
  store.transaction(async (tx) => {
    const now = municipalMinute(await today(tx), tx.at);
    const due = await lockDueOrders(tx, now);
    const [first] = due;
    if (first === undefined) return false;
    const { payOn, cutOff } = first;
    const together = due.filter((order) => order.payOn === payOn && order.cutOff === cutOff);
    if ((await findPaymentFile(tx, { payOn, cutOff })) !== undefined) {
      const rule = cutOffRule(await packsInForce(tx), monthOf(payOn));
      for (const order of together) await move(tx, order, payDayFrom(payOn, { now, rule }));
      return true;
    }
    const payable = await withUnchangedAccount(tx, together);
    if (payable.length > 0) await makeFile(tx, payable, { payOn, cutOff, debtor });
    return true;
  });

/** A payee whose account is another than when the decision was made waits for a person. */
const withUnchangedAccount = async (
  tx: StoreTransaction,
  orders: readonly PaymentOrder[],
): Promise<(PaymentOrder & { readonly payee: Payee })[]> => {
  const payable: (PaymentOrder & { readonly payee: Payee })[] = [];
  for (const order of orders) {
    const payee = await openPayee(tx, order);
    const known = await currentPayee(tx, order.caseId);
    if (payee.maskedAccount !== undefined && sameAccount(payee, known)) payable.push({ ...order, payee });
    else await hold(tx, order);
  }
  return payable;
};

const sameAccount = (one: Payee, other: Payee): boolean =>
  one.maskedAccount === other.maskedAccount && one.unchangedSince === other.unchangedSince;

const hold = async (tx: StoreTransaction, order: PaymentOrder): Promise<void> => {
  await changeOrder(tx, order, { state: "held" });
  await append(tx, {
    action: "payment.held",
    caseId: order.caseId,
    actor: theSystem,
    details: { order: order.id, reference: order.reference },
  });
};

const move = async (tx: StoreTransaction, order: PaymentOrder, { payOn, cutOff }: PayDay): Promise<void> => {
  await changeOrder(tx, order, { payOn, cutOff });
  await append(tx, {
    action: "payment.moved",
    caseId: order.caseId,
    actor: theSystem,
    details: { order: order.id, reference: order.reference, payOn, cutOff },
  });
};

const makeFile = async (
  tx: StoreTransaction,
  orders: readonly (PaymentOrder & { readonly payee: Payee })[],
  { payOn, cutOff, debtor }: PayDay & { readonly debtor: Debtor },
): Promise<void> => {
  const id = randomUUID();
  const messageId = `SKALIG-${payOn.replaceAll("-", "")}-${id.slice(0, 8)}`;
  const transfers: Transfer[] = [];
  for (const { caseId, reference, amountOre, payee } of orders) {
    const { benefitMonth } = await getCase(tx, caseId);
    const { name, personalNumber } = payee;
    transfers.push({ reference, amountOre, name, personalNumber, text: `Bistånd ${monthInWords(benefitMonth)}` });
  }
  const totalOre = sumOre(orders.map(({ amountOre }) => amountOre));
  const bytes = pain001({ messageId, createdAt: cutOff, payOn, debtor, transfers });
  const file = await addPaymentFile(tx, { id, messageId, payOn, cutOff, orders: orders.length, totalOre, bytes });
  const filed = await putIntoFile(
    tx,
    id,
    orders.map((order) => order.id),
  );
  if (file === undefined || filed !== orders.length)
    throw new Fault("InvariantBroken", "The payment file does not hold the orders it was made of.", { file: id });
  for (const { id: order, caseId, reference } of orders)
    await append(tx, {
      action: "payment.filed",
      caseId,
      actor: theSystem,
      details: { order, reference, file: id, messageId },
    });
  await append(tx, {
    action: "payment-file.made",
    actor: theSystem,
    details: { file: id, messageId, payOn, cutOff, orders: orders.length, sha256: file.sha256 },
    content: { totalOre },
  });
};
