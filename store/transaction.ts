import { randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import { Fault } from "../contracts/faults.js";
import type { Instant } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { aesGcmCipher, type Cipher } from "../platform/cipher.js";
import type { Keys } from "../platform/keys.js";
import type { Schema } from "./schema.js";

/** Whose key seals a piece of content: a case's own, or the system's for what belongs to no case. */
export type KeyOwner = CaseId | "system";

/** What every function of the store takes first. Inside a transaction nothing but this may reach the database. */
export type StoreTransaction = {
  readonly db: Transaction<Schema>;
  /** The moment of the transaction: one for all its rows and events. */
  readonly at: Instant;
  readonly keys: Keys;
  /** @throws Fault `InvariantBroken` where the case's key has been destroyed. */
  readonly cipherFor: (owner: KeyOwner) => Promise<Cipher>;
  /** Undefined where the case's key has been destroyed and its content with it. */
  readonly findCipher: (owner: KeyOwner) => Promise<Cipher | undefined>;
};

/** Finds the ciphers of cases; each key is unwrapped once in a transaction. */
export const cipherSource = (
  db: Transaction<Schema>,
  keys: Keys,
): Pick<StoreTransaction, "cipherFor" | "findCipher"> => {
  const opened = new Map<CaseId, Cipher>();
  const findCipher = async (owner: KeyOwner): Promise<Cipher | undefined> => {
    if (owner === "system") return keys.system;
    const known = opened.get(owner);
    if (known !== undefined) return known;
    const row = await db.selectFrom("caseKey").select("wrapped").where("caseId", "=", owner).executeTakeFirst();
    if (row === undefined) throw new Fault("InvariantBroken", "The case has no data key.", { caseId: owner });
    if (row.wrapped === null) return undefined;
    const cipher = aesGcmCipher(keys.wrapping.open(row.wrapped, `case_key:${owner}`));
    opened.set(owner, cipher);
    return cipher;
  };
  const cipherFor = async (owner: KeyOwner): Promise<Cipher> => {
    const cipher = await findCipher(owner);
    if (cipher !== undefined) return cipher;
    throw new Fault("InvariantBroken", "The case's data key is destroyed: its content is erased.", { caseId: owner });
  };
  return { cipherFor, findCipher };
};

/** Gives a new case its own random data key. */
export const createCaseKey = async ({ db, keys }: StoreTransaction, caseId: CaseId): Promise<void> => {
  const wrapped = keys.wrapping.seal(randomBytes(32), `case_key:${caseId}`);
  await db.insertInto("caseKey").values({ caseId: caseId, masterKeyId: keys.id, wrapped, destroyedAt: null }).execute();
};

/**
 * Destroys the data key of a case, and with it every sealed value of the case (gallring). The log's events stay and
 * keep verifying. Cannot be undone. The caller appends `case.erased`.
 */
export const destroyCaseKey = async ({ db, at }: StoreTransaction, caseId: CaseId): Promise<void> => {
  await db.updateTable("caseKey").set({ wrapped: null, destroyedAt: at }).where("caseId", "=", caseId).execute();
};
