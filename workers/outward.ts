import { createBank } from "../bots/bank/bank.js";
import type { HttpService } from "../bots/core/http-api.js";
import { createMailbox } from "../bots/mailbox/mailbox.js";
import { createPrintQueue } from "../bots/print-queue/print-queue.js";
import type { LetterChannels } from "../contracts/delivery.js";
import type { BankPort } from "../contracts/payments.js";

/** Where letters and payment files are handed over, and the token each service knows us by. */
export type OutwardSettings = Readonly<Record<"mailbox" | "printQueue" | "bank", HttpService>>;

/** The services that letters and payment files go to. */
export type Outward = { readonly channels: LetterChannels; readonly bank: BankPort };

/** Sets their clients up. Nothing is reached until it is asked for. */
export const createOutward = ({ mailbox, printQueue, bank }: OutwardSettings): Outward => ({
  channels: { "digital-mailbox": createMailbox(mailbox), "print-queue": createPrintQueue(printQueue) },
  bank: createBank(bank),
});
