import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../store/test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "../store/test-support/test-store.js";
import { append, appendAll } from "./append.js";
import { listEvents, readHead } from "./events.js";
import { verifyLog } from "./verify-log.js";

describe.each(databaseKinds)("many events at once, on $name", (kind) => {
  let here: TestStore;
  beforeAll(async () => {
    here = await openTestStore(kind);
  });
  afterAll(() => here.stop());

  test("stand in the log one after another, as if each had been appended alone", async () => {
    const { store } = here;
    const { action, actor } = anyEvent;
    const before = await store.read(readHead);
    await store.transaction(async (tx) => {
      await appendAll(tx, []);
      await append(tx, anyEvent);
      await appendAll(
        tx,
        Array.from({ length: 1001 }, (_, at) => ({ action, actor, details: { at } })),
      );
    });
    await store.transaction((tx) => append(tx, anyEvent));
    const head = await store.read(readHead);
    expect(head.size).toBe(before.size + 1003);
    const events = await store.read((tx) => listEvents(tx, { after: before.size + 1, limit: 1001 }));
    expect(events.map(({ details }) => details["at"])).toEqual(Array.from({ length: 1001 }, (_, at) => at));
    expect(await store.read((tx) => verifyLog(tx))).toMatchObject({ ok: true, events: head.size, head: head.root });
  });

  test("never make the log longer than its events", async () => {
    const { store } = here;
    const longer = store.transaction(async (tx) => {
      await append(tx, anyEvent);
      await sql`UPDATE audit_head SET size = size + 2`.execute(tx.db);
    });
    await expect(longer).rejects.toThrow("its head can only grow");
  });
});
