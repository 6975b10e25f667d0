import { z } from "zod";
import { caseIdSchema } from "../ids.js";

/** What the server tells open consoles. Ids only: the console asks for the rest, with its own rights. */
export const liveEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("case-changed"), caseId: caseIdSchema }),
  z.strictObject({ kind: z.literal("day-changed") }),
]);
export type LiveEvent = z.output<typeof liveEventSchema>;
