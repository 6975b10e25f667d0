import { z } from "zod";
import { breakageReasons, treeHeadSchema } from "../../contracts/audit-event.js";
import { shownCaseSchema } from "./inspection.js";
import { portalChangeSchema } from "./portals.js";
import { staffChangeSchema } from "./staff.js";

/** What a command asks of the running application: one JSON object, posted to `/`. */
export const requestSchema = z.discriminatedUnion("ask", [
  z.strictObject({ ask: z.literal("case"), reference: z.string().max(100) }),
  z.strictObject({ ask: z.literal("verify"), checkpoint: treeHeadSchema.exactOptional() }),
  z.strictObject({ ask: z.literal("export") }),
  z.strictObject({ ask: z.literal("portals") }),
  z.strictObject({ ask: z.literal("change-portal"), change: portalChangeSchema }),
  z.strictObject({ ask: z.literal("staff") }),
  z.strictObject({ ask: z.literal("change-staff"), change: staffChangeSchema }),
]);
export type InspectionRequest = z.output<typeof requestSchema>;

/** The answer to `case`. */
export const caseAnswerSchema = z.discriminatedUnion("found", [
  z.strictObject({ found: z.literal("case"), case: shownCaseSchema }),
  z.strictObject({ found: z.literal("nothing") }),
  z.strictObject({ found: z.literal("protected") }),
]);

const reasonCodes = Object.keys(breakageReasons) as [keyof typeof breakageReasons];

/** The answer to `verify`. */
export const verificationSchema = z.strictObject({
  ok: z.boolean(),
  events: z.int(),
  head: z.string(),
  firstBroken: z.strictObject({ seq: z.int(), reason: z.enum(reasonCodes) }).exactOptional(),
});
