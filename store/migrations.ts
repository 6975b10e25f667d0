import { readdirSync, readFileSync } from "node:fs";
import { sql, Migrator, type Kysely, type Migration } from "kysely";
import { Fault } from "../contracts/faults.js";
import { sha256Hex } from "../platform/canonical.js";
import type { Schema } from "./schema.js";

const folder = new URL("./migrations/", import.meta.url);

type MigrationFile = { readonly name: string; readonly text: string; readonly checksum: string };

/** Every migration in its order, with its content and the checksum of that. */
export const migrationFiles = (): MigrationFile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      return { name: file.slice(0, -".sql".length), text, checksum: sha256Hex(text) };
    });

/**
 * Brings the database to the newest migration. Files are numbered and never edited: one that was run and has changed
 * since stops the start.
 *
 * @throws Fault `InvariantBroken` where a migration was edited, is missing, or fails.
 */
export const migrate = async (db: Kysely<Schema>): Promise<void> => {
  const files = migrationFiles();
  await sql`CREATE TABLE IF NOT EXISTS migration_checksum (name text PRIMARY KEY, checksum text NOT NULL)`.execute(db);
  await refuseEdited(db, files);
  const migrations = Object.fromEntries(files.map((file) => [file.name, asMigration(file)]));
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Fault(
      "InvariantBroken",
      `The database could not be migrated: ${error instanceof Error ? error.message : "unknown error"}`,
    );
};

const asMigration = ({ name, text, checksum }: MigrationFile): Migration => ({
  up: async (db) => {
    await sql.raw(text).execute(db);
    await sql`INSERT INTO migration_checksum (name, checksum) VALUES (${name}, ${checksum})`.execute(db);
  },
});

const refuseEdited = async (db: Kysely<Schema>, files: readonly MigrationFile[]): Promise<void> => {
  const { rows } = await sql<{ name: string; checksum: string }>`SELECT name, checksum FROM migration_checksum`.execute(
    db,
  );
  for (const { name, checksum } of rows)
    if (files.find((file) => file.name === name)?.checksum !== checksum)
      throw new Fault("InvariantBroken", "A migration that has been run was edited or is missing.", {
        migration: name,
      });
};
