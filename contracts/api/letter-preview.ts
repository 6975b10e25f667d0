import { z } from "zod";
import { decisionDraftSchema } from "../decision-draft.js";
import { letterContentSchema } from "../letter.js";

/**
 * Asks for the letter as it would be sent to the applicant: `POST /api/cases/:caseId/letter-preview`. With a draft, the
 * letter of that decision; without, that of the grant that is proposed. Nothing is stored; that it was looked at is logged.
 */
export const letterPreviewInputSchema = z.strictObject({ draft: decisionDraftSchema.exactOptional() });
export type LetterPreviewInput = z.output<typeof letterPreviewInputSchema>;

/** The finished letter but for its typesetting, drawn by the console as text: it can be read aloud, zoomed and copied. */
export const letterPreviewSchema = z.strictObject({ letter: letterContentSchema });
export type LetterPreview = z.output<typeof letterPreviewSchema>;
