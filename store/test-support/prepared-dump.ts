import { PGlite } from "@electric-sql/pglite";
import { mkdirSync, mkdtempSync, openAsBlob, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256Hex } from "../../platform/canonical.js";
import { openDatabase } from "../database.js";
import { migrate, migrationFiles } from "../migrations.js";

const packageFile = new URL("../../node_modules/@electric-sql/pglite/package.json", import.meta.url);
const cache = new URL("../../.cache/test/", import.meta.url);

/**
 * A migrated database without a row, as the embedded server and these migrations make it: loading it is several times
 * faster than making one. Kept by the server's version and the migrations' content.
 */
export const preparedDump = async (): Promise<Blob> => {
  const migrations = sha256Hex(
    migrationFiles()
      .map(({ checksum }) => checksum)
      .join(),
  ).slice(0, 16);
  const file = fileURLToPath(
    new URL(`pglite-${versionOf(readFileSync(packageFile, "utf8"))}-${migrations}.tar`, cache),
  );
  try {
    return await openAsBlob(file);
  } catch {
    const dump = await makeDump();
    mkdirSync(cache, { recursive: true });
    // Renamed into place whole: several test files may make it at the same time.
    const part = `${file}.${String(process.pid)}`;
    writeFileSync(part, Buffer.from(await dump.arrayBuffer()));
    renameSync(part, file);
    return dump;
  }
};

const makeDump = async (): Promise<Blob> => {
  const folder = mkdtempSync(join(tmpdir(), "skalig-dump-"));
  try {
    const { db, close } = await openDatabase({ kind: "embedded", folder: join(folder, "data") });
    await db.connection().execute(migrate);
    await close();
    const server = await PGlite.create({ dataDir: join(folder, "data") });
    const dump = await server.dumpDataDir("none");
    await server.close();
    return dump;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const versionOf = (packageJson: string): string => {
  const version = /"version":\s*"([^"]+)"/.exec(packageJson)?.[1];
  if (version === undefined) throw new Error("The embedded database's package has no version.");
  return version;
};
