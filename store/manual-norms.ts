import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { manualNormSchema } from "../contracts/case-circumstances.js";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A norm that a caseworker has entered by hand, with where it is read. */
export type ManualNorm = z.output<typeof manualNormSchema>;

/** A stored one, with who entered it. */
export type EnteredNorm = Omit<Schema["manualNorm"], "content"> & { readonly norm: ManualNorm };

/** Stores a norm. It takes the place of an earlier one, which stays to be read. */
export const addManualNorm = async (
  tx: StoreTransaction,
  { caseId, norm, by }: { readonly caseId: CaseId; readonly norm: ManualNorm; readonly by: string },
): Promise<string> => {
  const id = randomUUID();
  await tx.db
    .insertInto("manualNorm")
    .values({
      id,
      caseId,
      content: sealJson(await tx.cipherFor(caseId), placeOf(id), norm),
      madeBy: by,
      madeAt: tx.at,
    })
    .execute();
  return id;
};

/** The norm that holds where one was entered by hand, or undefined. */
export const findManualNorm = async (tx: StoreTransaction, caseId: CaseId): Promise<EnteredNorm | undefined> => {
  const row = await tx.db
    .selectFrom("manualNorm")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { content, ...entered } = row;
  const cipher = await tx.cipherFor(caseId);
  return { ...entered, norm: openJson({ cipher, place: placeOf(row.id), schema: manualNormSchema }, content) };
};

const placeOf = (id: string): string => `manual_norm.content:${id}`;
