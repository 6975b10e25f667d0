import { z } from "zod";
import { nearestFactsSchema } from "../explanation.js";

/**
 * What a case's outcome hangs on, found when it is asked for. Kept beside what is decided on, and stored nowhere: it
 * explains the assessment to the caseworker, and gives no ground for a decision.
 */
export const decidingFactsSchema = z.strictObject({
  /** The assessment it is about; null where there is none yet. */
  sequence: z.int().min(1).nullable(),
  summary: nearestFactsSchema.shape.summary,
  facts: nearestFactsSchema.shape.facts,
});
export type DecidingFacts = z.output<typeof decidingFactsSchema>;
