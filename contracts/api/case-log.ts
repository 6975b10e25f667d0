import { z } from "zod";
import { instantSchema } from "../dates.js";
import { caseIdSchema, evidenceIdSchema, sha256Schema } from "../ids.js";

/** The filters of the timeline, in the order they are shown. */
export const logCategories = {
  robot: "Robot",
  person: "Personer",
  rules: "Regler",
  outgoing: "Utskick",
  reading: "Läsningar",
} as const;
export const logCategorySchema = z.enum(["robot", "person", "rules", "outgoing", "reading"]);
export type LogCategory = z.output<typeof logCategorySchema>;

/** One event of a case, as an auditor reads it. */
export const logEntrySchema = z.strictObject({
  seq: z.int().min(0),
  at: instantSchema,
  action: z.string(),
  title: z.string(),
  category: logCategorySchema,
  actor: z.strictObject({ kind: z.enum(["robot", "person", "system"]), label: z.string() }),
  /** Codes and figures of the event, label and value in Swedish. */
  details: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  evidenceIds: z.array(evidenceIdSchema),
  hash: sha256Schema,
  /** Whether the entry was found in the log by the last verification. */
  proof: z.enum(["included", "broken", "not-checked"]),
});
export type LogEntry = z.output<typeof logEntrySchema>;

/** What a verification of the whole log said. */
export const verificationViewSchema = z.strictObject({
  ok: z.boolean(),
  events: z.int().min(0),
  head: z.string(),
  checkedAt: instantSchema,
  firstBroken: z.strictObject({ seq: z.int().min(0), reason: z.string() }).nullable(),
});
export type VerificationView = z.output<typeof verificationViewSchema>;

/** A case as one timeline. */
export const caseLogViewSchema = z.strictObject({
  caseId: caseIdSchema,
  reference: z.string(),
  summary: z.string(),
  entries: z.array(logEntrySchema),
  verification: verificationViewSchema.nullable(),
});

/** The cases an auditor can open. */
export const auditedCasesSchema = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseId: caseIdSchema,
      reference: z.string(),
      household: z.string(),
      events: z.int().min(0),
      lastAt: instantSchema,
    }),
  ),
  verification: verificationViewSchema.nullable(),
});
