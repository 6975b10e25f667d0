import { z } from "zod";
import { correctionSchema } from "../correction.js";
import { reasonSchema } from "../codes/reasons.js";
import { localDateSchema } from "../dates.js";
import { evidenceIdSchema, sha256Schema } from "../ids.js";

/** Why a person did something. Kept in the file; long enough to mean something to the next reader. */
const explanation = z.string().trim().min(5, "Skriv minst fem tecken.").max(2000);
const sequence = z.int().min(1);

/** A fact is corrected: what, why, and what it rests on. */
export const correctInputSchema = z.strictObject({
  sequence,
  correction: correctionSchema,
  reason: explanation,
  evidenceId: evidenceIdSchema.exactOptional(),
});
export type CorrectInput = z.output<typeof correctInputSchema>;

/** A question is settled by a person who has looked. */
export const settleInputSchema = z.strictObject({
  sequence,
  reason: reasonSchema,
  lineId: z.string().max(40).exactOptional(),
  explanation,
});
export type SettleInput = z.output<typeof settleInputSchema>;

/** The applicant is told what the decision may rest on and gets time to answer (FL 25 §). */
export const communicateInputSchema = z.strictObject({
  sequence,
  text: z.string().trim().min(20, "Skriv vad den sökande ska få ta del av.").max(4000),
  answerBy: localDateSchema,
});
export type CommunicateCaseInput = z.output<typeof communicateInputSchema>;

/** What came of a change: the number of the new assessment. */
export const assessedAgainSchema = z.strictObject({
  sequence,
  outcome: z.enum(["prefilled", "referred", "waiting"]),
});
export type AssessedAgain = z.output<typeof assessedAgainSchema>;

/** A decision, on exactly what was shown. */
export const decideInputSchema = z.strictObject({
  sequence,
  shownHash: sha256Schema,
  outcome: z.literal("granted"),
  /** The person's own declaration; the decision is refused without it (FL 16 §). */
  noConflictOfInterest: z.boolean(),
  /** How the decision affects the children; needed where there are any (SoL 3 kap.). */
  childPerspective: z.string().trim().min(10, "Skriv minst tio tecken.").max(4000).exactOptional(),
});
export type DecideInput = z.output<typeof decideInputSchema>;

/** The decision is recorded. */
export const decidedSchema = z.strictObject({ result: z.literal("recorded"), decisionId: z.string() });
export type Decided = z.output<typeof decidedSchema>;

/** Take a case, or put it back. */
export const assignInputSchema = z.strictObject({ to: z.enum(["me", "nobody"]) });
export type AssignInput = z.output<typeof assignInputSchema>;
