import { z } from "zod";
import { sha256Schema } from "../../contracts/ids.js";
import type { BankPort } from "../../contracts/payments.js";
import { ask, submit, type HttpService } from "../core/http-api.js";

/** The bank writes sums as it does in its own reports: "6190.00". */
const sumSchema = z
  .string()
  .regex(/^\d{1,15}\.\d\d$/)
  .transform((text) => Number(text.replace(".", "")));

const filesSchema = z.object({
  files: z.array(
    z.object({
      messageId: z.string().max(35),
      sha256: sha256Schema,
      numberOfTransactions: z.int().min(0),
      controlSum: sumSchema,
    }),
  ),
});

/** The bank's reception of payment files. */
export const createBank = (service: HttpService): BankPort => ({
  find: async (messageId) => {
    const path = `/files?messageId=${encodeURIComponent(messageId)}`;
    const { files } = await ask(service, { method: "GET", path }, filesSchema);
    return files.map(({ sha256, numberOfTransactions, controlSum, ...file }) => ({
      messageId: file.messageId,
      sha256,
      transactions: numberOfTransactions,
      controlSumOre: controlSum,
    }));
  },
  submit: async ({ bytes }, beforeSubmit) => {
    await beforeSubmit();
    await submit(service, { method: "POST", path: "/files", body: { type: "application/xml", bytes } });
  },
});
