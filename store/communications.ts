import { randomUUID } from "node:crypto";
import { z } from "zod";
import { addDays, type LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openJson, openText, sealJson, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** What the applicant is sent: a text to comment on (FL 25 §), or points that are missing (FL 23 §). */
export const communicationContentSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ items: z.array(z.string()).min(1) }),
]);
export type CommunicationContent = z.output<typeof communicationContentSchema>;

/** Something to be sent to the applicant before the decision. */
export type NewCommunication = {
  readonly caseId: CaseId;
  readonly kind: Schema["communication"]["kind"];
  readonly content: CommunicationContent;
  readonly answerBy: LocalDate;
  /** The day that `answerBy` was chosen; where it is told, what is sent later gets the days between. */
  readonly preparedOn?: LocalDate;
  /** The day a reminder goes out where no answer has come. */
  readonly remindOn?: LocalDate;
};

/** A stored communication. */
export type Communication = Omit<Schema["communication"], "content" | "answer"> & {
  readonly content: CommunicationContent;
  readonly answer?: string;
};

/** What the applicant answered, also by word of mouth (14 kap. 8 § SoL). */
export type Answer = {
  readonly text: string;
  readonly orally: boolean;
  readonly answeredOn: LocalDate;
  /** That every adult of the case has answered with it. */
  readonly byAll?: boolean;
};

/** Stores what a person wants sent. `by` is the staff id. */
export const addCommunication = async (
  tx: StoreTransaction,
  { by, ...communication }: NewCommunication & { readonly by: string },
): Promise<string> => {
  const id = randomUUID();
  await insert(tx, { ...communication, id, preparedBy: by, cause: null });
  return id;
};

/** Stores what the process itself asks for. Once for each cause: undefined where it has already asked. */
export const askOnce = async (
  tx: StoreTransaction,
  { cause, ...communication }: NewCommunication & { readonly cause: string },
): Promise<string | undefined> => {
  const id = randomUUID();
  return (await insert(tx, { ...communication, id, preparedBy: null, cause })) ? id : undefined;
};

const insert = async (
  tx: StoreTransaction,
  communication: NewCommunication & Pick<Schema["communication"], "id" | "preparedBy" | "cause">,
): Promise<boolean> => {
  const { id, caseId, kind, content, answerBy, preparedOn, remindOn, preparedBy, cause } = communication;
  const latest = await tx.db
    .selectFrom("assessment")
    .select("sequence")
    .where("caseId", "=", caseId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const inserted = await tx.db
    .insertInto("communication")
    .values({
      id,
      caseId,
      kind,
      content: sealJson(await tx.cipherFor(caseId), `communication.content:${id}`, content),
      answerBy,
      answerByTold: null,
      preparedBy,
      preparedAt: tx.at,
      preparedOn: preparedOn ?? null,
      sentAt: null,
      sentOn: null,
      remindOn: remindOn ?? null,
      remindedAt: null,
      answeredAt: null,
      answeredOn: null,
      orally: null,
      answer: null,
      answeredByAll: null,
      sequence: latest?.sequence ?? null,
      silenceAt: null,
      cause,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
};

/** Marks a communication as sent, once. Returns false where it already was. */
export const markCommunicationSent = async (
  tx: StoreTransaction,
  communicationId: string,
  sentOn: LocalDate,
): Promise<boolean> => {
  const result = await tx.db
    .updateTable("communication")
    .set({ sentAt: tx.at, sentOn })
    .where("id", "=", communicationId)
    .where("sentAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Moves the last day to answer, and the reminder, on by so many days. Returns the new last day. */
export const moveAnswerBy = async (
  tx: StoreTransaction,
  { communication, days }: { readonly communication: Communication; readonly days: number },
): Promise<LocalDate> => {
  const { id, answerBy, remindOn } = communication;
  const moved = addDays(answerBy, days);
  await tx.db
    .updateTable("communication")
    .set({ answerBy: moved, remindOn: remindOn === null ? null : addDays(remindOn, days) })
    .where("id", "=", id)
    .execute();
  return moved;
};

/** Marks that the reminder has gone out, once. Returns false where it already had, or an answer has come. */
export const markReminded = async (tx: StoreTransaction, communicationId: string): Promise<boolean> => {
  const result = await tx.db
    .updateTable("communication")
    .set({ remindedAt: tx.at })
    .where("id", "=", communicationId)
    .where("remindedAt", "is", null)
    .where("answeredAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Notes that no answer came in time, once. Returns false where it is noted, or an answer has come. */
export const noteSilence = async (tx: StoreTransaction, communicationId: string): Promise<boolean> => {
  const result = await tx.db
    .updateTable("communication")
    .set({ silenceAt: tx.at })
    .where("id", "=", communicationId)
    .where("silenceAt", "is", null)
    .where("answeredAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** Stores the applicant's answer. The first stands: returns false where there is one. */
export const answerCommunication = async (
  tx: StoreTransaction,
  { caseId, communicationId }: { readonly caseId: CaseId; readonly communicationId: string },
  { text, orally, answeredOn, byAll = false }: Answer,
): Promise<boolean> => {
  const cipher = await tx.cipherFor(caseId);
  const result = await tx.db
    .updateTable("communication")
    .set({
      answeredAt: tx.at,
      answeredOn,
      orally,
      answeredByAll: byAll,
      answer: sealText(cipher, `communication.answer:${communicationId}`, text),
    })
    .where("id", "=", communicationId)
    .where("caseId", "=", caseId)
    .where("answeredAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
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
    content: openJson(
      { cipher, place: `communication.content:${row.id}`, schema: communicationContentSchema },
      content,
    ),
    ...(answer === null ? {} : { answer: openText(cipher, `communication.answer:${row.id}`, answer) }),
  }));
};
