import { z } from "zod";
import { readingKeySchema } from "../codes/open-readings.js";
import { monthSchema } from "../dates.js";
import { readingRehearsalSchema } from "../rehearsal.js";

/** `/api/workshop/readings/:key` */
export const readingParamsSchema = z.strictObject({ key: readingKeySchema });

/**
 * `GET /api/workshop/readings/:key`: what each choice of an open reading would have cost or given over the last twelve
 * months, in kronor and households, worked out anew. Nothing in it points at a household.
 */
export const readingCostSchema = z.strictObject({
  months: z.strictObject({ first: monthSchema, last: monthSchema }),
  /** Cases that could not be read or worked out: told, never guessed. */
  unreadable: z.int().min(0),
  ...readingRehearsalSchema.omit({ schema: true, errors: true }).shape,
});
export type ReadingCost = z.output<typeof readingCostSchema>;
