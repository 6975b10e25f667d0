import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { systemClock } from "../../platform/clock.js";
import { readConfig } from "../../platform/config.js";
import { prepareDataFolder } from "../../platform/data-folder.js";
import { loadKeys } from "../../platform/keys.js";
import { DataFolderLocked, takeLock } from "../../platform/lock.js";
import type { DatabaseLocation } from "../../store/database.js";
import { openStore } from "../../store/open-store.js";
import { refuse } from "../input-error.js";
import { askRunning } from "./ask-running.js";
import { inspectStore } from "./inspect-store.js";
import type { Inspection } from "./inspection.js";
import { readRunningAddress } from "./running-address.js";

/**
 * Runs `work` on a data folder: on its store where nobody holds it, else through the application that does.
 *
 * @throws InputRefused where there is no such data folder; one is never made.
 */
export const inspecting = async <T>(
  data: string | undefined,
  work: (inspection: Inspection) => Promise<T>,
): Promise<T> => {
  const config = readConfig();
  const path = resolve(data ?? config.SKALIG_DATA);
  if (!existsSync(join(path, "locks")))
    throw refuse("--data", "no-data-folder", `Det finns ingen datamapp i ${path}. Ange den med --data.`);
  const folder = prepareDataFolder(path);
  let lock;
  try {
    lock = takeLock(folder.locks);
  } catch (error) {
    const address = readRunningAddress(path);
    if (error instanceof DataFolderLocked && address !== undefined) return work(askRunning(address));
    throw error;
  }
  try {
    const { SKALIG_MASTER_KEY: masterKey, DATABASE_URL: url } = config;
    const keys = loadKeys({ dataFolder: path, ...(masterKey === undefined ? {} : { masterKey }) });
    const location: DatabaseLocation =
      url === undefined ? { kind: "embedded", folder: folder.database } : { kind: "postgres", url };
    const store = await openStore({ location, keys, clock: systemClock });
    try {
      return await work(inspectStore(store));
    } finally {
      await store.close();
    }
  } finally {
    lock.release();
  }
};
