import { z } from "zod";
import { caseIdSchema } from "../ids.js";

/** What the server tells open consoles. Ids and colleagues' names only: the console asks for the rest, with its own rights. */
export const liveEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("case-changed"), caseId: caseIdSchema }),
  z.strictObject({ kind: z.literal("day-changed") }),
  /** Who else has the case open now, by name; sent to those who have it open themselves. */
  z.strictObject({ kind: z.literal("also-open"), caseId: caseIdSchema, names: z.array(z.string()) }),
]);
export type LiveEvent = z.output<typeof liveEventSchema>;
