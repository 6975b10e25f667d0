import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startApplicationProcess, type ApplicationProcess } from "../../cli/start/application-process.js";
import { controlAt, type Control } from "../../cli/start/control.js";
import { signInScriptedCaseworker, type ScriptedCaseworker } from "../../cli/start/scripted-caseworker.js";
import { startSimulation } from "../../cli/start/simulation.js";
import { askRunning } from "../../cli/inspection/ask-running.js";
import { readRunningAddress } from "../../cli/inspection/running-address.js";
import type { Inspection, ShownCase } from "../../cli/inspection/inspection.js";
import type { CaseProgress } from "../../cli/serve/month-status.js";
import type { PortalView } from "../../contracts/api/portals.js";
import type { Portal } from "../../contracts/portal-state.js";
import { createUnwinding } from "../../cli/serve/unwinding.js";
import { localDate, month, type LocalDate } from "../../contracts/dates.js";
import { prepareDataFolder } from "../../platform/data-folder.js";
import { freePort } from "../../platform/free-port.js";
import { startTemporalServer, type TemporalServer } from "../../platform/temporal/server.js";
import { until } from "../../platform/until.js";
import { testTemporalExecutable } from "../temporal/test-support.js";

const firstDay = localDate("2025-10-27");
const patienceMs = 100_000;

/** A fault to arm in the simulated municipality; see `simulators/faults/kinds.ts`. */
export type ArmedFault = {
  readonly system: "e-service" | "agencies" | "register" | "case-system";
  readonly kind: string;
  readonly page: string;
  readonly times?: number;
  readonly skip?: number;
};

const requestsSchema = z.object({
  requests: z.array(z.looseObject({ system: z.string(), fault: z.string().optional() })),
});

/** The whole municipality on real parts: Temporal server, browser, database, and the application in its own process. */
export type Town = {
  readonly control: Control;
  readonly publicUrl: string;
  readonly temporal: () => TemporalServer;
  readonly status: () => Promise<readonly CaseProgress[]>;
  /** The only case of the town, when it is in the state. Fails the test where it does not get there. */
  readonly caseIn: (state: string) => Promise<CaseProgress>;
  /** The case with the number, or the only one. */
  readonly show: (number?: string) => Promise<ShownCase>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  readonly arm: (fault: ArmedFault) => Promise<void>;
  readonly disarm: () => Promise<void>;
  /** Resolves when a portal has been hit with the armed fault. */
  readonly untilHit: (kind: string) => Promise<void>;
  /** Resolves when the portals have been hit this many times in all with faults of the kind. */
  readonly untilHits: (kind: string, times: number) => Promise<void>;
  /** Resolves when the log of the only case holds the action. */
  readonly untilLogged: (action: string) => Promise<void>;
  /** The only case of the town, when it rests. */
  readonly atRest: () => Promise<CaseProgress>;
  /** How the robots' work against each portal stands, and letting one go on as an operator does. */
  readonly portals: () => Promise<readonly PortalView[]>;
  readonly resumePortal: (portal: Portal) => Promise<void>;
  /** How often a system has been asked for a page. */
  readonly requestsTo: (system: Portal) => Promise<number>;
  readonly signIn: (subject?: string) => Promise<ScriptedCaseworker>;
  readonly killApplication: () => Promise<void>;
  readonly startApplication: () => Promise<void>;
  readonly killTemporal: () => void;
  readonly restartTemporal: () => Promise<void>;
  readonly verify: ApplicationProcess["verify"];
  readonly close: () => Promise<void>;
};

/** Opens a town with the given households, its faults armed before anyone looks. Everything is stopped and removed by `close`. */
export const openTown = async (
  households: readonly string[],
  {
    environment = {},
    faults = [],
  }: { readonly environment?: Readonly<Record<string, string>>; readonly faults?: readonly ArmedFault[] } = {},
): Promise<Town> => {
  const unwinding = createUnwinding();
  const dataFolder = mkdtempSync(join(tmpdir(), "skalig-town-"));
  unwinding.add(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const folder = prepareDataFolder(dataFolder);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${String(port)}`;
  const dbFile = join(folder.temporal, "temporal.db");
  const temporalPort = await freePort();
  const startTemporal = (): Promise<TemporalServer> =>
    startTemporalServer({ executable: testTemporalExecutable(), dbFile, port: temporalPort });
  let temporal = await startTemporal();
  unwinding.add(() => temporal.stop());
  const simulation = await startSimulation({ dataFolder, households, today: firstDay, publicUrl });
  unwinding.add(simulation.close);
  const control = controlAt(simulation.controlUrl);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(new URL(path, simulation.controlUrl), {
      method,
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`The municipality's control said ${String(response.status)} to ${method} ${path}.`);
    return response.status === 204 ? undefined : response.json();
  };
  for (const fault of faults) await ask("POST", "/faults", fault);

  const start = async (): Promise<ApplicationProcess> =>
    startApplicationProcess({
      month: month("2025-11"),
      today: await control.today(),
      environment: {
        ...process.env,
        ...simulation.environment,
        ...environment,
        TEMPORAL_ADDRESS: temporal.address,
        SKALIG_DATA: dataFolder,
        SKALIG_PORT: String(port),
        SKALIG_LOG_LEVEL: "silent",
      },
    });
  let application = await start();
  unwinding.add(() => application.stop());

  const show = async (number?: string): Promise<ShownCase> => {
    const shown = number ?? (await application.status())[0]?.number;
    const address = readRunningAddress(dataFolder);
    if (shown === undefined || address === undefined) throw new Error("There is no case to show yet.");
    const answer = await askRunning(address).showCase(shown);
    if (answer.found !== "case") throw new Error(`The case is ${answer.found}.`);
    return answer.case;
  };
  const askApplication = (): Inspection => {
    const address = readRunningAddress(dataFolder);
    if (address === undefined) throw new Error("The application does not run.");
    return askRunning(address);
  };
  const patiently = async (what: string, condition: () => Promise<boolean>): Promise<void> => {
    if (!(await until(condition, patienceMs))) throw new Error(`Never came about: ${what}.`);
  };

  const untilHits = (kind: string, times: number): Promise<void> =>
    patiently(`${String(times)} hits by ${kind}`, async () => {
      const { requests } = requestsSchema.parse(await ask("GET", "/requests"));
      return requests.filter(({ fault }) => fault === kind).length >= times;
    });

  return {
    control,
    publicUrl,
    temporal: () => temporal,
    status: () => application.status(),
    caseIn: async (state) => {
      let last: CaseProgress | undefined;
      await patiently(`a case that is ${state}`, async () => {
        [last] = await application.status();
        return last?.state === state;
      });
      if (last === undefined) throw new Error("There is no case.");
      return last;
    },
    show,
    beginDay: async (today) => {
      await control.beginDay(today);
      await application.beginDay(today);
    },
    arm: async (fault) => {
      await ask("POST", "/faults", fault);
    },
    disarm: async () => {
      await ask("DELETE", "/faults");
    },
    untilHit: (kind) => untilHits(kind, 1),
    untilHits,
    untilLogged: (action) =>
      patiently(`the event ${action}`, async () => {
        const cases = await application.status();
        return cases.length > 0 && (await show()).events.some((event) => event.action === action);
      }),
    atRest: async () => {
      let last: CaseProgress | undefined;
      await patiently("a case at rest", async () => {
        [last] = await application.status();
        return last !== undefined && ["prefilled", "referred", "waiting"].includes(last.state);
      });
      if (last === undefined) throw new Error("There is no case.");
      return last;
    },
    portals: () => askApplication().portals(),
    resumePortal: async (portal) => {
      await askApplication().changePortal({ portal, to: "working" });
    },
    requestsTo: async (system) =>
      requestsSchema.parse(await ask("GET", "/requests")).requests.filter((request) => request.system === system)
        .length,
    signIn: (subject = "handlaggare-1") => signInScriptedCaseworker(publicUrl, subject),
    killApplication: () => application.kill(),
    startApplication: async () => {
      application = await start();
    },
    killTemporal: () => {
      process.kill(temporal.pid, "SIGKILL");
    },
    restartTemporal: async () => {
      await temporal.exited;
      temporal = await startTemporal();
    },
    verify: () => application.verify(),
    close: unwinding.unwind,
  };
};
