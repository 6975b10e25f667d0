import { z } from "zod";
import { auditActionSchema } from "./codes/audit-actions.js";
import { roleSchema } from "./codes/roles.js";
import { instantSchema } from "./dates.js";
import { caseIdSchema, sha256Schema } from "./ids.js";

/** A code, an id, a hash, a version or a date. No spaces and no letters outside ASCII, so that names and free text do not fit. */
const openText = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9._:@/+-]*$/)
  .refine((text) => !/^(19|20)?\d{6}[-+]?\d{4}$/.test(text), "looks like a personal identity number");

/** What may stand in clear in the log. A list keeps its order. */
export const openValueSchema = z.union([openText, z.int(), z.boolean(), z.array(openText).max(200)]);

/** Details in clear: codes, ids, hashes, counts and versions. An amount is personal data and belongs in the content. */
export const openDetailsSchema = z.record(
  z
    .string()
    .max(40)
    .regex(/^[a-z][A-Za-z0-9]*$/)
    .refine((key) => !key.endsWith("Ore"), "an amount belongs in the content"),
  openValueSchema,
);
export type OpenDetails = z.output<typeof openDetailsSchema>;

/** Who did it: a robot with its version, the system itself with its version, or a member of staff in a role. */
export const actorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bot"), id: openText, version: openText }),
  z.strictObject({ kind: z.literal("system"), id: openText, version: openText }),
  z.strictObject({ kind: z.literal("staff"), id: openText, role: roleSchema.exactOptional() }),
]);
export type Actor = z.output<typeof actorSchema>;

/**
 * One event in the log, `skalig.event.v1`. Its RFC 8785 bytes are a leaf of the log's RFC 6962 Merkle tree, so a
 * stored event never changes: another shape is another version. Personal content is kept apart, encrypted, and can be
 * destroyed; the commitment to it stays.
 */
export const auditEventSchema = z.strictObject({
  schema: z.literal("skalig.event.v1"),
  /** 1, 2, 3 … without gaps. The leaf's index in the tree is one less. Order is by `seq`, never by `at`. */
  seq: z.int().min(1),
  at: instantSchema,
  action: auditActionSchema,
  caseId: caseIdSchema.exactOptional(),
  actor: actorSchema,
  details: openDetailsSchema,
  /** SHA-256 of 32 random bytes followed by the RFC 8785 JSON of the content. Absent where there is no content. */
  commitment: sha256Schema.exactOptional(),
});
export type AuditEvent = z.output<typeof auditEventSchema>;

/** What a caller says of an event; the log adds number, time and commitment. */
export type AuditDraft = Pick<AuditEvent, "action" | "actor"> & {
  readonly caseId?: AuditEvent["caseId"];
  readonly details?: OpenDetails;
  /** Personal content as plain JSON. Encrypted under the case's key, or the system's where there is no case. */
  readonly content?: unknown;
};

/** The log at one size: how many events, and the root of their Merkle tree. */
export const treeHeadSchema = z.strictObject({ size: z.int().min(0), root: sha256Schema });
export type TreeHead = z.output<typeof treeHeadSchema>;

/** Why the first broken event does not hold. */
export const breakageReasons = {
  "not-an-event": "Raden är inte en giltig händelse.",
  "wrong-number": "Löpnumret följer inte på det föregående.",
  "wrong-leaf": "Händelsen stämmer inte med det sparade kontrollvärdet.",
  "wrong-commitment": "Innehållet stämmer inte med händelsens kontrollvärde.",
  "content-missing": "Innehållet saknas utan att vara gallrat.",
  "unreadable-content": "Innehållet går inte att läsa.",
  "wrong-root": "Loggen stämmer inte med sitt slutvärde.",
  "wrong-size": "Antalet händelser stämmer inte med loggens slutvärde.",
  "wrong-checkpoint": "Loggen stämmer inte med ett tidigare sparat slutvärde.",
  "no-closing-line": "Filen slutar utan slutvärde.",
} as const;
export type BreakageReason = keyof typeof breakageReasons;

/** What a verification says. `firstBroken.seq` is the first event that does not hold, or the one that should have come next. */
export type Verification = {
  readonly ok: boolean;
  readonly events: number;
  /** Root of the events that were read, in hexadecimal. */
  readonly head: string;
  readonly firstBroken?: { readonly seq: number; readonly reason: BreakageReason };
};
