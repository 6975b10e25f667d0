import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** The parts of the data folder. It holds personal data: only the owner may read it. */
export type DataFolder = {
  readonly path: string;
  readonly database: string;
  readonly temporal: string;
  readonly locks: string;
};

/** Makes the data folder with mode 0700 and sees to it that new files are the owner's alone. */
export const prepareDataFolder = (path: string): DataFolder => {
  // The embedded database creates its files 0666: only the umask keeps others out.
  process.umask(0o077);
  const folder = {
    path,
    database: join(path, "database"),
    temporal: join(path, "temporal"),
    locks: join(path, "locks"),
  };
  for (const part of [path, folder.temporal, folder.locks]) mkdirSync(part, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return folder;
};
