import { AsyncLocalStorage } from "node:async_hooks";
import { sql, type Kysely, type Transaction } from "kysely";
import { Fault } from "../contracts/faults.js";
import type { Clock } from "../platform/clock.js";
import type { Keys } from "../platform/keys.js";
import { openDatabase, type DatabaseLocation } from "./database.js";
import { checkMasterKey } from "./master-key-check.js";
import { migrate } from "./migrations.js";
import type { Schema } from "./schema.js";
import { cipherSource, type StoreTransaction } from "./transaction.js";

/** The store. Everything is done inside one of its two kinds of transaction. */
export type Store = {
  /**
   * Runs `work` in a transaction that is written whole or not at all. A change that is not logged in the same
   * transaction is refused by the database when it ends.
   */
  readonly transaction: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /** Runs `work` on one unchanging view of the data. Writing in it is refused. */
  readonly read: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** What a store is built from. */
export type StoreOptions = { readonly location: DatabaseLocation; readonly keys: Keys; readonly clock: Clock };

/**
 * Opens the store, brings the schema up to date and proves that the master key fits.
 *
 * @throws MissingPart where the content was sealed under another master key.
 */
export const openStore = async ({ location, keys, clock }: StoreOptions): Promise<Store> => {
  const { db, close } = await openDatabase(location);
  const inside = new AsyncLocalStorage<true>();

  const run = <T>(begin: Begin, work: (tx: StoreTransaction) => Promise<T>): Promise<T> => {
    // On the embedded database, with its single connection, a transaction inside another would wait for itself for ever.
    if (inside.getStore() === true)
      throw new Fault("InvariantBroken", "A transaction was opened inside another; pass the open one on instead.");
    return inside.run(true, () =>
      begin(db).execute((trx) => work({ db: trx, at: clock.now(), keys, ...cipherSource(trx, keys) })),
    );
  };

  try {
    await db.connection().execute(async (connection) => {
      // Processes that start together take turns: the second finds everything done. Given back when the connection ends.
      await sql`SELECT pg_advisory_lock(${openingLock})`.execute(connection);
      try {
        await migrate(connection);
        await checkMasterKey(connection, keys);
      } finally {
        await sql`SELECT pg_advisory_unlock(${openingLock})`.execute(connection);
      }
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { transaction: (work) => run(readWrite, work), read: (work) => run(readOnly, work), close };
};

/** Any number, the same for all. */
const openingLock = 7_403_211;

type Begin = (db: Kysely<Schema>) => { execute: <T>(work: (trx: Transaction<Schema>) => Promise<T>) => Promise<T> };
const readWrite: Begin = (db) => db.transaction();
const readOnly: Begin = (db) => db.transaction().setAccessMode("read only").setIsolationLevel("repeatable read");
