import { z } from "zod";
import { instantSchema } from "../dates.js";
import { caseIdSchema, evidenceIdSchema, sha256Schema } from "../ids.js";
import { addressTextSchema } from "./address-text.js";
import { shownCaseSchema } from "./case-view.js";

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
  /** Whether exactly what the person saw is kept with the event and can be looked at. */
  hasShown: z.boolean(),
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
  /** Protected identity: who has done what and when, and nothing of the household. */
  restricted: z.boolean(),
  entries: z.array(logEntrySchema),
  verification: verificationViewSchema.nullable(),
});

/** That an event is part of the log at a size (RFC 6962 2.1.1); enough to check it by oneself. Hashes in hexadecimal. */
export const eventProofViewSchema = z.strictObject({
  seq: z.int().min(1),
  leaf: sha256Schema,
  index: z.int().min(0),
  size: z.int().min(1),
  root: sha256Schema,
  path: z.array(sha256Schema),
  holds: z.boolean(),
});

/** Exactly what somebody saw when they decided, as it was sealed with their request. */
export const shownThenSchema = z.strictObject({
  seq: z.int().min(1),
  at: instantSchema,
  by: z.string(),
  /** The hash that the decision carries, and whether what is kept still gives it. */
  shownHash: sha256Schema,
  matches: z.boolean(),
  shown: shownCaseSchema,
});
export type ShownThen = z.output<typeof shownThenSchema>;

/** What the list of cases may be asked for. `below` is the last number of the page before. */
export const auditedCasesQuerySchema = z.strictObject({
  number: addressTextSchema.pipe(z.string().trim().min(1).max(20)).exactOptional(),
  below: z.string().max(20).exactOptional(),
});
export type AuditedCasesQuery = z.output<typeof auditedCasesQuerySchema>;

/** A page of the cases an auditor can open, the highest numbers first. */
export const auditedCasesSchema = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseId: caseIdSchema,
      reference: z.string(),
      household: z.string(),
      restricted: z.boolean(),
      events: z.int().min(0),
      lastAt: instantSchema,
    }),
  ),
  /** What to ask for the next page with; null on the last. */
  next: z.string().nullable(),
  verification: verificationViewSchema.nullable(),
});
