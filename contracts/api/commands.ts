import { z } from "zod";
import { correctionSchema } from "../correction.js";
import { reasonSchema } from "../codes/reasons.js";
import { localDateSchema } from "../dates.js";
import { checkDraft, decisionDraftFields } from "../decision-draft.js";
import { evidenceIdSchema, sha256Schema } from "../ids.js";
import { oreSchema } from "../money.js";

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

/** The applicant is asked for something that is missing (FL 23 §): what, and by when. */
export const completeInputSchema = z.strictObject({
  sequence,
  /** What is asked for, one point for each thing, in the applicant's own language level. */
  items: z.array(z.string().trim().min(5, "Skriv vad som saknas.").max(500)).min(1).max(20),
  answerBy: localDateSchema,
});
export type CompleteInput = z.output<typeof completeInputSchema>;

/** What the applicant answered to a communication or a completion, also by word of mouth (SoL 14 kap. 8 §). */
export const answerInputSchema = z.strictObject({
  sequence,
  text: z.string().trim().min(2, "Skriv vad den sökande svarade.").max(4000),
  orally: z.boolean(),
  answeredOn: localDateSchema,
  /** That every adult of the case answers with it: each is a party of their own. */
  byAll: z.literal(true).exactOptional(),
});
export type AnswerInput = z.output<typeof answerInputSchema>;

/** A case that is written off: it ends without a decision on its merits, which is a decision in itself (FL 31 §). */
export const closingKinds = {
  withdrawn: { title: "Återkallad av den sökande" },
  "decided-elsewhere": { title: "Beslutad på annat håll" },
} as const;
const closeFields = {
  sequence,
  explanation,
  /** The day the application was withdrawn, or of the decision that was made elsewhere. */
  on: localDateSchema,
  /** The person's own declaration; the case is not written off without it (FL 16 §). */
  noConflictOfInterest: z.boolean(),
};
export const closeInputSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("withdrawn"), ...closeFields }),
  z.strictObject({
    kind: z.literal("decided-elsewhere"),
    ...closeFields,
    /** Number of the other decision, in the words of whoever made it. */
    reference: z.string().trim().min(3, "Skriv beslutets nummer.").max(120),
    /** That this very application was tried in it: else the applicant would be left without an answer. */
    triedThere: z.literal(true, "Intyga att just den här ansökan prövades i beslutet."),
  }),
]);
export type CloseInput = z.output<typeof closeInputSchema>;

/** The case has ended without a decision. */
export const endedSchema = z.strictObject({ result: z.literal("ended") });
export type Ended = z.output<typeof endedSchema>;

/** A norm entered by hand for a month that has no verified table, with where the figures are read. */
export const enterNormInputSchema = z.strictObject({
  sequence,
  personalOre: oreSchema,
  commonOre: oreSchema,
  /** The ordinance or decision: title, number, section. */
  citation: z.string().trim().min(10, "Skriv var beloppen står.").max(300),
});
export type EnterNormInput = z.output<typeof enterNormInputSchema>;

/** A decision, on exactly what was shown. */
export const decideInputSchema = z
  .strictObject({
    sequence,
    shownHash: sha256Schema,
    /** The person's own declaration; the decision is refused without it (FL 16 §). */
    noConflictOfInterest: z.boolean(),
    ...decisionDraftFields,
  })
  .superRefine(checkDraft);
export type DecideInput = z.output<typeof decideInputSchema>;

/** The decision is recorded. */
export const decidedSchema = z.strictObject({ result: z.literal("recorded"), decisionId: z.string() });
export type Decided = z.output<typeof decidedSchema>;

/** Take a case, put it back, or hand it over to a colleague with a line about where it stands. */
export const assignInputSchema = z.strictObject({
  to: z.union([z.enum(["me", "nobody"]), z.strictObject({ staffId: z.uuid() })]),
  note: z.string().trim().min(5).max(1000).exactOptional(),
});
export type AssignInput = z.output<typeof assignInputSchema>;

/** Stop a payment before its file leaves, or let it go again. */
export const paymentInputSchema = z.strictObject({ action: z.enum(["stop", "release"]), explanation });
export type PaymentInput = z.output<typeof paymentInputSchema>;
