import { z } from "zod";
import { instantSchema, monthSchema } from "../dates.js";
import { sha256Schema } from "../ids.js";
import { oreSchema, signedOreSchema } from "../money.js";
import { rehearsalEffectSchema, rehearsalFiguresSchema } from "../rehearsal.js";

/** How many households of one kind are touched, and how. Kronor per month. */
const groupSchema = z.strictObject({
  /** "1 vuxen, 2 barn". */
  title: z.string(),
  assessed: z.int(),
  /** Touched in any way, if only by another letter or another item of the delegation order. */
  affected: z.int(),
  more: z.int(),
  less: z.int(),
  /** Null where nobody's figure changes. */
  medianOre: signedOreSchema.nullable(),
  /** A sum over many households: it may pass what one household's amount can be. */
  sumOre: z.int(),
  /** Whose letter would say something else. */
  letters: z.int(),
  /** Cases whose decision another item of the delegation order, or none, would cover. */
  mandates: z.int(),
});

/** What a change would have done to the last twelve months, without anything that points at a household. */
export const rehearsalViewSchema = z.strictObject({
  /** False where the draft or the rules in force have changed since, or another month is worked on. */
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
  sumOre: z.int(),
  medianOre: signedOreSchema.nullable(),
  /** Newly ready to decide; newly a person's; newly or no longer without a deficit in the calculation. */
  noLongerReferred: z.int(),
  newlyReferred: z.int(),
  newlyRefused: z.int(),
  noLongerRefused: z.int(),
  letters: z.int(),
  mandates: z.int(),
  children: z.strictObject({
    /** Children in households that are touched, and those whose household would get less; each once for every month. */
    affected: z.int(),
    worseOff: z.int(),
    text: z.string(),
  }),
  /** Households by how much the month changes; `title` as the axis says it, "101–200". */
  bars: z.array(z.strictObject({ title: z.string(), count: z.int() })),
  groups: z.array(groupSchema),
  /** The whole of it, as `skalig rules what-if` tells it. Absent in a rehearsal that was kept before this was. */
  figures: rehearsalFiguresSchema.exactOptional(),
});
export type RehearsalView = z.output<typeof rehearsalViewSchema>;

/**
 * `GET /api/workshop/changes/:id/rehearsal/cases`: the cases that would change, the largest first, worked out anew.
 * Cases with protected identity are counted in `hidden`, never listed. Never part of the exported file. That a case was
 * listed is an event of it. The rows are figures and kinds of questions, without the texts that name a household's facts.
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
      effects: z.array(rehearsalEffectSchema),
      /** What was decided for the month; null where nothing is. */
      decidedOre: oreSchema.nullable(),
      /** What differs, row by row, as sentences. */
      rows: z.array(z.string()),
    }),
  ),
  hidden: z.int(),
});
export type RehearsalCases = z.output<typeof rehearsalCasesSchema>;
