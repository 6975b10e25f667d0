import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { controlAt } from "../../cli/start/control.js";
import { signInScriptedCaseworker } from "../../cli/start/scripted-caseworker.js";
import { startSimulation } from "../../cli/start/simulation.js";
import { monthStatus } from "../../cli/serve/month-status.js";
import { createUnwinding } from "../../cli/serve/unwinding.js";
import { healthSchema } from "../../contracts/api/health.js";
import { freePort } from "../../platform/free-port.js";
import { deriveKeys, newMasterKey } from "../../platform/keys.js";
import { systemClock } from "../../platform/clock.js";
import { startTemporalServer } from "../../platform/temporal/server.js";
import { until } from "../../platform/until.js";
import { openStore } from "../../store/open-store.js";
import { findPostgres, startPostgres } from "../../store/test-support/postgres-server.js";
import { testTemporalExecutable } from "../temporal/test-support.js";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const patienceMs = 120_000;
const verificationSchema = z.looseObject({ ok: z.boolean() });

/** A process of the application, with the address that it says it answers on. */
type Part = { readonly child: ChildProcess; readonly address: string; readonly ended: Promise<number | null> };

/** Processes that still run below a process: a browser left behind would be one. */
const childrenOf = (pid: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1] === String(pid);
      } catch {
        return false;
      }
    })
    .map(Number);

const isGone = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, "utf8").includes(") Z ");
  } catch {
    return true;
  }
};

describe("api and workers as processes of their own, on PostgreSQL and a Temporal server", () => {
  const unwinding = createUnwinding();
  afterEach(() => unwinding.unwind());

  const begin = async (environment: Readonly<Record<string, string>>, args: readonly string[]): Promise<Part> => {
    const child = spawn(process.execPath, ["--import", "tsx", main, ...args], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
    unwinding.add(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    const line = await Promise.race([
      once(child.stdout, "data").then(String),
      ended.then((code) => {
        throw new Error(`${args.join(" ")} ended with ${String(code)} before it was ready.`);
      }),
    ]);
    return { child, ended, address: line.trim().split(" ")[1] ?? "" };
  };

  it("take a household from inbox to end, tell how they are without a word of whom, and stop with nothing left", async () => {
    const folder = findPostgres();
    if (folder === undefined)
      throw new Error("PostgreSQL is missing on this machine: install Debian's package postgresql.");
    const dataFolder = mkdtempSync(join(tmpdir(), "skalig-parts-"));
    unwinding.add(() => {
      rmSync(dataFolder, { recursive: true, force: true });
    });
    const postgres = await startPostgres(folder);
    unwinding.add(postgres.stop);
    const temporal = await startTemporalServer({
      executable: testTemporalExecutable(),
      dbFile: join(dataFolder, "temporal.db"),
    });
    unwinding.add(temporal.stop);
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${String(port)}`;
    const today = "2025-10-27";
    const simulation = await startSimulation({ dataFolder, households: ["01"], today, publicUrl });
    unwinding.add(simulation.close);
    const masterKey = newMasterKey();
    const environment = {
      ...simulation.environment,
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      SKALIG_MASTER_KEY: masterKey.toString("base64"),
      SKALIG_PORT: String(port),
      SKALIG_WORKERS_PORT: "0",
      SKALIG_DATA: join(dataFolder, "none"),
    };
    const days = ["--month", "2025-11", "--today", today];
    const queues = "portal-e-service,portal-agencies,portal-register,portal-case-system";
    const [api, bots, steps] = await Promise.all([
      begin(environment, ["api", ...days]),
      begin(environment, ["workers", ...days, "--queues", queues]),
      begin(environment, ["workers", ...days, "--queues", "skalig-process,documents,outbox"]),
    ]);

    const control = controlAt(simulation.controlUrl);
    const caseworker = await signInScriptedCaseworker(publicUrl, "handlaggare-1");
    const store = await openStore({
      location: { kind: "postgres", url: postgres.url },
      keys: deriveKeys(masterKey),
      clock: systemClock,
    });
    unwinding.add(store.close);
    let caseId = "";
    const isReady = await until(async () => {
      const [only] = await monthStatus(store);
      if (only?.state === "prefilled") ({ caseId } = only);
      return caseId !== "";
    }, patienceMs);
    expect(isReady).toBe(true);
    await caseworker.approve(caseId);
    expect(await until(async () => (await control.writes()).journal === 1, patienceMs)).toBe(true);
    expect(await control.writes()).toEqual({ calculation: 1, decision: 1, payment: 1, journal: 1, duplicates: 0 });

    const household = readFileSync(new URL("../../simulators/households/01.json", import.meta.url), "utf8");
    const canaries = [...household.matchAll(/"(?:personalNumber|givenName|familyName|street)": "([^"]+)"/g)].map(
      ([, canary]) => canary ?? "",
    );
    expect(canaries.length).toBeGreaterThanOrEqual(4);
    for (const { address } of [api, bots, steps]) {
      const health = await fetch(new URL("/health", address));
      expect(healthSchema.parse(await health.json())).toMatchObject({ status: "ok" });
      const metrics = await (await fetch(new URL("/metrics", address))).text();
      expect(metrics).toMatch(/skalig_cases\{state="(delivering|closed)"\} 1/);
      expect(metrics).toContain('skalig_portal_state{portal="register",state="working"} 1');
      expect(metrics).toMatch(/skalig_queue_backlog\{queue="portal-register"\} \d/);
      for (const canary of canaries) expect(metrics).not.toContain(canary);
      expect(metrics).not.toContain(caseId);
    }
    expect(await (await fetch(new URL("/metrics", bots.address))).text()).toMatch(
      /skalig_step_seconds_count\{step="lookUpRegister",queue="portal-register"\} [1-9]/,
    );
    const forwarded = await fetch(new URL("/metrics", api.address), { headers: { "x-forwarded-for": "10.0.0.1" } });
    expect(forwarded.status).toBe(404);

    const browsers = childrenOf(bots.child.pid ?? 0);
    expect(browsers.length).toBeGreaterThan(0);
    const verified = spawn(process.execPath, ["--import", "tsx", main, "audit", "verify", "--json"], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    expect(verificationSchema.parse(JSON.parse(String((await once(verified.stdout, "data"))[0]))).ok).toBe(true);

    for (const { child, ended } of [bots, steps, api]) {
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
    }
    expect(await until(() => Promise.resolve(browsers.every(isGone)), 10_000)).toBe(true);
  });

  it("stop with one clear line where a setting is missing", async () => {
    for (const part of ["api", "workers"]) {
      const child = spawn(process.execPath, ["--import", "tsx", main, part], {
        env: { PATH: process.env["PATH"], SKALIG_MODE: "production" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      await once(child, "close");
      expect(child.exitCode).toBe(3);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toContain("DATABASE_URL");
    }
  });
});
