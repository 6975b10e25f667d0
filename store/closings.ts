import { randomUUID } from "node:crypto";
import type { LocalDate } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import type { ClosingKind, Schema } from "./schema.js";
import { openText, sealText } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A person's wish to end a case without a decision on its merits. */
export type NewClosing = {
  readonly caseId: CaseId;
  readonly kind: ClosingKind;
  readonly explanation: string;
  /** Staff id. */
  readonly by: string;
};

/** A stored closing. Recorded: the case has ended so. */
export type Closing = Omit<Schema["closing"], "explanation"> & { readonly explanation: string };

/** Stores the wish. */
export const addClosing = async (tx: StoreTransaction, closing: NewClosing): Promise<string> => {
  const id = randomUUID();
  const { caseId, kind, explanation, by } = closing;
  await tx.db
    .insertInto("closing")
    .values({
      id,
      caseId,
      kind,
      explanation: sealText(await tx.cipherFor(caseId), placeOf(id), explanation),
      endedBy: by,
      askedAt: tx.at,
      recordedAt: null,
      endedOn: null,
    })
    .execute();
  return id;
};

/** Records that the case has ended so. The caller holds the case and has seen that nothing is decided. */
export const recordClosing = async (tx: StoreTransaction, closingId: string, endedOn: LocalDate): Promise<void> => {
  await tx.db.updateTable("closing").set({ recordedAt: tx.at, endedOn }).where("id", "=", closingId).execute();
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

const opened = async (tx: StoreTransaction, { explanation, ...row }: Schema["closing"]): Promise<Closing> => ({
  ...row,
  explanation: openText(await tx.cipherFor(row.caseId), placeOf(row.id), explanation),
});

const placeOf = (id: string): string => `closing.explanation:${id}`;
