import { randomUUID } from "node:crypto";
import { Fault } from "../contracts/faults.js";
import type { CaseId, MemberId, Sha256 } from "../contracts/ids.js";
import type { LetterKind } from "../contracts/letter.js";
import { sha256Hex } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** What a letter belongs to: a decision, something that is sent before one, or the decision to write the case off. */
export type LetterAbout =
  { readonly decisionId: string } | { readonly communicationId: string } | { readonly closingId: string };

/** A letter to be stored. */
export type NewLetter = {
  readonly caseId: CaseId;
  readonly about: LetterAbout;
  readonly kind: LetterKind;
  readonly recipient: MemberId;
  readonly bytes: Uint8Array;
};

/** A stored letter without its bytes. */
export type LetterEntry = Omit<Schema["letter"], "bytes" | "replaced">;

const columnsOf = (about: LetterAbout): Pick<Schema["letter"], "decisionId" | "communicationId" | "closingId"> => ({
  decisionId: null,
  communicationId: null,
  closingId: null,
  ...about,
});

/** A letter of one kind to one party about one thing, or undefined where none is stored. */
export const findLetterAbout = (
  tx: StoreTransaction,
  { about, kind, recipient }: Pick<NewLetter, "about" | "kind" | "recipient">,
): Promise<LetterEntry | undefined> =>
  tx.db
    .selectFrom("letter")
    .select(entry)
    .where((where) => {
      if ("decisionId" in about) return where("decisionId", "=", about.decisionId);
      if ("closingId" in about) return where("closingId", "=", about.closingId);
      return where("communicationId", "=", about.communicationId);
    })
    .where("kind", "=", kind)
    .where("recipientMember", "=", recipient)
    .executeTakeFirst();

/** Stores a letter. One for each thing it is about, kind and recipient: a new attempt gets the first one back, `created` false. */
export const saveLetter = async (
  tx: StoreTransaction,
  letter: NewLetter,
): Promise<{ id: string; sha256: Sha256; created: boolean }> => {
  const id = randomUUID();
  const cipher = await tx.cipherFor(letter.caseId);
  const sha256 = sha256Hex(letter.bytes);
  const inserted = await tx.db
    .insertInto("letter")
    .values({
      id,
      caseId: letter.caseId,
      ...columnsOf(letter.about),
      kind: letter.kind,
      recipientMember: letter.recipient,
      bytes: cipher.seal(letter.bytes, placeOf(id)),
      sha256,
      replaced: null,
      replacedSha256: null,
      createdAt: tx.at,
      deliveredAt: null,
      channel: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted !== undefined) return { id, sha256, created: true };
  const existing = await findLetterAbout(tx, letter);
  if (existing === undefined)
    throw new Fault("InvariantBroken", "The letter was not stored.", { caseId: letter.caseId });
  return { id: existing.id, sha256: existing.sha256, created: false };
};

/**
 * Puts a letter that was set again in the place of one that has not been delivered; the one before it is kept. Undefined
 * where it was delivered or replaced meanwhile.
 */
export const replaceLetter = async (
  tx: StoreTransaction,
  { id, caseId, sha256: replacedSha256 }: LetterEntry,
  bytes: Uint8Array,
): Promise<LetterEntry | undefined> => {
  const cipher = await tx.cipherFor(caseId);
  return tx.db
    .updateTable("letter")
    .set((row) => ({
      bytes: cipher.seal(bytes, placeOf(id)),
      sha256: sha256Hex(bytes),
      replaced: row.ref("bytes"),
      replacedSha256,
    }))
    .where("id", "=", id)
    .where("sha256", "=", replacedSha256)
    .where("deliveredAt", "is", null)
    .where("replaced", "is", null)
    .returning(entry)
    .executeTakeFirst();
};

/** Marks a letter as sent, once. Returns false where it already was. */
export const markLetterDelivered = async (
  tx: StoreTransaction,
  letterId: string,
  channel: string,
): Promise<boolean> => {
  const result = await tx.db
    .updateTable("letter")
    .set({ deliveredAt: tx.at, channel })
    .where("id", "=", letterId)
    .where("deliveredAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** The letters of a case, oldest first. */
export const listLetters = (tx: StoreTransaction, caseId: CaseId): Promise<LetterEntry[]> =>
  tx.db.selectFrom("letter").select(entry).where("caseId", "=", caseId).orderBy("createdAt").orderBy("id").execute();

/** One letter without its bytes, or undefined. */
export const findLetter = (tx: StoreTransaction, letterId: string): Promise<LetterEntry | undefined> =>
  tx.db.selectFrom("letter").select(entry).where("id", "=", letterId).executeTakeFirst();

/** The bytes of a letter. @throws Fault `InvariantBroken` where there is no such letter. */
export const openLetter = async (tx: StoreTransaction, letterId: string): Promise<Buffer> => {
  const row = await tx.db
    .selectFrom("letter")
    .select(["caseId", "bytes"])
    .where("id", "=", letterId)
    .executeTakeFirst();
  if (row === undefined) throw new Fault("InvariantBroken", "There is no such letter.", { letterId });
  return (await tx.cipherFor(row.caseId)).open(row.bytes, placeOf(letterId));
};

const placeOf = (id: string): string => `letter.bytes:${id}`;
const entry = [
  "id",
  "caseId",
  "decisionId",
  "communicationId",
  "closingId",
  "kind",
  "recipientMember",
  "sha256",
  "replacedSha256",
  "createdAt",
  "deliveredAt",
  "channel",
] as const;
