import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";

/** An append-only list that survives the process where it has a file. */
export type JsonLines<Entry> = {
  readonly entries: readonly Entry[];
  readonly append: (entry: Entry) => void;
  readonly close: () => void;
};

/**
 * Opens a JSON Lines file, or a list in memory where there is no file. Every append is on disk before it returns.
 * A last line without its newline was never acknowledged and is cut off.
 */
export const openJsonLines = <Entry>(schema: z.ZodType<Entry>, file?: string): JsonLines<Entry> => {
  const entries: Entry[] = [];
  if (file === undefined) return { entries, append: (entry) => void entries.push(entry), close: () => undefined };

  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    const complete = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
    if (complete.length < bytes.length) truncateSync(file, complete.length);
    for (const line of complete.toString("utf8").split("\n"))
      if (line !== "") entries.push(schema.parse(JSON.parse(line)));
  }
  const descriptor = openSync(file, "a", 0o600);
  return {
    entries,
    append: (entry) => {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fsyncSync(descriptor);
      entries.push(entry);
    },
    close: () => {
      closeSync(descriptor);
    },
  };
};
