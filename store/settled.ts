import { randomUUID } from "node:crypto";
import type { Reason } from "../contracts/codes/reasons.js";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openText, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A question that a person has taken a stand on. */
export type NewSettled = {
  readonly caseId: CaseId;
  readonly reason: Reason;
  readonly factId?: string;
  readonly note: string;
  /** Staff id. */
  readonly by: string;
};

/** A stored stand. */
export type SettledQuestion = Omit<Schema["settled"], "note"> & { readonly note: string };

/** Stores that a question is settled. Returns false where it already was; the first note stands. */
export const settleQuestion = async (tx: StoreTransaction, settled: NewSettled): Promise<boolean> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(settled.caseId);
  const inserted = await tx.db
    .insertInto("settled")
    .values({
      id,
      caseId: settled.caseId,
      reason: settled.reason,
      factId: settled.factId ?? null,
      note: sealText(cipher, `settled.note:${id}`, settled.note),
      madeBy: settled.by,
      madeAt: tx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
};

/** The settled questions of a case, oldest first. */
export const listSettled = async (tx: StoreTransaction, caseId: CaseId): Promise<SettledQuestion[]> => {
  const cipher = await tx.cipherFor(caseId);
  const rows = await tx.db
    .selectFrom("settled")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("madeAt")
    .orderBy("id")
    .execute();
  return rows.map(({ note, ...row }) => ({ ...row, note: openText(cipher, `settled.note:${row.id}`, note) }));
};
