import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { CaseId, EvidenceId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openJson, openText, sealJson, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A document that came with an application. Its bytes are evidence. */
export type NewDocument = {
  readonly caseId: CaseId;
  readonly applicationId: string;
  readonly evidenceId: EvidenceId;
  readonly name: string;
  readonly declaredKind: string;
  /** The row of the application it belongs to, such as a cost. */
  readonly declaredRow?: string;
};

/** A stored document. `reading` is JSON as it was stored; the reader checks it against the contract of its version. */
export type StoredDocument = Omit<Schema["document"], "name" | "reading"> & {
  readonly name: string;
  readonly reading?: unknown;
};

/** Stores a document. The same evidence is stored once: a new attempt gets the first one's id. */
export const saveDocument = async (tx: StoreTransaction, document: NewDocument): Promise<string> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(document.caseId);
  const inserted = await tx.db
    .insertInto("document")
    .values({
      id,
      caseId: document.caseId,
      applicationId: document.applicationId,
      evidenceId: document.evidenceId,
      name: sealText(cipher, `document.name:${id}`, document.name),
      declaredKind: document.declaredKind,
      declaredRow: document.declaredRow ?? null,
      reading: null,
      readAt: null,
    })
    .onConflict((conflict) => conflict.column("evidenceId").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted !== undefined) return inserted.id;
  const existing = await tx.db
    .selectFrom("document")
    .select("id")
    .where("evidenceId", "=", document.evidenceId)
    .executeTakeFirstOrThrow();
  return existing.id;
};

/** Stores what was read in a document, in place of an earlier reading. */
export const saveDocumentReading = async (
  tx: StoreTransaction,
  { caseId, documentId, reading }: { readonly caseId: CaseId; readonly documentId: string; readonly reading: unknown },
): Promise<void> => {
  const cipher = await tx.cipherFor(caseId);
  await tx.db
    .updateTable("document")
    .set({ reading: sealJson(cipher, `document.reading:${documentId}`, reading), readAt: tx.at })
    .where("id", "=", documentId)
    .where("caseId", "=", caseId)
    .execute();
};

/** The documents of a case. */
export const listDocuments = async (tx: StoreTransaction, caseId: CaseId): Promise<StoredDocument[]> => {
  const cipher = await tx.cipherFor(caseId);
  const rows = await tx.db.selectFrom("document").selectAll().where("caseId", "=", caseId).orderBy("id").execute();
  return rows.map(({ name, reading, ...row }) => ({
    ...row,
    name: openText(cipher, `document.name:${row.id}`, name),
    ...(reading === null
      ? {}
      : { reading: openJson({ cipher, place: `document.reading:${row.id}`, schema: z.unknown() }, reading) }),
  }));
};
