import { whileBeating } from "./heartbeat.js";
import { makeNextFile, type MakeFilesDeps } from "./payments/make-files.js";
import { sendFile, unconfirmedFiles, type SendFilesDeps } from "./payments/send-files.js";

/** What the steps of payment work with. */
export type PaymentDeps = MakeFilesDeps & SendFilesDeps;

/** Steps that pay. */
export type PaymentActivities = ReturnType<typeof createPaymentActivities>;

export const createPaymentActivities = (deps: PaymentDeps) => ({
  /**
   * Makes the files whose cut-off has passed. Safe to retry because each day of payment has one file, and an order is
   * put into one file.
   */
  makePaymentFiles: (): Promise<void> =>
    whileBeating(async () => {
      while (await makeNextFile(deps));
    }),

  /**
   * Hands every file that the bank is not known to have to the bank. Safe to retry because it looks first and submits
   * only what was never submitted; what is unclear is a person's.
   */
  sendPaymentFiles: (): Promise<void> =>
    whileBeating(async () => {
      for (const file of await unconfirmedFiles(deps)) await sendFile(deps, file);
    }),
});
