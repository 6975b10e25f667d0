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

/**
 * Stores the intention to write, before anything is sent. One for each decision and kind: a new attempt gets the first
 * one back with its state, and `created` false.
 */
export const intendWrite = async (
  tx: StoreTransaction,
  {
    caseId,
    decisionId,
    record,
  }: { readonly caseId: CaseId; readonly decisionId: string; readonly record: CaseSystemRecord },
): Promise<{ write: OutwardWrite; created: boolean }> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(caseId);
  const inserted = await tx.db
    .insertInto("outwardWrite")
    .values({
      id,
      caseId,
      decisionId,
      kind: record.kind,
      reference: record.reference,
      record: sealJson(cipher, placeOf(id), record),
      state: "intended",
      evidence: [],
      updatedAt: tx.at,
    })
    .onConflict((conflict) => conflict.columns(["decisionId", "kind"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  const write = await findWrite(tx, { decisionId, kind: record.kind });
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

/** The write of one kind for a decision, or undefined where none is intended. */
export const findWrite = async (
  tx: StoreTransaction,
  { decisionId, kind }: { readonly decisionId: string; readonly kind: WriteKind },
): Promise<OutwardWrite | undefined> => {
  const row = await tx.db
    .selectFrom("outwardWrite")
    .selectAll()
    .where("decisionId", "=", decisionId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return row === undefined ? undefined : opened(tx, row);
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
