import { z } from "zod";
import { deductionTypeSchema, incomeTypeSchema } from "../codes/incomes.js";
import { agencies } from "../codes/sources.js";
import { localDateSchema } from "../dates.js";
import { oreSchema } from "../money.js";

/** One payment as an agency printed it. */
export const paymentSchema = z.strictObject({
  type: incomeTypeSchema,
  printedAs: z.string().max(200),
  from: localDateSchema.exactOptional(),
  to: localDateSchema.exactOptional(),
  paidOn: localDateSchema.exactOptional(),
  grossOre: oreSchema.exactOptional(),
  taxOre: oreSchema.exactOptional(),
  deductions: z.array(z.strictObject({ type: deductionTypeSchema, amountOre: oreSchema })),
  netOre: oreSchema,
  preliminary: z.boolean(),
  retroactive: z.boolean(),
});
export type Payment = z.output<typeof paymentSchema>;

/** What one agency answered about one person and one period. */
export const agencyAnswerSchema = z.discriminatedUnion("status", [
  z.strictObject({
    agency: z.enum(agencies),
    status: z.literal("read"),
    payments: z.array(paymentSchema),
    /** Statements that are not payments: registered as job seeker, vehicles held, capital income, residence permit. */
    notes: z.array(z.strictObject({ label: z.string().max(120), value: z.string().max(300) })),
    /** The residence permit of the Migration Agency's answer, where it is worded as we know it. */
    permit: z
      .strictObject({
        term: z.enum(["permanent", "time-limited"]),
        from: localDateSchema,
        until: localDateSchema.exactOptional(),
      })
      .exactOptional(),
    protectedMark: z.boolean(),
  }),
  z.strictObject({ agency: z.enum(agencies), status: z.literal("nothing-registered"), protectedMark: z.boolean() }),
  /** The agency or the service between said that it could not answer. Never read as nothing. */
  z.strictObject({ agency: z.enum(agencies), status: z.literal("unavailable"), errorCode: z.string().max(40) }),
]);
export type AgencyAnswer = z.output<typeof agencyAnswerSchema>;
