import { append } from "../../audit/append.js";
import { isFault } from "../../contracts/faults.js";
import type { BankPort, FileAtBank } from "../../contracts/payments.js";
import type { Store } from "../../store/open-store.js";
import { listPaymentFiles, markPaymentFile, openPaymentFile, type PaymentFile } from "../../store/payment-files.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { theSystem } from "../actors.js";

/** What handing files to the bank works with. */
export type SendFilesDeps = { readonly store: Store; readonly bank: BankPort };

/** Files that the bank is not known to have. */
export const unconfirmedFiles = async ({ store }: SendFilesDeps): Promise<PaymentFile[]> =>
  (await store.read(listPaymentFiles)).filter(({ state }) => state !== "confirmed");

/**
 * Hands one file to the bank: look, send once, read back. It is sent only where it never was submitted and the bank has
 * nothing of it; an unclear file is only looked for.
 */
export const sendFile = async ({ store, bank }: SendFilesDeps, file: PaymentFile): Promise<void> => {
  const before = atBank(file, await bank.find(file.messageId));
  if (before !== "absent" || file.state !== "made") return settle(store, file, before);
  const { bytes } = await store.read((tx) => openPaymentFile(tx, file.id));
  try {
    await bank.submit({ messageId: file.messageId, bytes }, () =>
      store.transaction(async (tx) => {
        await markPaymentFile(tx, file.id, "submitted");
        await log(tx, file, "payment-file.sent");
      }),
    );
  } catch (error) {
    // Whether the bank took it or not is now a matter of looking, as after a crash.
    if (!isFault(error) || error.name !== "OutcomeUnknown") throw error;
  }
  return settle(store, file, atBank(file, await bank.find(file.messageId)));
};

/** What the bank has under our message id: the very file, nothing, or something that a person has to look at. */
const atBank = (file: PaymentFile, found: readonly FileAtBank[]): "confirmed" | "absent" | "ambiguous" => {
  const [first] = found;
  if (first === undefined) return "absent";
  const isOurs =
    first.sha256 === file.sha256 && first.transactions === file.orders && first.controlSumOre === file.totalOre;
  return found.length === 1 && isOurs ? "confirmed" : "ambiguous";
};

const settle = (store: Store, file: PaymentFile, found: "confirmed" | "absent" | "ambiguous"): Promise<void> =>
  store.transaction(async (tx) => {
    const state = found === "confirmed" ? "confirmed" : "unclear";
    if (state === "unclear" && file.state === "unclear") return;
    await markPaymentFile(tx, file.id, state);
    await log(tx, file, `payment-file.${state}`);
  });

const log = async (
  tx: StoreTransaction,
  { id, messageId, sha256 }: PaymentFile,
  action: "payment-file.sent" | "payment-file.confirmed" | "payment-file.unclear",
): Promise<void> => {
  await append(tx, { action, actor: theSystem, details: { file: id, messageId, sha256 } });
};
