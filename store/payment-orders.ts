import { randomUUID } from "node:crypto";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Ore } from "../contracts/money.js";
import { payeeSchema, type LocalMinute, type Payee } from "../contracts/payments.js";
import type { Schema } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** What a decision orders paid, without whom to. */
export type PaymentOrder = Omit<Schema["paymentOrder"], "payee">;

/** An order to be stored. */
export type NewPaymentOrder = {
  readonly caseId: CaseId;
  readonly decisionId: string;
  readonly reference: string;
  readonly amountOre: Ore;
  readonly payOn: LocalDate;
  readonly cutOff: LocalMinute;
  readonly payee: Payee;
  readonly state: "ready" | "held";
};

/** Stores an order. Once for each decision: undefined where it was stored before. */
export const addPaymentOrder = async (
  tx: StoreTransaction,
  { payee, ...order }: NewPaymentOrder,
): Promise<PaymentOrder | undefined> => {
  const id = randomUUID();
  return tx.db
    .insertInto("paymentOrder")
    .values({
      ...order,
      id,
      payee: sealJson(await tx.cipherFor(order.caseId), placeOf(id), payee),
      fileId: null,
      updatedAt: tx.at,
    })
    .onConflict((conflict) => conflict.column("decisionId").doNothing())
    .returning(open)
    .executeTakeFirst();
};

/** What may change of an order that is not in a file. */
export type OrderChanges = {
  readonly state?: "ready" | "stopped" | "held";
  readonly payOn?: LocalDate;
  readonly cutOff?: LocalMinute;
  readonly payee?: Payee;
};

/** Changes an order that has not gone into a file. Returns false where it has: then nothing of it can change. */
export const changeOrder = async (
  tx: StoreTransaction,
  { id, caseId }: Pick<PaymentOrder, "id" | "caseId">,
  { payee, ...changes }: OrderChanges,
): Promise<boolean> => {
  const sealed = payee === undefined ? {} : { payee: sealJson(await tx.cipherFor(caseId), placeOf(id), payee) };
  const result = await tx.db
    .updateTable("paymentOrder")
    .set({ ...changes, ...sealed, updatedAt: tx.at })
    .where("id", "=", id)
    .where("state", "<>", "in-file")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Puts ready orders into a file. Returns how many: an order that is no longer ready is left out. */
export const putIntoFile = async (
  tx: StoreTransaction,
  fileId: string,
  orderIds: readonly string[],
): Promise<number> => {
  const result = await tx.db
    .updateTable("paymentOrder")
    .set({ state: "in-file", fileId, updatedAt: tx.at })
    .where("id", "in", [...orderIds])
    .where("state", "=", "ready")
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};

/** Ready orders whose cut-off is no later than a minute, locked so that none of them can be stopped meanwhile. */
export const lockDueOrders = (tx: StoreTransaction, now: LocalMinute): Promise<PaymentOrder[]> =>
  tx.db
    .selectFrom("paymentOrder")
    .select(open)
    .where("state", "=", "ready")
    .where("cutOff", "<=", now)
    .orderBy("reference")
    .forUpdate()
    .execute();

/** The orders of a case, locked until the transaction ends. */
export const lockOrdersOf = (tx: StoreTransaction, caseId: CaseId): Promise<PaymentOrder[]> =>
  tx.db.selectFrom("paymentOrder").select(open).where("caseId", "=", caseId).orderBy("reference").forUpdate().execute();

/** The orders of a case. */
export const listOrdersOf = (tx: StoreTransaction, caseId: CaseId): Promise<PaymentOrder[]> =>
  tx.db.selectFrom("paymentOrder").select(open).where("caseId", "=", caseId).orderBy("reference").execute();

/** Every order, by pay day. */
export const listOrders = (tx: StoreTransaction): Promise<PaymentOrder[]> =>
  tx.db.selectFrom("paymentOrder").select(open).orderBy("payOn").orderBy("cutOff").orderBy("reference").execute();

/** Whom an order pays. */
export const openPayee = async (tx: StoreTransaction, order: Pick<PaymentOrder, "id" | "caseId">): Promise<Payee> => {
  const { payee } = await tx.db
    .selectFrom("paymentOrder")
    .select("payee")
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  return openJson({ cipher: await tx.cipherFor(order.caseId), place: placeOf(order.id), schema: payeeSchema }, payee);
};

const placeOf = (id: string): string => `payment_order.payee:${id}`;
const open = [
  "id",
  "caseId",
  "decisionId",
  "reference",
  "amountOre",
  "payOn",
  "cutOff",
  "state",
  "fileId",
  "updatedAt",
] as const;
