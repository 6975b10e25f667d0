import { randomUUID } from "node:crypto";
import type { LocalDate } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import { openText, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** What a case is written off on: the day it was withdrawn, or the decision made elsewhere that tried this application. */
export type ClosingGround =
  | { readonly kind: "withdrawn"; readonly on: LocalDate }
  | {
      readonly kind: "decided-elsewhere";
      readonly on: LocalDate;
      readonly reference: string;
      readonly triedThere: true;
    };

/** A person's wish to write a case off: to end it without a decision on its merits. */
export type NewClosing = ClosingGround & {
  readonly caseId: CaseId;
  readonly explanation: string;
  /** That the person has declared that they have no conflict of interest. */
  readonly conflictDeclared: boolean;
  /** Staff id. */
  readonly by: string;
};

/** A stored closing. Recorded: the case has ended so. */
export type Closing = Omit<Schema["closing"], "explanation" | "reference"> & {
  readonly explanation: string;
  readonly reference: string | null;
};

/** Stores the wish. */
export const addClosing = async (tx: StoreTransaction, closing: NewClosing): Promise<string> => {
  const id = randomUUID();
  const { caseId, kind, explanation, conflictDeclared, by } = closing;
  const cipher = await tx.cipherFor(caseId);
  const elsewhere = closing.kind === "decided-elsewhere" ? closing : undefined;
  await tx.db
    .insertInto("closing")
    .values({
      id,
      caseId,
      kind,
      explanation: sealText(cipher, placeOf(id), explanation),
      conflictDeclared,
      happenedOn: closing.on,
      reference: elsewhere === undefined ? null : sealText(cipher, referenceOf(id), elsewhere.reference),
      triedThere: elsewhere === undefined ? null : elsewhere.triedThere,
      delegationItem: null,
      endedBy: by,
      askedAt: tx.at,
      recordedAt: null,
      endedOn: null,
    })
    .execute();
  return id;
};

/** Records that the case has ended so, and under which item. The caller holds the case and has seen that nothing is decided. */
export const recordClosing = async (
  tx: StoreTransaction,
  closingId: string,
  decided: { readonly endedOn: LocalDate; readonly delegationItem: string },
): Promise<void> => {
  await tx.db
    .updateTable("closing")
    .set({ recordedAt: tx.at, ...decided })
    .where("id", "=", closingId)
    .execute();
};

/** One closing. @throws Fault `InvariantBroken` where there is none. */
export const getClosing = async (tx: StoreTransaction, closingId: string): Promise<Closing> => {
  const row = await tx.db.selectFrom("closing").selectAll().where("id", "=", closingId).executeTakeFirst();
  if (row === undefined) throw new Fault("InvariantBroken", "There is no such closing.", { closingId });
  return opened(tx, row);
};

/** How the case ended without a decision, or undefined where it has not. */
export const findClosing = async (tx: StoreTransaction, caseId: CaseId): Promise<Closing | undefined> => {
  const row = await tx.db
    .selectFrom("closing")
    .selectAll()
    .where("caseId", "=", caseId)
    .where("recordedAt", "is not", null)
    .executeTakeFirst();
  return row === undefined ? undefined : opened(tx, row);
};

const opened = async (
  tx: StoreTransaction,
  { explanation, reference, ...row }: Schema["closing"],
): Promise<Closing> => {
  const cipher = await tx.cipherFor(row.caseId);
  return {
    ...row,
    explanation: openText(cipher, placeOf(row.id), explanation),
    reference: reference === null ? null : openText(cipher, referenceOf(row.id), reference),
  };
};

const placeOf = (id: string): string => `closing.explanation:${id}`;
const referenceOf = (id: string): string => `closing.reference:${id}`;
