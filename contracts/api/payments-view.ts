import { z } from "zod";
import { localDateSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { oreSchema } from "../money.js";
import { localMinuteSchema, paymentFileStateSchema, paymentOrderStateSchema } from "../payments.js";

/** An order of a file, without whom it pays: that stands in the case. */
const orderRowSchema = z.strictObject({
  caseId: caseIdSchema,
  /** The case's number. */
  reference: z.string(),
  amountOre: oreSchema,
  payOn: localDateSchema,
  cutOff: localMinuteSchema,
  state: paymentOrderStateSchema,
});

/** What leaves together, or has left: a day of payment and its cut-off. */
export const fileViewSchema = z.strictObject({
  payOn: localDateSchema,
  cutOff: localMinuteSchema,
  /** `upcoming` until the file is made. */
  state: z.union([z.literal("upcoming"), paymentFileStateSchema]),
  /** "Gjord", "Mottagen av banken". */
  title: z.string(),
  messageId: z.string().nullable(),
  /** Of the orders that are or will be in the file; those of cases one may not see are counted, not listed. */
  orders: z.int(),
  totalOre: oreSchema,
  rows: z.array(orderRowSchema),
});
export type FileView = z.output<typeof fileViewSchema>;

/** Every payment, by file. */
export const paymentsViewSchema = z.strictObject({ now: localMinuteSchema, files: z.array(fileViewSchema) });
export type PaymentsView = z.output<typeof paymentsViewSchema>;

/** What came of stopping or releasing. */
export const paymentChangedSchema = z.strictObject({
  state: paymentOrderStateSchema,
  payOn: localDateSchema,
  cutOff: localMinuteSchema,
});
