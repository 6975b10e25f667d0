import type { z } from "zod";
import { testsViewSchema } from "../../contracts/api/workshop.js";
import { rehearsalViewSchema } from "../../contracts/api/workshop-rehearsal.js";
import { sha256Schema } from "../../contracts/ids.js";

/**
 * A run of the scenarios as it is kept beside a change, with the hash of those that were run. A run that was kept before
 * that was is made anew.
 */
export const testRunSchema = testsViewSchema.omit({ fresh: true }).extend({ suites: sha256Schema.exactOptional() });
export type KeptTestRun = z.output<typeof testRunSchema>;

/** A rehearsal as it is kept beside a change: figures only, nothing that points at a household. */
export const rehearsalRunSchema = rehearsalViewSchema.omit({ fresh: true });
export type KeptRehearsal = z.output<typeof rehearsalRunSchema>;

/** Of a kept rehearsal, the months it was made on. */
export const rehearsedMonthsSchema = rehearsalRunSchema.pick({ months: true }).strip();
