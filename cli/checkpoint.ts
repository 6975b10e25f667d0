import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { treeHeadSchema, type TreeHead } from "../contracts/audit-event.js";
import { refuse } from "./input-error.js";
import { readableFile } from "./readable-file.js";

const lastLineOf = async (file: string): Promise<string> => {
  let last = "";
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line !== "") last = line;
  return last;
};

/** The closing line of an earlier export: the whole file, or that line kept on its own. */
export const readCheckpoint = async (file: string): Promise<TreeHead> => {
  const line = await lastLineOf(await readableFile(file));
  try {
    return treeHeadSchema.strip().parse(JSON.parse(line));
  } catch {
    throw refuse(file, "no-checkpoint", "Filen slutar inte med ett slutvärde (skalig.checkpoint.v1).");
  }
};
