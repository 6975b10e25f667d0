import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import pg from "pg";
import { append } from "../audit/append.js";
import { listEvents, readHead } from "../audit/events.js";
import { pausePortal } from "../api/portal-control.js";
import type { Health, HealthCheck } from "../contracts/api/health.js";
import { taskQueues } from "../contracts/task-queues.js";
import { systemClock } from "../platform/clock.js";
import { deriveKeys, newMasterKey } from "../platform/keys.js";
import { listCases } from "../store/cases.js";
import { openStore, type Store } from "../store/open-store.js";
import { findPostgres, startPostgres, type PostgresServer } from "../store/test-support/postgres-server.js";
import { testActor } from "../store/test-support/test-store.js";
import { receiveCase } from "../cli/test-support/data-folder.js";
import { createHealth } from "../cli/serve/health.js";

const queues = Object.values(taskQueues);

describe("the health of a process", () => {
  let postgres: PostgresServer;
  let admin: pg.Client;
  let store: Store;
  beforeAll(async () => {
    const folder = findPostgres();
    if (folder === undefined)
      throw new Error("PostgreSQL is missing on this machine: install Debian's package postgresql.");
    postgres = await startPostgres(folder);
    store = await openStore({
      location: { kind: "postgres", url: postgres.url },
      keys: deriveKeys(newMasterKey()),
      clock: systemClock,
    });
    admin = new pg.Client({ connectionString: postgres.url });
    // It is cut off with the server in one of the tests.
    admin.on("error", () => undefined);
    await admin.connect();
  });
  afterAll(async () => {
    await store.close();
    await admin.end().catch(() => undefined);
    await postgres.stop();
  });
  afterEach(() => {
    temporalAnswers = true;
  });

  let temporalAnswers = true;
  const health = (): Promise<Health> =>
    createHealth({
      foundation: {
        store,
        processId: randomUUID(),
        part: "application",
        pingTemporal: () => (temporalAnswers ? Promise.resolve() : Promise.reject(new Error("no answer"))),
      },
      queues,
    })();
  const checkOf = async (name: HealthCheck["check"]): Promise<HealthCheck | undefined> =>
    (await health()).checks.find(({ check }) => check === name);
  /** A step of the process: state and event in one transaction. */
  const step = (month: string): Promise<string> => receiveCase(store, month);

  test("is good where the database takes a write, the log has not failed, and every queue has a worker", async () => {
    expect(await health()).toEqual({
      status: "ok",
      checks: ["database", "log", "temporal", "workers", "portals", "disk"].map((check) => ({
        check,
        status: "ok",
        reasons: [],
      })),
    });
  });

  test("fault 4: fails where the Temporal server does not answer", async () => {
    temporalAnswers = false;
    expect(await health()).toMatchObject({ status: "failing" });
    expect(await checkOf("temporal")).toEqual({ check: "temporal", status: "failing", reasons: ["refused"] });
  });

  test("names a portal that stands still, without failing", async () => {
    await store.transaction((tx) => pausePortal(tx, { portal: "agencies", actor: testActor }));
    expect(await health()).toMatchObject({ status: "degraded" });
    expect((await checkOf("portals"))?.reasons).toEqual(["paused:agencies:by-hand"]);
  });

  test("fault 7: fails where the database is read-only, and nothing is decided or logged meanwhile", async () => {
    const { size } = await store.read(readHead);
    await admin.query("ALTER SYSTEM SET default_transaction_read_only = on");
    await admin.query("SELECT pg_reload_conf()");
    await expect.poll(async () => (await checkOf("database"))?.status, { timeout: 20_000 }).toBe("failing");
    await expect(step("2025-09")).rejects.toThrow();
    expect((await store.read(readHead)).size).toBe(size);

    await admin.query("SET default_transaction_read_only = off");
    await admin.query("ALTER SYSTEM RESET default_transaction_read_only");
    await admin.query("SELECT pg_reload_conf()");
    await expect.poll(async () => (await checkOf("database"))?.status, { timeout: 20_000 }).toBe("ok");
    await step("2025-09");
  });

  test("fault 8: a disk that is full for the log takes the step with it; it is done again when there is room", async () => {
    const cases = await store.read((tx) => listCases(tx, { includeProtected: true }));
    await admin.query(`
      CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER no_space BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION no_space();
      CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON process_beat FOR EACH ROW EXECUTE FUNCTION no_space()`);
    await expect(step("2025-08")).rejects.toThrow();
    expect(await store.read((tx) => listCases(tx, { includeProtected: true }))).toEqual(cases);
    expect((await checkOf("database"))?.status).toBe("failing");

    await admin.query("DROP TRIGGER no_space ON audit_event; DROP TRIGGER no_space ON process_beat");
    await step("2025-08");
    expect((await checkOf("database"))?.status).toBe("ok");
  });

  test("fails where the log was found not to hold, until it has been found to hold", async () => {
    const verified = (ok: boolean): Promise<unknown> =>
      store.transaction((tx) => append(tx, { action: "log.verified", actor: testActor, details: { ok } }));
    await verified(false);
    expect(await checkOf("log")).toEqual({ check: "log", status: "failing", reasons: ["does-not-verify"] });
    await verified(true);
    expect((await checkOf("log"))?.status).toBe("ok");
  });

  test("fault 6: a database that goes away in the middle of a step loses it whole; it is there again after the restart", async () => {
    const before = (await store.read((tx) => listEvents(tx, { action: "application.received" }))).length;
    const cut = store.transaction(async (tx) => {
      await append(tx, { action: "rule.loaded", actor: testActor });
      await postgres.halt();
      await append(tx, { action: "rule.loaded", actor: testActor });
    });
    await expect(cut).rejects.toThrow();
    expect((await checkOf("database"))?.status).toBe("failing");
    await postgres.resume();
    await expect.poll(async () => (await checkOf("database"))?.status, { timeout: 20_000 }).toBe("ok");
    expect(await store.read((tx) => listEvents(tx, { action: "rule.loaded" }))).toEqual([]);
    await step("2025-07");
    expect(await store.read((tx) => listEvents(tx, { action: "application.received" }))).toHaveLength(before + 1);
  });
});
