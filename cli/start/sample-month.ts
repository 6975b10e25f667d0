import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { addDays, firstDayOf, type LocalDate } from "../../contracts/dates.js";
import type { Summary } from "../../contracts/summary.js";
import { prepareDataFolder } from "../../platform/data-folder.js";
import { resolveTemporalExecutable } from "../../platform/temporal/executable.js";
import { startTemporalServer } from "../../platform/temporal/server.js";
import { loadHouseholds } from "../../simulators/households/load.js";
import { createUnwinding } from "../serve/unwinding.js";
import { ApplicationEnded, startApplicationProcess, type ApplicationProcess } from "./application-process.js";
import { controlAt } from "./control.js";
import type { StartOptions } from "./options.js";
import { progressLines } from "./progress-lines.js";
import { runMonth } from "./run-month.js";
import { signInScriptedCaseworker } from "./scripted-caseworker.js";
import { startSimulation } from "./simulation.js";
import { summarise } from "./summarise.js";

/** The sample month, running. */
export type SampleMonth = {
  readonly publicUrl: string;
  readonly run: () => Promise<Summary>;
  /** Rejects when the application ends by itself. */
  readonly ended: Promise<never>;
  /** Stops everything that was started, the latest first. */
  readonly stop: () => Promise<void>;
};

/** Who approves in the sample run: one of the invented caseworkers. */
const scriptedSubject = "handlaggare-1";
const minutesForOneHousehold = 2;

/** Starts every part of the sample month on this machine, with one line for each. */
export const startSampleMonth = async (
  options: StartOptions & { readonly dataFolder: string; readonly write: (line: string) => void },
): Promise<SampleMonth> => {
  const { write, month } = options;
  const unwinding = createUnwinding();
  try {
    const folder = prepareDataFolder(options.dataFolder);
    const port = await freePort(options.port);
    const publicUrl = `http://127.0.0.1:${String(port)}`;
    const environment = { ...process.env };

    if (environment["TEMPORAL_ADDRESS"] === undefined) {
      const pointedOut = environment["TEMPORAL_CLI_PATH"];
      const executable = resolveTemporalExecutable({
        ...(pointedOut !== undefined && { pointedOut }),
        ...(environment["PATH"] !== undefined && { searchPath: environment["PATH"] }),
      });
      const server = await startTemporalServer({ executable, dbFile: join(folder.temporal, "temporal.db") });
      unwinding.add(server.stop);
      environment["TEMPORAL_ADDRESS"] = server.address;
      write("✓ Temporal-servern är uppe");
    } else write("✓ Temporal-servern är den som TEMPORAL_ADDRESS pekar på");

    const simulation = await startSimulation({
      dataFolder: folder.path,
      households: options.households,
      today: firstToday(options),
      publicUrl,
    });
    unwinding.add(simulation.close);
    const control = controlAt(simulation.controlUrl);
    const today = await control.today();
    write(`✓ Den simulerade kommunen är öppen, ${today}, ${String(options.households.length)} hushåll`);

    const application = await startApplicationProcess({
      month,
      today,
      environment: { ...environment, ...simulation.environment, SKALIG_DATA: folder.path, SKALIG_PORT: String(port) },
    });
    unwinding.add(application.stop);
    write("✓ Databas, robotar, regelverk och konsol är uppe");
    const started = performance.now();
    const ended = application.exited.then((code): never => {
      throw new ApplicationEnded(code);
    });
    // Whoever waits for it hears of it; when we stop the application ourselves, nobody does.
    ended.catch(() => undefined);
    return {
      publicUrl,
      ended,
      stop: unwinding.unwind,
      run: () => run({ options, application, control, publicUrl, today, started }),
    };
  } catch (error) {
    await unwinding.unwind();
    throw error;
  }
};

/** Five days before the month: where the sample month begins. */
const firstToday = ({ month }: StartOptions): LocalDate => addDays(firstDayOf(month), -5);

const run = async (parts: {
  readonly options: StartOptions & { readonly write: (line: string) => void };
  readonly application: ApplicationProcess;
  readonly control: ReturnType<typeof controlAt>;
  readonly publicUrl: string;
  readonly today: LocalDate;
  readonly started: number;
}): Promise<Summary> => {
  const { options, application, control, publicUrl, today, started } = parts;
  const households = loadHouseholds(options.households);
  const caseworker = options.leaveDecisions ? undefined : await signInScriptedCaseworker(publicUrl, scriptedSubject);
  const seen = await runMonth({
    households,
    today,
    status: application.status,
    beginDay: async (day) => {
      await control.beginDay(day);
      await application.beginDay(day);
      options.write(`En ny dag: ${day}`);
    },
    ...(caseworker !== undefined && { caseworker }),
    onProgress: progressLines(options.write),
    timeoutMs: households.length * minutesForOneHousehold * 60_000,
    now: () => performance.now(),
  });
  return summarise({
    month: options.month,
    seconds: (performance.now() - started) / 1000,
    households,
    seen,
    cases: await application.status(),
    writes: await control.writes(),
    faults: await control.faults(),
    audit: await application.verify(),
    worked: caseworker !== undefined,
  });
};

/** The port asked for, or the next one that is free. */
const freePort = async (asked: number): Promise<number> => {
  for (let port = asked; ; port += 1) {
    const probe = createServer();
    probe.listen(port, "127.0.0.1");
    const settled = await Promise.race([
      once(probe, "listening").then(() => true),
      once(probe, "error").then(() => false),
    ]).catch(() => false);
    if (!settled) continue;
    const address = probe.address();
    probe.close();
    await once(probe, "close");
    if (address !== null && typeof address !== "string") return address.port;
  }
};
