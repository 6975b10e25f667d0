import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const addressSchema = z.strictObject({ port: z.int().min(1).max(65_535), token: z.string().min(20) });

/**
 * Where the running application answers commands, and the word that opens it. It lies in the data folder, which only
 * its owner can read: who may read the data may ask.
 */
export type RunningAddress = z.output<typeof addressSchema>;

const fileIn = (folder: string): string => join(folder, "running.json");

/** Makes the address known to commands of the same user. */
export const writeRunningAddress = (folder: string, address: RunningAddress): void => {
  rmSync(fileIn(folder), { force: true });
  writeFileSync(fileIn(folder), JSON.stringify(address), { mode: 0o600, flag: "wx" });
};

/** Takes the address back when the application stops. */
export const removeRunningAddress = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** The address of the application that runs on a data folder, or undefined where none has made itself known. */
export const readRunningAddress = (folder: string): RunningAddress | undefined => {
  try {
    return addressSchema.parse(JSON.parse(readFileSync(fileIn(folder), "utf8")));
  } catch {
    return undefined;
  }
};
