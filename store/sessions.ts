import { z } from "zod";
import type { Instant } from "../contracts/dates.js";
import { openJson, sealJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** Keeps a sign-in, or prolongs it. The session's id is stored as a keyed hash and its data sealed. */
export const saveSession = async (
  tx: StoreTransaction,
  sid: string,
  { expiresAt, data }: { readonly expiresAt: Instant; readonly data: unknown },
): Promise<void> => {
  const sidKey = tx.keys.lookup("session", sid);
  const sealed = sealJson(tx.keys.system, placeOf(sidKey), data);
  await tx.db
    .insertInto("session")
    .values({ sidKey, expiresAt, data: sealed })
    .onConflict((conflict) => conflict.column("sidKey").doUpdateSet({ expiresAt, data: sealed }))
    .execute();
};

/** The data of a sign-in that has not ended, or undefined. */
export const findSession = async (tx: StoreTransaction, sid: string): Promise<unknown> => {
  const sidKey = tx.keys.lookup("session", sid);
  const row = await tx.db
    .selectFrom("session")
    .select("data")
    .where("sidKey", "=", sidKey)
    .where("expiresAt", ">", tx.at)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : openJson({ cipher: tx.keys.system, place: placeOf(sidKey), schema: z.unknown() }, row.data);
};

/** Ends a sign-in. */
export const deleteSession = async (tx: StoreTransaction, sid: string): Promise<void> => {
  await tx.db.deleteFrom("session").where("sidKey", "=", tx.keys.lookup("session", sid)).execute();
};

/** Removes sign-ins that have ended. */
export const deleteEndedSessions = async (tx: StoreTransaction): Promise<void> => {
  await tx.db.deleteFrom("session").where("expiresAt", "<=", tx.at).execute();
};

const placeOf = (sidKey: string): string => `session.data:${sidKey}`;
