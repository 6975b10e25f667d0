import type { AuditDraft, Actor } from "../../contracts/audit-event.js";
import { instantSchema } from "../../contracts/dates.js";
import type { Clock } from "../../platform/clock.js";
import { deriveKeys, newMasterKey, type Keys } from "../../platform/keys.js";
import { openStore, type Store } from "../open-store.js";
import { databaseKinds, type DatabaseKind } from "./databases.js";

/** A store on an empty database, with its keys. */
export type TestStore = { readonly store: Store; readonly keys: Keys; readonly stop: () => Promise<void> };

/** A point in time at which the tests take place. */
export const testInstant = instantSchema.parse("2025-10-27T08:15:00.000Z");
const testClock: Clock = { now: () => testInstant };

/** Opens a store on an empty database: the embedded one where nothing else is said. */
export const openTestStore = async ({ start }: DatabaseKind = embeddedKind()): Promise<TestStore> => {
  const database = await start();
  const keys = deriveKeys(newMasterKey());
  const store = await openStore({ location: database.location, keys, clock: testClock });
  return {
    store,
    keys,
    stop: async () => {
      await store.close();
      await database.stop();
    },
  };
};

const embeddedKind = (): DatabaseKind => {
  const [kind] = databaseKinds;
  if (kind === undefined) throw new Error("There is no embedded database.");
  return kind;
};

/** Whoever acts in a test. */
export const testActor: Actor = { kind: "system", id: "test", version: "0.0.0" };

/** An event that says as little as may be. */
export const anyEvent: AuditDraft = { action: "rule.loaded", actor: testActor };
