import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openJson, openText, sealJson, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** What the applicant is given to comment on before the decision (FL 25 §). */
export type NewCommunication = {
  readonly caseId: CaseId;
  readonly content: unknown;
  readonly answerBy: LocalDate;
  /** Staff id. */
  readonly by: string;
};

/** A stored communication. */
export type Communication = Omit<Schema["communication"], "content" | "answer"> & {
  readonly content: unknown;
  readonly answer?: string;
};

/** Stores what is to be sent for comments. */
export const addCommunication = async (tx: StoreTransaction, communication: NewCommunication): Promise<string> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(communication.caseId);
  await tx.db
    .insertInto("communication")
    .values({
      id,
      caseId: communication.caseId,
      content: sealJson(cipher, `communication.content:${id}`, communication.content),
      answerBy: communication.answerBy,
      preparedBy: communication.by,
      preparedAt: tx.at,
      sentAt: null,
      answeredAt: null,
      answer: null,
    })
    .execute();
  return id;
};

/** Marks a communication as sent, once. Returns false where it already was. */
export const markCommunicationSent = async (tx: StoreTransaction, communicationId: string): Promise<boolean> => {
  const result = await tx.db
    .updateTable("communication")
    .set({ sentAt: tx.at })
    .where("id", "=", communicationId)
    .where("sentAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Stores the applicant's comments, also those given by word of mouth. */
export const answerCommunication = async (
  tx: StoreTransaction,
  {
    caseId,
    communicationId,
    answer,
  }: { readonly caseId: CaseId; readonly communicationId: string; readonly answer: string },
): Promise<void> => {
  const cipher = await tx.cipherFor(caseId);
  await tx.db
    .updateTable("communication")
    .set({ answeredAt: tx.at, answer: sealText(cipher, `communication.answer:${communicationId}`, answer) })
    .where("id", "=", communicationId)
    .where("caseId", "=", caseId)
    .execute();
};

/** The communications of a case, oldest first. */
export const listCommunications = async (tx: StoreTransaction, caseId: CaseId): Promise<Communication[]> => {
  const cipher = await tx.cipherFor(caseId);
  const rows = await tx.db
    .selectFrom("communication")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("preparedAt")
    .orderBy("id")
    .execute();
  return rows.map(({ content, answer, ...row }) => ({
    ...row,
    content: openJson({ cipher, place: `communication.content:${row.id}`, schema: z.unknown() }, content),
    ...(answer === null ? {} : { answer: openText(cipher, `communication.answer:${row.id}`, answer) }),
  }));
};
