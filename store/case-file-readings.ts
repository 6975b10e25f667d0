import { randomUUID } from "node:crypto";
import type { CaseId, EvidenceId } from "../contracts/ids.js";
import { caseFileSchema, type CaseFile } from "../contracts/readings/case-system.js";
import type { Provenance } from "../contracts/readings/evidence.js";
import type { Schema } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import { supersede } from "./supersede.js";
import type { StoreTransaction } from "./transaction.js";

/** What the case system said of a household. Absent answer: it could not be read. */
export type NewCaseFileReading = {
  readonly caseId: CaseId;
  readonly provenance: Pick<Provenance, "botVersion" | "readAt">;
  readonly answer?: CaseFile;
  readonly evidence: readonly EvidenceId[];
};

/** A stored reading of the case file. */
export type CaseFileReading = Omit<Schema["caseFileReading"], "answer"> & { readonly answer?: CaseFile };

/** Stores what the case system said. An earlier reading stays, marked as superseded. */
export const saveCaseFileReading = async (tx: StoreTransaction, reading: NewCaseFileReading): Promise<string> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(reading.caseId);
  await supersede(tx, { table: "caseFileReading", caseId: reading.caseId });
  await tx.db
    .insertInto("caseFileReading")
    .values({
      id,
      caseId: reading.caseId,
      status: reading.answer === undefined ? "unavailable" : "read",
      readAt: reading.provenance.readAt,
      botVersion: reading.provenance.botVersion,
      answer: reading.answer === undefined ? null : sealJson(cipher, placeOf(id), reading.answer),
      evidence: reading.evidence,
      superseded: false,
    })
    .execute();
  return id;
};

/** The reading in force, or undefined where the case system has not been asked. */
export const findCaseFileReading = async (
  tx: StoreTransaction,
  caseId: CaseId,
): Promise<CaseFileReading | undefined> => {
  const stored = await tx.db
    .selectFrom("caseFileReading")
    .selectAll()
    .where("caseId", "=", caseId)
    .where("superseded", "=", false)
    .executeTakeFirst();
  if (stored === undefined) return undefined;
  const { answer, ...row } = stored;
  if (answer === null) return row;
  const cipher = await tx.cipherFor(caseId);
  return { ...row, answer: openJson({ cipher, place: placeOf(row.id), schema: caseFileSchema }, answer) };
};

const placeOf = (id: string): string => `case_file_reading.answer:${id}`;
