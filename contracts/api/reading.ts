import { z } from "zod";
import { oreSchema } from "../money.js";
import { draftOutcomeSchema } from "../decision-draft.js";
import { sha256Schema } from "../ids.js";

/**
 * How long a case was in sight and whether its letter was looked at. Sent when somebody leaves the case or decides, and
 * written in the log; the person sees the same figures on the page.
 */
export const readingInputSchema = z.strictObject({
  shownHash: sha256Schema,
  /** Seconds the page was visible. A day at most. */
  seconds: z.int().min(0).max(86_400),
  letterSeen: z.boolean(),
  /** What ended the reading. */
  ended: z.enum(["left", "decided", "read-anew"]),
});
export type ReadingInput = z.output<typeof readingInputSchema>;
export const readingKeptSchema = z.strictObject({ result: z.literal("kept") });

/** Asks what the person may decide, before it is decided: outcome and amount, nothing else. */
export const mandateInputSchema = z.strictObject({
  outcome: z.enum([...draftOutcomeSchema.options, "written-off"]),
  amountOre: oreSchema,
  /** What would be given under 12 kap. 2 § SoL beside it; absent where that is not tried. */
  discretionaryOre: oreSchema.exactOptional(),
});
export type MandateInput = z.output<typeof mandateInputSchema>;
export const mandateSchema = z.strictObject({ sufficient: z.boolean(), text: z.string() });
export const mandateAnswerSchema = z.strictObject({ month: mandateSchema, discretionary: mandateSchema.nullable() });
export type MandateAnswer = z.output<typeof mandateAnswerSchema>;

/** Colleagues a case can be handed over to. */
export const colleaguesSchema = z.strictObject({
  colleagues: z.array(z.strictObject({ staffId: z.string(), name: z.string(), unit: z.string() })),
});
