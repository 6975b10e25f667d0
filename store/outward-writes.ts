import { randomUUID } from "node:crypto";
import { Fault } from "../contracts/faults.js";
import type { CaseId, EvidenceId } from "../contracts/ids.js";
import { caseSystemRecordSchema, type CaseSystemRecord } from "../contracts/readings/case-system.js";
import type { WriteKind } from "../contracts/write-kinds.js";
import type { Schema, WriteState } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A stored intention to write, with what came of it. */
export type OutwardWrite = Omit<Schema["outwardWrite"], "record"> & { readonly record: CaseSystemRecord };

/** From where each state may be reached. An unclear write is cleared only by what is found in the target. */
const reachableFrom = {
  intended: [],
  submitted: ["intended"],
  confirmed: ["intended", "submitted", "unclear"],
  unclear: ["intended", "submitted"],
} as const satisfies Record<WriteState, readonly WriteState[]>;

/** What a record to write follows from: a decision, or the ending of a case without one. */
export type WriteCause = { readonly decisionId: string } | { readonly closingId: string };

/**
 * Stores the intention to write, before anything is sent. One for each cause and kind: a new attempt gets the first
 * one back with its state, and `created` false.
 */
export const intendWrite = async (
  tx: StoreTransaction,
  { caseId, cause, record }: { readonly caseId: CaseId; readonly cause: WriteCause; readonly record: CaseSystemRecord },
): Promise<{ write: OutwardWrite; created: boolean }> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(caseId);
  const inserted = await tx.db
    .insertInto("outwardWrite")
    .values({
      id,
      caseId,
      decisionId: null,
      closingId: null,
      ...cause,
      kind: record.kind,
      reference: record.reference,
      record: sealJson(cipher, placeOf(id), record),
      state: "intended",
      evidence: [],
      updatedAt: tx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  const write = await findWrite(tx, cause, record.kind);
  if (write === undefined) throw new Fault("InvariantBroken", "The intended write was not stored.", { caseId });
  return { write, created: inserted !== undefined };
};

/**
 * Moves a write on, adding evidence.
 *
 * @throws Fault `InvariantBroken` where the state cannot be reached from where the write stands.
 */
export const markWrite = async (
  tx: StoreTransaction,
  writeId: string,
  {
    state,
    evidence = [],
  }: { readonly state: Exclude<WriteState, "intended">; readonly evidence?: readonly EvidenceId[] },
): Promise<void> => {
  const row = await tx.db
    .selectFrom("outwardWrite")
    .select(["state", "evidence"])
    .where("id", "=", writeId)
    .forUpdate()
    .executeTakeFirst();
  const from: readonly WriteState[] = reachableFrom[state];
  if (row === undefined || !from.includes(row.state))
    throw new Fault("InvariantBroken", "The write cannot go to that state from where it stands.", {
      writeId,
      from: row?.state ?? "missing",
      to: state,
    });
  await tx.db
    .updateTable("outwardWrite")
    .set({ state, evidence: [...row.evidence, ...evidence], updatedAt: tx.at })
    .where("id", "=", writeId)
    .execute();
};

/** The write of one kind that follows from a cause, or undefined where none is intended. */
export const findWrite = async (
  tx: StoreTransaction,
  cause: WriteCause,
  kind: WriteKind,
): Promise<OutwardWrite | undefined> => {
  const ofKind = tx.db.selectFrom("outwardWrite").selectAll().where("kind", "=", kind);
  const row = await (
    "decisionId" in cause
      ? ofKind.where("decisionId", "=", cause.decisionId)
      : ofKind.where("closingId", "=", cause.closingId)
  ).executeTakeFirst();
  return row === undefined ? undefined : opened(tx, row);
};

/** Which of some references are those of our own writes, of whatever case. */
export const ownReferences = async (tx: StoreTransaction, references: readonly string[]): Promise<Set<string>> => {
  if (references.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom("outwardWrite")
    .select("reference")
    .where("reference", "in", references)
    .execute();
  return new Set(rows.map(({ reference }) => reference));
};

/** Every write of a case. */
export const listWrites = async (tx: StoreTransaction, caseId: CaseId): Promise<OutwardWrite[]> => {
  const rows = await tx.db
    .selectFrom("outwardWrite")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("updatedAt")
    .orderBy("kind")
    .execute();
  const writes: OutwardWrite[] = [];
  for (const row of rows) writes.push(await opened(tx, row));
  return writes;
};

const opened = async (tx: StoreTransaction, { record, ...row }: Schema["outwardWrite"]): Promise<OutwardWrite> => {
  const cipher = await tx.cipherFor(row.caseId);
  return { ...row, record: openJson({ cipher, place: placeOf(row.id), schema: caseSystemRecordSchema }, record) };
};

const placeOf = (id: string): string => `outward_write.record:${id}`;
