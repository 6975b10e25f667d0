import { z } from "zod";
import { costTypeSchema, proofSchema } from "./codes/costs.js";
import { incomeTypeSchema } from "./codes/incomes.js";
import { localDateSchema } from "./dates.js";
import { oreSchema } from "./money.js";

const lineId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/**
 * What a caseworker may correct, one field at a time. The list is closed: a correction can state a fact,
 * never an outcome. A robot's later reading does not overwrite it.
 */
export const correctionSchema = z.discriminatedUnion("field", [
  // Never below the application's own: less than what was applied for is approved by `assessedOre`, with reasons.
  z.strictObject({ target: z.literal("cost"), lineId, field: z.literal("appliedOre"), value: oreSchema }),
  z.strictObject({ target: z.literal("cost"), lineId, field: z.literal("assessedOre"), value: oreSchema }),
  z.strictObject({ target: z.literal("cost"), lineId, field: z.literal("documentOre"), value: oreSchema }),
  z.strictObject({ target: z.literal("cost"), lineId, field: z.literal("proof"), value: proofSchema }),
  z.strictObject({ target: z.literal("cost"), lineId, field: z.literal("costType"), value: costTypeSchema }),
  z.strictObject({ target: z.literal("income"), lineId, field: z.literal("netOre"), value: oreSchema }),
  z.strictObject({ target: z.literal("income"), lineId, field: z.literal("paidOn"), value: localDateSchema }),
  z.strictObject({ target: z.literal("income"), lineId, field: z.literal("incomeType"), value: incomeTypeSchema }),
  z.strictObject({
    target: z.literal("income"),
    lineId,
    field: z.literal("assessed"),
    value: z.enum(["counts", "does-not-count"]),
  }),
]);
export type Correction = z.output<typeof correctionSchema>;
