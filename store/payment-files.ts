import type { LocalDate } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { Ore } from "../contracts/money.js";
import type { LocalMinute, PaymentFileState } from "../contracts/payments.js";
import { sha256Hex } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A file of payment orders without its bytes. */
export type PaymentFile = Omit<Schema["paymentFile"], "bytes">;

/** A file to be stored. */
export type NewPaymentFile = {
  readonly id: string;
  readonly messageId: string;
  readonly payOn: LocalDate;
  readonly cutOff: LocalMinute;
  readonly orders: number;
  readonly totalOre: Ore;
  readonly bytes: Uint8Array;
};

const reachableFrom = {
  made: [],
  submitted: ["made"],
  confirmed: ["made", "submitted", "unclear"],
  unclear: ["made", "submitted"],
} as const satisfies Record<PaymentFileState, readonly PaymentFileState[]>;

/** Stores a file, sealed. The database allows one for each pay day and cut-off: undefined where there is one. */
export const addPaymentFile = async (
  tx: StoreTransaction,
  { bytes, ...file }: NewPaymentFile,
): Promise<PaymentFile | undefined> =>
  tx.db
    .insertInto("paymentFile")
    .values({
      ...file,
      state: "made",
      sha256: sha256Hex(bytes),
      bytes: (await tx.cipherFor("system")).seal(bytes, placeOf(file.id)),
      madeAt: tx.at,
      updatedAt: tx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(entry)
    .executeTakeFirst();

/** Moves a file on. @throws Fault `InvariantBroken` where the state cannot be reached from where it stands. */
export const markPaymentFile = async (
  tx: StoreTransaction,
  id: string,
  state: Exclude<PaymentFileState, "made">,
): Promise<void> => {
  const row = await tx.db.selectFrom("paymentFile").select("state").where("id", "=", id).forUpdate().executeTakeFirst();
  const from: readonly PaymentFileState[] = reachableFrom[state];
  if (row === undefined || !from.includes(row.state))
    throw new Fault("InvariantBroken", "The payment file cannot go to that state from where it stands.", {
      file: id,
      from: row?.state ?? "missing",
      to: state,
    });
  await tx.db.updateTable("paymentFile").set({ state, updatedAt: tx.at }).where("id", "=", id).execute();
};

/** Every file, oldest first. */
export const listPaymentFiles = (tx: StoreTransaction): Promise<PaymentFile[]> =>
  tx.db.selectFrom("paymentFile").select(entry).orderBy("payOn").orderBy("cutOff").execute();

/** The file of a pay day and cut-off, or undefined where none is made. */
export const findPaymentFile = (
  tx: StoreTransaction,
  { payOn, cutOff }: Pick<PaymentFile, "payOn" | "cutOff">,
): Promise<PaymentFile | undefined> =>
  tx.db
    .selectFrom("paymentFile")
    .select(entry)
    .where("payOn", "=", payOn)
    .where("cutOff", "=", cutOff)
    .executeTakeFirst();

/** A file with its bytes. @throws Fault `InvariantBroken` where there is none. */
export const openPaymentFile = async (
  tx: StoreTransaction,
  id: string,
): Promise<PaymentFile & { readonly bytes: Buffer }> => {
  const row = await tx.db.selectFrom("paymentFile").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new Fault("InvariantBroken", "There is no such payment file.", { file: id });
  return { ...row, bytes: (await tx.cipherFor("system")).open(row.bytes, placeOf(id)) };
};

const placeOf = (id: string): string => `payment_file.bytes:${id}`;
const entry = [
  "id",
  "messageId",
  "payOn",
  "cutOff",
  "state",
  "orders",
  "totalOre",
  "sha256",
  "madeAt",
  "updatedAt",
] as const;
