import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { CaseId, EvidenceId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openJson, openText, sealJson, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A fact that a person corrects, with why and on what. */
export type NewCorrection = {
  readonly caseId: CaseId;
  /** The line or part of the case, such as `incomes.i1`. */
  readonly target: string;
  /** The field, such as `netOre`. */
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
  readonly evidenceId?: EvidenceId;
  /** Staff id. */
  readonly by: string;
};

/** A stored correction. */
export type Correction = Omit<Schema["correction"], "value" | "reason"> & {
  readonly value: unknown;
  readonly reason: string;
};

/** Stores a correction. An earlier one of the same field is withdrawn; both stay to be read. */
export const addCorrection = async (tx: StoreTransaction, correction: NewCorrection): Promise<string> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(correction.caseId);
  await tx.db
    .updateTable("correction")
    .set({ withdrawnAt: tx.at, withdrawnBy: correction.by })
    .where("caseId", "=", correction.caseId)
    .where("target", "=", correction.target)
    .where("field", "=", correction.field)
    .where("withdrawnAt", "is", null)
    .execute();
  await tx.db
    .insertInto("correction")
    .values({
      id,
      caseId: correction.caseId,
      target: correction.target,
      field: correction.field,
      value: sealJson(cipher, `correction.value:${id}`, correction.value),
      reason: sealText(cipher, `correction.reason:${id}`, correction.reason),
      evidenceId: correction.evidenceId ?? null,
      madeBy: correction.by,
      madeAt: tx.at,
      withdrawnAt: null,
      withdrawnBy: null,
    })
    .execute();
  return id;
};

/** Withdraws a correction. Returns false where it was not in force. */
export const withdrawCorrection = async (
  tx: StoreTransaction,
  { caseId, correctionId, by }: { readonly caseId: CaseId; readonly correctionId: string; readonly by: string },
): Promise<boolean> => {
  const result = await tx.db
    .updateTable("correction")
    .set({ withdrawnAt: tx.at, withdrawnBy: by })
    .where("id", "=", correctionId)
    .where("caseId", "=", caseId)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** The corrections of a case, oldest first. With `all`, the withdrawn ones too. */
export const listCorrections = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { all = false }: { readonly all?: boolean } = {},
): Promise<Correction[]> => {
  const cipher = await tx.cipherFor(caseId);
  let query = tx.db.selectFrom("correction").selectAll().where("caseId", "=", caseId);
  if (!all) query = query.where("withdrawnAt", "is", null);
  const rows = await query.orderBy("madeAt").orderBy("id").execute();
  return rows.map(({ value, reason, ...row }) => ({
    ...row,
    value: openJson({ cipher, place: `correction.value:${row.id}`, schema: z.unknown() }, value),
    reason: openText(cipher, `correction.reason:${row.id}`, reason),
  }));
};
