import { randomUUID } from "node:crypto";
import pg from "pg";
import type { DatabaseLocation } from "../database.js";
import { findPostgres, postgresVersion, startPostgres } from "./postgres-server.js";
import { preparedDump } from "./prepared-dump.js";

/** An empty database for one test file. */
export type TestDatabase = { readonly location: DatabaseLocation; readonly stop: () => Promise<void> };

/** A kind of database the tests run on, named with its version. */
export type DatabaseKind = { readonly name: string; readonly start: () => Promise<TestDatabase> };

const embedded: DatabaseKind = {
  name: "the embedded PGlite",
  start: async () => ({
    location: { kind: "embedded", prepared: await preparedDump() },
    stop: () => Promise.resolve(),
  }),
};

/** A database of its own on a server that somebody else runs. */
const onServer = (serverUrl: string): DatabaseKind => ({
  name: "PostgreSQL at TEST_DATABASE_URL",
  start: async () => {
    const name = `skalig_test_${randomUUID().replaceAll("-", "")}`;
    await execute(serverUrl, `CREATE DATABASE ${name}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return {
      location: { kind: "postgres", url: url.href },
      stop: () => execute(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
    };
  },
});

const onMachine = (folder: string): DatabaseKind => ({
  name: postgresVersion(folder),
  start: async () => {
    const { url, stop } = await startPostgres(folder);
    return { location: { kind: "postgres", url }, stop };
  },
});

const realPostgres = (): DatabaseKind => {
  const url = process.env["TEST_DATABASE_URL"];
  if (url !== undefined && url !== "") return onServer(url);
  const folder = findPostgres();
  if (folder !== undefined) return onMachine(folder);
  throw new Error(
    "These tests need a real PostgreSQL 15 or newer: install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL.",
  );
};

const execute = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Every database test runs on both: the embedded database, and a real PostgreSQL. */
export const databaseKinds: readonly DatabaseKind[] = [embedded, realPostgres()];
