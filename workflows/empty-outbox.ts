import { steps } from "./steps.js";

/**
 * What leaves us by the clock: payment files whose cut-off has passed are made and handed to the bank, and letters that
 * have left are followed. Run again it finds what is done, and does it no second time.
 */
export async function emptyOutbox(): Promise<void> {
  await steps.outbox.makePaymentFiles();
  await steps.outbox.sendPaymentFiles();
  await steps.outbox.followLetters();
}
