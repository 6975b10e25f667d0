import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { sha256Hex } from "./canonical.js";
import { processStart } from "./process-identity.js";

/** Somebody else uses the data folder. */
export class DataFolderLocked extends Error {
  override readonly name = "DataFolderLocked";
}

/** A held lock. */
export type Lock = { readonly release: () => void };

type Holder = { readonly file: string; readonly host: string; readonly pid: number; readonly start: string };

const namePattern = /^(?<host>[0-9a-f]{12})-(?<pid>\d+)-(?<start>\w+)\.lock$/;
const thisHost = sha256Hex(hostname()).slice(0, 12);

/**
 * Takes the lock of a folder, or throws at once. Each process makes a file with its own name (machine, process id and
 * start), exclusively, and then looks for others: of two that come at the same time at least one sees the other, and who
 * sees a living other gives up. Files of processes that are gone are removed; a lock never grows old, however long it
 * is held.
 *
 * @throws DataFolderLocked where a living process, or one on another machine, holds it.
 */
export const takeLock = (folder: string): Lock => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = `${thisHost}-${String(process.pid)}-${processStart(process.pid) ?? "unknown"}.lock`;
  createExclusively(join(folder, mine));
  const release = (): void => {
    rmSync(join(folder, mine), { force: true });
  };
  for (const holder of holdersIn(folder)) {
    if (holder.file === mine) continue;
    if (holder.host === thisHost && processStart(holder.pid) !== holder.start) {
      rmSync(join(folder, holder.file), { force: true });
      continue;
    }
    release();
    throw new DataFolderLocked(
      holder.host === thisHost
        ? `Datamappen används redan av process ${String(holder.pid)}. Stoppa den först.`
        : `Datamappen används från en annan dator. Stoppa programmet där, eller ta bort ${join(folder, holder.file)} om den datorn inte finns längre.`,
    );
  }
  return { release };
};

const createExclusively = (path: string): void => {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new DataFolderLocked("Datamappen används redan av den här processen.");
    throw error;
  }
};

const holdersIn = (folder: string): Holder[] =>
  readdirSync(folder).flatMap((file) => {
    const groups = namePattern.exec(file)?.groups;
    if (groups === undefined) return [];
    const { host = "", pid = "", start = "" } = groups;
    return [{ file, host, pid: Number(pid), start }];
  });
