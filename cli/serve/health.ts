import { statfs } from "node:fs/promises";
import { listEvents, readHead } from "../../audit/events.js";
import type { Health, HealthCheck } from "../../contracts/api/health.js";
import { taskQueues } from "../../contracts/task-queues.js";
import { instantAfter } from "../../platform/clock.js";
import { beatProcess, listBeats } from "../../store/process-beats.js";
import { listPortals } from "../../store/portals.js";
import type { Foundation } from "./foundation.js";

/** A process that has not beaten for so long is not there. */
export const aliveForMs = 30_000;
/** A check that takes longer has failed. */
const patienceMs = 3_000;
/** Whoever asks more often than this hears the same answer. */
const rememberedMs = 1_000;
const leastFreeBytes = 512 * 2 ** 20;

type Checks = {
  readonly foundation: Pick<Foundation, "store" | "processId" | "part" | "pingTemporal">;
  readonly queues: readonly string[];
  readonly folder?: string;
};

/** How the process is. Never says whom or what its work is about. */
export const createHealth = (deps: Checks): (() => Promise<Health>) => {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > rememberedMs) last = { at: now, health: look(deps) };
    return last.health;
  };
};

const look = async (deps: Checks): Promise<Health> => {
  const checks = await Promise.all(
    [database(deps), log(deps), temporal(deps), workers(deps), portals(deps), disk(deps)].map(inTime),
  );
  const rank = { ok: 0, degraded: 1, failing: 2 } as const;
  const status = checks.reduce<Health["status"]>(
    (worst, check) => (rank[check.status] > rank[worst] ? check.status : worst),
    "ok",
  );
  return { status, checks };
};

type Look = { readonly check: HealthCheck["check"]; readonly seen: Promise<Omit<HealthCheck, "check">> };
const ok: Omit<HealthCheck, "check"> = { status: "ok", reasons: [] };
const bad = (status: "degraded" | "failing", ...reasons: string[]): Omit<HealthCheck, "check"> => ({ status, reasons });

/** A look that fails or hangs is a fault of what was looked at. What it said stays inside. */
const inTime = async ({ check, seen }: Look): Promise<HealthCheck> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Omit<HealthCheck, "check">>((resolve) => {
    timer = setTimeout(() => {
      resolve(bad("failing", "no-answer"));
    }, patienceMs);
  });
  const result = await Promise.race([seen.catch(() => bad("failing", "refused")), late]);
  clearTimeout(timer);
  return { check, ...result };
};

/** The database takes a write: one that is full or read-only answers every question until somebody decides. */
const database = ({ foundation, queues }: Checks): Look => ({
  check: "database",
  seen: foundation.store
    .transaction((tx) => beatProcess(tx, { id: foundation.processId, part: foundation.part, queues }))
    .then(() => ok),
});

const log = ({ foundation: { store } }: Checks): Look => ({
  check: "log",
  seen: store.read(async (tx) => {
    await readHead(tx);
    const [last] = await listEvents(tx, { action: "log.verified", newestFirst: true, limit: 1 });
    return last === undefined || last.details["ok"] === true ? ok : bad("failing", "does-not-verify");
  }),
});

const temporal = ({ foundation: { pingTemporal } }: Checks): Look => ({
  check: "temporal",
  seen: pingTemporal(patienceMs).then(() => ok),
});

/** Every queue has a process that works on it. */
const workers = ({ foundation: { store } }: Checks): Look => ({
  check: "workers",
  seen: store.read(async (tx) => {
    const served = new Set((await listBeats(tx, instantAfter(tx.at, -aliveForMs))).flatMap(({ queues }) => queues));
    const missing = Object.values(taskQueues).filter((queue) => !served.has(queue));
    return missing.length === 0 ? ok : bad("degraded", ...missing.map((queue) => `no-worker:${queue}`));
  }),
});

/** A portal that stands still needs a person, but the rest goes on. */
const portals = ({ foundation: { store } }: Checks): Look => ({
  check: "portals",
  seen: store.read(async (tx) => {
    const still = (await listPortals(tx)).flatMap((standing) =>
      standing.state === "working" ? [] : [`${standing.state}:${standing.portal}:${standing.cause}`],
    );
    return still.length === 0 ? ok : bad("degraded", ...still);
  }),
});

const disk = ({ folder }: Checks): Look => ({
  check: "disk",
  seen:
    folder === undefined
      ? Promise.resolve(ok)
      : statfs(folder).then(({ bavail, bsize }) =>
          bavail * bsize >= leastFreeBytes ? ok : bad("degraded", "little-space"),
        ),
});
