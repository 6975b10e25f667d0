import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { Fault } from "../contracts/faults.js";
import type { Schema } from "./schema.js";

/** Where the data lie: a folder for the embedded database, nothing for one in memory, or the address of a PostgreSQL. */
export type DatabaseLocation =
  | { readonly kind: "embedded"; readonly folder?: string; readonly prepared?: Blob }
  | { readonly kind: "postgres"; readonly url: string; readonly poolSize?: number };

/** An open database. */
export type Database = { readonly db: Kysely<Schema>; readonly close: () => Promise<void> };

/** Opens the database. The embedded one takes no lock of its own: the caller holds the data folder's. */
export const openDatabase = async (location: DatabaseLocation): Promise<Database> => {
  if (location.kind === "postgres") {
    const pool = new pg.Pool({ connectionString: location.url, max: location.poolSize ?? 10, types });
    // A server that goes away breaks idle connections; the pool replaces them, and the next query tells.
    pool.on("error", () => undefined);
    // So does one that is between two questions of a transaction: without a listener that would end the process.
    pool.on("connect", (client) => client.on("error", () => undefined));
    return opened(pool, () => Promise.resolve());
  }
  const pglite = await PGlite.create({
    ...(location.folder === undefined ? {} : { dataDir: location.folder }),
    ...(location.prepared === undefined ? {} : { loadDataDir: location.prepared }),
  });
  return opened(new pg.Pool(Object.assign(createPgConfig(pglite), { max: 1, types })), () => pglite.close());
};

const opened = (pool: pg.Pool, closeServer: () => Promise<void>): Database => {
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    db,
    close: async () => {
      await db.destroy();
      await closeServer();
    },
  };
};

const exactInteger = (text: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new Fault("InvariantBroken", "An integer in the database is too large to be exact.");
};

/** Whole numbers stay numbers, dates stay text, and points in time become UTC with milliseconds. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, exactInteger],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers.get(oid) ?? standardParser(oid, format),
};

// The driver types its parsers as `any`; what they give is checked where it is read.
const standardParser: (oid: number, format?: "text" | "binary") => unknown = pg.types.getTypeParser;
