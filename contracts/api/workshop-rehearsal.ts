import { z } from "zod";
import { instantSchema, monthSchema } from "../dates.js";
import { sha256Schema } from "../ids.js";
import { signedOreSchema } from "../money.js";

/** How many households of one kind are touched, and how. Kronor per month. */
const groupSchema = z.strictObject({
  /** "1 vuxen, 2 barn". */
  title: z.string(),
  assessed: z.int(),
  affected: z.int(),
  more: z.int(),
  less: z.int(),
  /** Null where nobody's figure changes. */
  medianOre: signedOreSchema.nullable(),
  sumOre: signedOreSchema,
  /** Whose letter would say something else. */
  letters: z.int(),
  /** Cases whose decision another item of the delegation order, or none, would cover. */
  mandates: z.int(),
});

/** What a change would have done to the last twelve months, without anything that points at a household. */
export const rehearsalViewSchema = z.strictObject({
  /** False where the draft or the rules in force have changed since. */
  fresh: z.boolean(),
  hash: sha256Schema,
  ranAt: instantSchema,
  months: z.strictObject({ first: monthSchema, last: monthSchema }),
  /** Assessments that were computed again. */
  assessed: z.int(),
  /** Assessments that could not be read, such as erased ones: told, never guessed. */
  unreadable: z.int(),
  durationMs: z.int(),
  affected: z.int(),
  more: z.int(),
  less: z.int(),
  sumOre: signedOreSchema,
  medianOre: signedOreSchema.nullable(),
  /** No longer a person's to work out; newly a person's; no longer or newly without any grant in the calculation. */
  noLongerReferred: z.int(),
  newlyReferred: z.int(),
  newlyRefused: z.int(),
  noLongerRefused: z.int(),
  letters: z.int(),
  mandates: z.int(),
  children: z.strictObject({
    /** Children in households whose figure changes, and those whose household would get less. */
    affected: z.int(),
    worseOff: z.int(),
    text: z.string(),
  }),
  /** Households by how much the month changes; `title` as the axis says it, "101–200". */
  bars: z.array(z.strictObject({ title: z.string(), count: z.int() })),
  groups: z.array(groupSchema),
});
export type RehearsalView = z.output<typeof rehearsalViewSchema>;

/**
 * `GET /api/workshop/changes/:id/rehearsal/cases`: the cases that would change, the largest first, worked out anew.
 * Cases with protected identity are counted in `hidden`, never listed. Never part of the exported file.
 */
export const rehearsalCasesSchema = z.strictObject({
  cases: z.array(
    z.strictObject({
      /** The case's number. */
      reference: z.string(),
      month: monthSchema,
      household: z.string(),
      beforeOre: signedOreSchema.nullable(),
      afterOre: signedOreSchema.nullable(),
      /** What differs, row by row, as sentences. */
      rows: z.array(z.string()),
    }),
  ),
  hidden: z.int(),
});
export type RehearsalCases = z.output<typeof rehearsalCasesSchema>;
