import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { append } from "../audit/append.js";
import { destroyContent, listEvents, openContent, readHead } from "../audit/events.js";
import { instantSchema, localDate } from "../contracts/dates.js";
import type { Store } from "./open-store.js";
import { findSetting, findToday, putSetting, putToday } from "./settings.js";
import { deleteSession, findSession, saveSession } from "./sessions.js";
import { databaseKinds } from "./test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "./test-support/test-store.js";

/** Tables that hold state without an event: the log itself, what runs the migrations, and technical state with an end. */
const unguarded = [
  "audit_content",
  "audit_event",
  "audit_head",
  "kysely_migration",
  "kysely_migration_lock",
  "master_key_check",
  "migration_checksum",
  "portal_lease",
  "process_beat",
  "session",
];

describe.each(databaseKinds)("what the database itself guarantees, on $name", (kind) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(kind);
    store = test.store;
    await store.transaction((tx) => append(tx, { ...anyEvent, content: { note: "something personal" } }));
  });
  afterAll(() => test.stop());

  const run = (statement: string): Promise<unknown> => store.transaction((tx) => sql.raw(statement).execute(tx.db));

  it.each([
    'UPDATE audit_event SET event = event || \'{"action":"case.closed"}\'',
    "DELETE FROM audit_event",
    "TRUNCATE audit_event CASCADE",
    "DELETE FROM audit_content",
    "TRUNCATE audit_content",
    "UPDATE audit_content SET sealed = sealed || 'x'::bytea",
    "DELETE FROM audit_head",
    "TRUNCATE audit_head",
    "UPDATE audit_head SET size = size - 1",
    "UPDATE audit_head SET root = sha256('x')",
  ])("refuses %s: the log is append-only", async (statement) => {
    await expect(run(statement)).rejects.toThrow("append-only");
  });

  it("refuses an event that the head does not count, and a head without its event", async () => {
    await expect(
      run("INSERT INTO audit_event (seq, event, leaf, root) VALUES (99, '{\"seq\":99}', sha256(''), sha256(''))"),
    ).rejects.toThrow("do not match");
    await expect(run("UPDATE audit_head SET size = size + 1")).rejects.toThrow("its head can only grow");
  });

  it("refuses a change of state without an event in the same transaction", async () => {
    await expect(store.transaction((tx) => putSetting(tx, "unlogged", 1))).rejects.toThrow(
      "a change of setting must be logged in the same transaction",
    );
    expect(await store.read((tx) => findSetting(tx, "unlogged", z.unknown()))).toBeUndefined();
  });

  it("does not let an event of an earlier transaction stand for a later change", async () => {
    await store.transaction((tx) => append(tx, anyEvent));
    await expect(store.transaction((tx) => putSetting(tx, "unlogged", 1))).rejects.toThrow("must be logged");
  });

  it("guards every table of state, so that a new table cannot be forgotten", async () => {
    const { rows } = await store.read((tx) =>
      sql<{ name: string; guards: number }>`
        SELECT c.relname AS name, count(t.oid) AS guards
        FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname IN ('logged', 'no_truncate')
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        GROUP BY c.relname ORDER BY c.relname`.execute(tx.db),
    );
    const guarded = rows.filter(({ guards }) => guards === 2).map(({ name }) => name);
    expect(rows.map(({ name }) => name).filter((name) => !guarded.includes(name))).toEqual(unguarded);
    expect(guarded.length).toBeGreaterThanOrEqual(19);
  });

  it("writes a change and its event together", async () => {
    const before = await store.read(readHead);
    await store.transaction(async (tx) => {
      await putToday(tx, localDate("2025-10-28"));
      await append(tx, { ...anyEvent, action: "setting.changed", details: { key: "today" } });
    });
    expect(await store.read(findToday)).toBe("2025-10-28");
    expect(await store.read(readHead)).toMatchObject({ size: before.size + 1 });
  });

  it("leaves neither change nor event where the transaction fails afterwards", async () => {
    const before = await store.read(readHead);
    const failing = store.transaction(async (tx) => {
      await putSetting(tx, "half", 1);
      await append(tx, anyEvent);
      throw new Error("the power went");
    });
    await expect(failing).rejects.toThrow("the power went");
    expect(await store.read((tx) => findSetting(tx, "half", z.unknown()))).toBeUndefined();
    expect(await store.read(readHead)).toEqual(before);
  });

  it("numbers events of transactions at the same time without gaps", async () => {
    const before = await store.read(readHead);
    await Promise.all(Array.from({ length: 20 }, () => store.transaction((tx) => append(tx, anyEvent))));
    const events = await store.read((tx) => listEvents(tx, { after: before.size }));
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => before.size + index + 1));
  });

  it("refuses to write in a reading transaction", async () => {
    await expect(store.read((tx) => append(tx, anyEvent))).rejects.toThrow("read-only transaction");
  });

  it("refuses a transaction inside another instead of waiting for ever", async () => {
    await expect(store.transaction(() => store.read(readHead))).rejects.toThrow("opened inside another");
  });

  it("refuses a personal number, an amount or a name among an event's open details", async () => {
    for (const details of [{ who: "198903152398" }, { grantOre: 619_000 }, { name: "Prov Ett" }])
      await expect(store.transaction((tx) => append(tx, { ...anyEvent, details }))).rejects.toMatchObject({
        name: "ContractViolation",
      });
  });

  it("destroys content once, only with an event, and leaves the event", async () => {
    const written = await store.transaction((tx) => append(tx, { ...anyEvent, content: { note: "to be erased" } }));
    expect(await store.read((tx) => openContent(tx, written))).toEqual({ note: "to be erased" });
    await expect(store.transaction((tx) => destroyContent(tx, written.seq))).rejects.toThrow("must be logged");
    const destroy = (): Promise<boolean> =>
      store.transaction(async (tx) => {
        const destroyed = await destroyContent(tx, written.seq);
        await append(tx, { ...anyEvent, action: "case.erased", details: { seq: written.seq } });
        return destroyed;
      });
    expect(await destroy()).toBe(true);
    expect(await destroy()).toBe(false);
    expect(await store.read((tx) => openContent(tx, written))).toBeUndefined();
    expect(await store.read((tx) => listEvents(tx, { after: written.seq - 1, limit: 1 }))).toEqual([written]);
  });

  it("keeps a sign-in sealed, under a hash of its id, and without an event", async () => {
    const [ended, later] = ["2025-10-27T08:15:00.000Z", "2025-10-27T12:00:00.000Z"].map((at) =>
      instantSchema.parse(at),
    );
    await store.transaction(async (tx) => {
      await saveSession(tx, "sid-1", { expiresAt: later ?? tx.at, data: { staffId: "s1" } });
      await saveSession(tx, "sid-2", { expiresAt: ended ?? tx.at, data: { staffId: "s2" } });
    });
    const { rows } = await store.read((tx) =>
      sql<{ row: string }>`SELECT session::text AS row FROM session`.execute(tx.db),
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/sid-|staffId/);
    expect(await store.read((tx) => findSession(tx, "sid-1"))).toEqual({ staffId: "s1" });
    expect(await store.read((tx) => findSession(tx, "sid-2"))).toBeUndefined();
    await store.transaction((tx) => deleteSession(tx, "sid-1"));
    expect(await store.read((tx) => findSession(tx, "sid-1"))).toBeUndefined();
  });
});
