import type { z } from "zod";
import { testsViewSchema } from "../../contracts/api/workshop.js";
import { rehearsalViewSchema } from "../../contracts/api/workshop-rehearsal.js";

/** A run of the scenarios as it is kept beside a change. */
export const testRunSchema = testsViewSchema.omit({ fresh: true });
export type KeptTestRun = z.output<typeof testRunSchema>;

/** A rehearsal as it is kept beside a change: figures only, nothing that points at a household. */
export const rehearsalRunSchema = rehearsalViewSchema.omit({ fresh: true });
export type KeptRehearsal = z.output<typeof rehearsalRunSchema>;
