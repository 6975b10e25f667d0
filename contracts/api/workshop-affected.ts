import { z } from "zod";
import { instantSchema, monthSchema } from "../dates.js";
import { oreSchema, signedOreSchema } from "../money.js";
import { recomputeStageSchema, recomputeStateSchema } from "../rule-change.js";

/** A case that is not decided, and was last assessed with other rules than those in force. */
const undecidedSchema = z.strictObject({
  reference: z.string(),
  month: monthSchema,
  /** Where it stands as it is stored, and with the rules in force. */
  outcomeTitle: z.string(),
  expectedTitle: z.string(),
  /** What it comes to as it is stored, and with the rules in force; null where it comes to nothing to grant. */
  storedOre: oreSchema.nullable(),
  expectedOre: oreSchema.nullable(),
});

/** A decided month that a published change would give more for. It is never touched: a person looks at it. */
export const decidedMonthSchema = z.strictObject({
  reference: z.string(),
  month: monthSchema,
  household: z.string(),
  decidedOre: oreSchema,
  computedOre: oreSchema,
  /**
   * What this change gives more than was decided, less what an earlier change would have given. Always above zero: a
   * decision in someone's favour is not taken back (FL 37 §).
   */
  differenceOre: oreSchema,
});
export type DecidedMonth = z.output<typeof decidedMonthSchema>;

/** One stage of the reassessing. */
const stageRunSchema = z.strictObject({
  stage: recomputeStageSchema,
  state: recomputeStateSchema,
  reassessed: z.int(),
  /** Decided, ended or assessed again before their turn came: nothing was done with them. */
  skipped: z.int(),
  /** Why it stopped, in words to show. */
  stoppedBecause: z.string().nullable(),
  by: z.string(),
  at: instantSchema,
});

/**
 * `GET /api/workshop/changes/:id/affected`: what a published change means for cases there already are. It tells of
 * people's cases: an event of each that is listed says who has seen it.
 */
export const affectedViewSchema = z.strictObject({
  undecided: z.array(undecidedSchema),
  decided: z.array(decidedMonthSchema),
  /** Decided months that could not be worked out again, such as those a person must judge: a person looks at them too. */
  unclear: z.array(z.strictObject({ reference: z.string(), month: monthSchema, why: z.string() })),
  /** Decided months that would come to less. They stand as decided. */
  decidedLess: z.int(),
  /** With protected identity: counted here, shown to nobody. */
  hidden: z.int(),
  totalOre: signedOreSchema,
  runs: z.array(stageRunSchema),
  /** The stage to run next, the first one again after a stop; null where nothing is left. */
  next: recomputeStageSchema.nullable(),
});
export type AffectedView = z.output<typeof affectedViewSchema>;

/** `POST …/:id/recomputation` → the affected cases after it. */
export const recomputeSchema = z.strictObject({ stage: recomputeStageSchema });
