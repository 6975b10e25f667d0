import { PGlite } from "@electric-sql/pglite";
import { mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packageFile = new URL("../../node_modules/@electric-sql/pglite/package.json", import.meta.url);
const cache = new URL("../../.cache/test/", import.meta.url);

/** An empty database as the embedded server has just made it: loading it is several times faster than making one. */
export const preparedDump = async (): Promise<Blob> => {
  const file = fileURLToPath(new URL(`pglite-${versionOf(readFileSync(packageFile, "utf8"))}.tar`, cache));
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
  const server = await PGlite.create();
  const dump = await server.dumpDataDir("none");
  await server.close();
  return dump;
};

const versionOf = (packageJson: string): string => {
  const version = /"version":\s*"([^"]+)"/.exec(packageJson)?.[1];
  if (version === undefined) throw new Error("The embedded database's package has no version.");
  return version;
};
