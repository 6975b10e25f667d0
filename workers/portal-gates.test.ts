import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pausePortal, resumePortal } from "../api/portal-control.js";
import { listEvents } from "../audit/events.js";
import { Fault } from "../contracts/faults.js";
import type { Portal, PortalStanding } from "../contracts/portal-state.js";
import { instantAfter, systemClock } from "../platform/clock.js";
import { createLogger } from "../platform/logger.js";
import { deriveKeys, newMasterKey } from "../platform/keys.js";
import { until } from "../platform/until.js";
import { openStore, type Store } from "../store/open-store.js";
import { listPortals } from "../store/portals.js";
import { testActor, testInstant } from "../store/test-support/test-store.js";
import { openPortalGates, type GateDeps, type PortalGates } from "./portal-gates.js";
import { systemTimers, type Timers } from "./timers.js";

const logger = createLogger({ level: "silent", write: () => undefined });
const breaker = { failuresBeforeRest: 2, restMs: 1_000 };
const locked = new Fault("AccountLocked", "locked");
const down = new Fault("PortalUnavailable", "down");

describe("the gates of the portals' queues", () => {
  let store: Store;
  let opened: PortalGates[];
  beforeEach(async () => {
    opened = [];
    store = await openStore({ location: { kind: "embedded" }, keys: deriveKeys(newMasterKey()), clock: systemClock });
  });
  afterEach(async () => {
    for (const gates of opened) await gates.stop();
    await store.close();
  });

  /** A process with workers that do nothing but be there. */
  const aProcess = async ({
    alone = false,
    on = store,
    time = { clock: systemClock, timers: systemTimers },
    slow = [],
  }: {
    readonly alone?: boolean;
    readonly on?: Store;
    readonly time?: Pick<GateDeps, "clock" | "timers">;
    /** Portals whose reading never ends by itself. */
    readonly slow?: readonly Portal[];
  } = {}) => {
    const polling = new Set<Portal>();
    const forgotten: Portal[] = [];
    const cut: Portal[] = [];
    const gates = await openPortalGates(
      (["agencies", "register"] as const).map((portal) => ({
        portal,
        poll: () => {
          polling.add(portal);
          return Promise.resolve({
            stop: () => {
              polling.delete(portal);
              return slow.includes(portal) ? new Promise<void>(() => undefined) : Promise.resolve();
            },
          });
        },
        forget: () => {
          forgotten.push(portal);
          return Promise.resolve();
        },
        cut: () => {
          cut.push(portal);
          return Promise.resolve();
        },
      })),
      {
        store: on,
        ...time,
        logger,
        breaker,
        holder: randomUUID(),
        alone,
        onFailure: (error) => {
          throw error;
        },
      },
    );
    if (slow.length === 0) opened.push(gates);
    return { gates, polling, forgotten, cut };
  };

  const standing = async (portal: Portal): Promise<PortalStanding | undefined> =>
    (await store.read(listPortals)).find((one) => one.portal === portal);
  const eventsOf = async (action: "portal.paused" | "portal.resumed") =>
    (await store.read((tx) => listEvents(tx, { action }))).map(({ actor, details }) => ({ by: actor.id, ...details }));

  test("fault 30: a locked account stops its own queue at once, for every process, until a person resumes it", async () => {
    const first = await aProcess({ alone: true });
    await first.gates.observe("agencies", locked);
    expect([...first.polling]).toEqual(["register"]);
    expect(await standing("agencies")).toMatchObject({ state: "paused", cause: "account-locked" });
    expect(await eventsOf("portal.paused")).toEqual([{ by: "process", portal: "agencies", cause: "account-locked" }]);

    await first.gates.stop();
    const restarted = await aProcess({ alone: true });
    expect([...restarted.polling]).toEqual(["register"]);

    await store.transaction((tx) => resumePortal(tx, { portal: "agencies", actor: testActor }));
    expect(await until(() => Promise.resolve(restarted.polling.has("agencies")), 10_000)).toBe(true);
    expect(restarted.forgotten).toEqual(["agencies"]);
    expect(await eventsOf("portal.resumed")).toEqual([{ by: "test", portal: "agencies", cause: "account-locked" }]);
  });

  test("fault 21: a portal that does not answer rests, is tried by one reading, and is back at the first answer", async () => {
    const { gates, polling } = await aProcess();
    await gates.observe("register", down);
    expect(polling.has("register")).toBe(true);
    await gates.observe("register", down);
    expect(polling.has("register")).toBe(false);
    expect(await standing("register")).toMatchObject({ state: "resting", cause: "unavailable" });
    expect(await until(() => Promise.resolve(polling.has("register")), 10_000)).toBe(true);
    await gates.observe("register", "answered");
    expect(await standing("register")).toEqual({ portal: "register", state: "working" });
    expect(polling.has("register")).toBe(true);
  });

  test("fault 31: two processes never work against the same portal, and the second takes over when the first ends", async () => {
    const first = await aProcess();
    const second = await aProcess();
    expect([...first.polling]).toEqual(["agencies", "register"]);
    expect([...second.polling]).toEqual([]);
    await first.gates.stop();
    expect([...first.polling]).toEqual([]);
    expect(await until(() => Promise.resolve(second.polling.size === 2), 15_000)).toBe(true);
  });

  test("a person stops a queue, and what a person stopped is not started by an answer that comes late", async () => {
    const { gates, polling } = await aProcess();
    await gates.observe("agencies", down);
    await gates.observe("agencies", down);
    await store.transaction((tx) => pausePortal(tx, { portal: "agencies", actor: testActor }));
    await gates.observe("agencies", "answered");
    expect(await standing("agencies")).toMatchObject({ state: "paused", cause: "by-hand" });
    expect(await until(() => Promise.resolve(!polling.has("agencies")), 10_000)).toBe(true);
  });

  test("a queue stands still although the database cannot take the pause", async () => {
    let isFull = false;
    const { gates, polling } = await aProcess({
      on: { ...store, transaction: (work) => (isFull ? Promise.reject(new Error("full")) : store.transaction(work)) },
    });
    isFull = true;
    await gates.observe("agencies", locked);
    expect(polling.has("agencies")).toBe(false);
    expect(await standing("agencies")).toMatchObject({ state: "working" });
    isFull = false;
    expect(await until(async () => (await standing("agencies"))?.state === "paused", 10_000)).toBe(true);
    expect(polling.has("agencies")).toBe(false);
  });

  /** Time that the test turns, a second at a time, for the processes and for the moments the database is told of. */
  const manualTime = () => {
    let ms = 0;
    const jobs = new Set<{ readonly every: number; readonly work: () => void }>();
    const clock = { now: () => instantAfter(testInstant, ms) };
    const timers: Timers = {
      monotonicMs: () => ms,
      every: (every, work) => {
        const job = { every, work };
        jobs.add(job);
        return () => jobs.delete(job);
      },
    };
    const on: Store = { ...store, transaction: (work) => store.transaction((tx) => work({ ...tx, at: clock.now() })) };
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        ms += 1_000;
        for (const { every, work } of [...jobs]) if (ms % every === 0) work();
        // The embedded database answers one after another: what was asked above has been answered when this is.
        await store.read(listPortals);
        await store.read(listPortals);
      }
    };
    return { time: { clock, timers }, on, pass };
  };

  test("a slow reading keeps no lease from being renewed", async () => {
    const { time, on, pass } = manualTime();
    const first = await aProcess({ time, on, slow: ["agencies"] });
    await first.gates.observe("agencies", locked);
    await on.transaction((tx) => resumePortal(tx, { portal: "agencies", actor: testActor }));
    await pass(60);
    const second = await aProcess({ time, on });
    await pass(5);
    expect([...second.polling]).toEqual([]);
    // The queue with the reading that has not ended gets no second worker.
    expect([...first.polling]).toEqual(["register"]);
    expect(first.cut).toEqual([]);
  });

  test("a process that cannot renew its lease cuts its sessions off before another may begin", async () => {
    const { time, on, pass } = manualTime();
    let hangs = false;
    const hanging: Store = {
      ...on,
      transaction: (work) => (hangs ? new Promise(() => undefined) : on.transaction(work)),
    };
    const first = await aProcess({ time, on: hanging, slow: ["agencies"] });
    const second = await aProcess({ time, on });
    hangs = true;
    let secondsUntilTaken = 0;
    for (; second.polling.size === 0 && secondsUntilTaken < 60; secondsUntilTaken += 1) {
      expect(first.cut.length === 2 || first.polling.size === 2).toBe(true);
      await pass(1);
    }
    expect([...second.polling]).toEqual(["agencies", "register"]);
    expect([...first.polling]).toEqual([]);
    expect(first.cut).toEqual(["agencies", "register"]);
    expect(secondsUntilTaken).toBeGreaterThan(12);
  });

  test("a database that hangs and comes back finds the queues open again, without a restart", async () => {
    const { time, on, pass } = manualTime();
    let hangs = false;
    const never = new Promise<never>(() => undefined);
    const hanging: Store = {
      transaction: (work) => (hangs ? never : on.transaction(work)),
      read: (work) => (hangs ? never : on.read(work)),
      close: on.close,
    };
    const { polling } = await aProcess({ time, on: hanging });
    hangs = true;
    await pass(20);
    expect([...polling]).toEqual([]);
    hangs = false;
    await pass(12);
    expect([...polling]).toEqual(["agencies", "register"]);
  });

  test("a process that stops takes nothing more at once, and cuts off what runs when its lease lapses", async () => {
    const { time, on, pass } = manualTime();
    let hangs = false;
    const never = new Promise<never>(() => undefined);
    const hanging: Store = {
      transaction: (work) => (hangs ? never : on.transaction(work)),
      read: (work) => (hangs ? never : on.read(work)),
      close: on.close,
    };
    const { gates, polling, cut } = await aProcess({ time, on: hanging, slow: ["agencies"] });
    hangs = true;
    await pass(1);
    void gates.stop();
    expect([...polling]).toEqual([]);
    await pass(13);
    expect(cut).toEqual(["agencies", "register"]);
  });
});
