import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { systemClock } from "../../platform/clock.js";
import { readConfig } from "../../platform/config.js";
import { prepareDataFolder } from "../../platform/data-folder.js";
import { loadKeys, type Keys } from "../../platform/keys.js";
import { DataFolderLocked, takeLock } from "../../platform/lock.js";
import type { DatabaseLocation } from "../../store/database.js";
import { openStore } from "../../store/open-store.js";
import { refuse } from "../input-error.js";
import { askRunning } from "./ask-running.js";
import { inspectStore } from "./inspect-store.js";
import type { Inspection } from "./inspection.js";
import { readRunningAddress } from "./running-address.js";

/**
 * Runs `work` on the data: on the PostgreSQL of the settings where its master key is set too, since that is shared by
 * design; else on a data folder, on its store where nobody holds it and through the application where it does.
 *
 * @throws InputRefused where there is no such data folder; one is never made.
 */
export const inspecting = async <T>(
  data: string | undefined,
  work: (inspection: Inspection) => Promise<T>,
): Promise<T> => {
  const { SKALIG_DATA, SKALIG_MASTER_KEY: masterKey, DATABASE_URL: url } = readConfig();
  const path = resolve(data ?? SKALIG_DATA);
  const secret = masterKey === undefined ? {} : { masterKey };
  if (url !== undefined && masterKey !== undefined && data === undefined)
    return onStore({ kind: "postgres", url }, loadKeys({ dataFolder: path, masterKey }), work);
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
    return await onStore(
      url === undefined ? { kind: "embedded", folder: folder.database } : { kind: "postgres", url },
      loadKeys({ dataFolder: path, ...secret }),
      work,
    );
  } finally {
    lock.release();
  }
};

const onStore = async <T>(
  location: DatabaseLocation,
  keys: Keys,
  work: (inspection: Inspection) => Promise<T>,
): Promise<T> => {
  const store = await openStore({ location, keys, clock: systemClock });
  try {
    return await work(inspectStore(store));
  } finally {
    await store.close();
  }
};
