import { randomUUID } from "node:crypto";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openText, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** That somebody took a case, put it back or handed it over, with a line about where it stands. */
export type Handover = Omit<Schema["handover"], "note"> & { readonly note?: string };

/** Stores one. Without `to`, the case is put back. */
export const addHandover = async (
  tx: StoreTransaction,
  handover: { readonly caseId: CaseId; readonly by: string; readonly to?: string; readonly note?: string },
): Promise<string> => {
  const id = randomUUID();
  const { caseId, by, to, note } = handover;
  await tx.db
    .insertInto("handover")
    .values({
      id,
      caseId,
      madeBy: by,
      handedTo: to ?? null,
      note: note === undefined ? null : sealText(await tx.cipherFor(caseId), placeOf(id), note),
      madeAt: tx.at,
    })
    .execute();
  return id;
};

/** Who has had a case, oldest first. */
export const listHandovers = async (tx: StoreTransaction, caseId: CaseId): Promise<Handover[]> => {
  const cipher = await tx.cipherFor(caseId);
  const rows = await tx.db
    .selectFrom("handover")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("madeAt")
    .orderBy("id")
    .execute();
  return rows.map(({ note, ...row }) => ({
    ...row,
    ...(note === null ? {} : { note: openText(cipher, placeOf(row.id), note) }),
  }));
};

const placeOf = (id: string): string => `handover.note:${id}`;
