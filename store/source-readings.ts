import { randomUUID } from "node:crypto";
import type { Period } from "../contracts/dates.js";
import type { CaseId, EvidenceId, MemberId } from "../contracts/ids.js";
import type { Source, SourceStatus } from "../contracts/codes/sources.js";
import { agencyAnswerSchema, type AgencyAnswer } from "../contracts/readings/agency-answer.js";
import type { Provenance } from "../contracts/readings/evidence.js";
import { registerAnswerSchema, type RegisterAnswer } from "../contracts/readings/register-answer.js";
import type { Schema } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import { supersede } from "./supersede.js";
import type { StoreTransaction } from "./transaction.js";

/** What one source said of one member, as it is stored. Absent answer: it could not be read. */
export type NewSourceReading = {
  readonly caseId: CaseId;
  readonly memberId: MemberId;
  readonly source: Source;
  readonly status: SourceStatus;
  readonly period: Period;
  readonly provenance: Pick<Provenance, "botVersion" | "readAt">;
  readonly answer?: AgencyAnswer | RegisterAnswer;
  readonly evidence: readonly EvidenceId[];
};

/** A stored reading. `agency` or `register` holds the answer, by kind of source; neither where it could not be read. */
export type SourceReading = Omit<Schema["sourceReading"], "answer"> & {
  readonly agency?: AgencyAnswer;
  readonly register?: RegisterAnswer;
};

/** Stores what a source said. An earlier reading of the same source and member stays, marked as superseded. */
export const saveSourceReading = async (tx: StoreTransaction, reading: NewSourceReading): Promise<string> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(reading.caseId);
  const { caseId, memberId, source } = reading;
  await supersede(tx, { table: "sourceReading", caseId, memberId, source });
  await tx.db
    .insertInto("sourceReading")
    .values({
      id,
      caseId: reading.caseId,
      memberId: reading.memberId,
      source: reading.source,
      status: reading.status,
      periodFrom: reading.period.from,
      periodTo: reading.period.to,
      readAt: reading.provenance.readAt,
      botVersion: reading.provenance.botVersion,
      answer: reading.answer === undefined ? null : sealJson(cipher, placeOf(id), reading.answer),
      evidence: reading.evidence,
      superseded: false,
    })
    .execute();
  return id;
};

/** The readings in force of a case: the latest of each source and member. `all` gives superseded ones too, oldest first. */
export const listSourceReadings = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { all = false }: { readonly all?: boolean } = {},
): Promise<SourceReading[]> => {
  const cipher = await tx.cipherFor(caseId);
  let query = tx.db.selectFrom("sourceReading").selectAll().where("caseId", "=", caseId);
  if (!all) query = query.where("superseded", "=", false);
  const rows = await query.orderBy("readAt").orderBy("memberId").orderBy("source").execute();
  return rows.map(({ answer, ...row }) => {
    if (answer === null) return row;
    const place = placeOf(row.id);
    return row.source === "population"
      ? { ...row, register: openJson({ cipher, place, schema: registerAnswerSchema }, answer) }
      : { ...row, agency: openJson({ cipher, place, schema: agencyAnswerSchema }, answer) };
  });
};

const placeOf = (id: string): string => `source_reading.answer:${id}`;
