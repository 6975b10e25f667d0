import { randomUUID } from "node:crypto";
import { Fault } from "../contracts/faults.js";
import { evidenceIdSchema, type CaseId, type EvidenceId } from "../contracts/ids.js";
import type { CapturedEvidence, Provenance, Reading } from "../contracts/readings/evidence.js";
import { sha256Hex } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** What is known of a piece of evidence without opening it. */
export type EvidenceEntry = Omit<Schema["evidence"], "content">;

/** Stores a piece of evidence, sealed under the case's key. */
export const saveEvidence = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { captured, provenance }: { readonly captured: CapturedEvidence; readonly provenance: Provenance },
): Promise<EvidenceId> => {
  const id = evidenceIdSchema.parse(randomUUID());
  const cipher = await tx.cipherFor(caseId);
  await tx.db
    .insertInto("evidence")
    .values({
      id,
      caseId,
      kind: captured.kind,
      mediaType: captured.mediaType,
      sha256: sha256Hex(captured.bytes),
      size: captured.bytes.length,
      content: cipher.seal(captured.bytes, placeOf(id)),
      portal: provenance.portal,
      botVersion: provenance.botVersion,
      takenAt: provenance.readAt,
    })
    .execute();
  return id;
};

/** Stores all evidence of a bot's reading, in its order. */
export const saveEvidenceOf = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { evidence, provenance }: Pick<Reading<unknown>, "evidence" | "provenance">,
): Promise<EvidenceId[]> => {
  const ids: EvidenceId[] = [];
  for (const captured of evidence) ids.push(await saveEvidence(tx, caseId, { captured, provenance }));
  return ids;
};

/** The evidence of a case without its bytes, oldest first. */
export const listEvidence = (tx: StoreTransaction, caseId: CaseId): Promise<EvidenceEntry[]> =>
  tx.db.selectFrom("evidence").select(entry).where("caseId", "=", caseId).orderBy("takenAt").orderBy("id").execute();

/** One piece of evidence without its bytes, or undefined. */
export const findEvidence = (tx: StoreTransaction, id: EvidenceId): Promise<EvidenceEntry | undefined> =>
  tx.db.selectFrom("evidence").select(entry).where("id", "=", id).executeTakeFirst();

/**
 * The bytes of a piece of evidence. The caller appends `evidence.opened` where a person looks.
 *
 * @throws Fault `InvariantBroken` where the bytes are not those that were stored.
 */
export const openEvidence = async (tx: StoreTransaction, id: EvidenceId): Promise<Buffer> => {
  const row = await tx.db
    .selectFrom("evidence")
    .select(["caseId", "content", "sha256"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Fault("InvariantBroken", "There is no such evidence.", { evidenceId: id });
  const cipher = await tx.cipherFor(row.caseId);
  const bytes = cipher.open(row.content, placeOf(id));
  if (sha256Hex(bytes) !== row.sha256)
    throw new Fault("InvariantBroken", "The evidence does not have the hash it was stored with.", { evidenceId: id });
  return bytes;
};

const placeOf = (id: EvidenceId): string => `evidence.content:${id}`;
const entry = ["id", "caseId", "kind", "mediaType", "sha256", "size", "portal", "botVersion", "takenAt"] as const;
