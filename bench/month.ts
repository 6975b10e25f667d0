import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from "@temporalio/worker";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { controlAt } from "../cli/start/control.js";
import { signInScriptedCaseworker, type ScriptedCaseworker } from "../cli/start/scripted-caseworker.js";
import { startSimulation } from "../cli/start/simulation.js";
import { createUnwinding } from "../cli/serve/unwinding.js";
import { freePort } from "../platform/free-port.js";
import { deriveKeys, newMasterKey } from "../platform/keys.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../platform/temporal/connection.js";
import { startBenchApplication } from "./application.js";
import { median, percentile, rounded, type Figure } from "./figures.js";
import { benchHouseholds } from "./households.js";
import { watchMemory } from "./memory.js";
import { createStepListener, type Step } from "./steps.js";

const benchQueue = "bench";
const emptyMonth = "2026-01";
const patienceMs = 5 * 60_000;
const readingSteps = ["receiveApplication", "readCaseFile", "queryAgencies", "lookUpRegister"];
const takenInSchema = z.object({ caseId: z.string() });

/** How many cases begin on a fresh program, run alone after it, and are in flight at once for the rest. */
export type MonthSize = {
  readonly cases: number;
  readonly cold: number;
  readonly alone: number;
  readonly inFlight: number;
};

type Prepared = { readonly caseId: string; readonly seconds: number };

/**
 * The real stack: Temporal server, embedded database, simulated municipality, headless browser, the application in its own
 * process. Some cases meet a program that has just been started (cold), some run one at a time on it (warm), and the
 * rest are kept so many in flight, and approved and delivered as they come.
 */
export const measureMonth = async (
  { cases, cold, alone, inFlight }: MonthSize,
  {
    temporalAddress,
    today,
    note,
  }: {
    readonly temporalAddress: string;
    readonly today: string;
    readonly note: (line: string) => void;
  },
): Promise<{ readonly figures: readonly Figure[]; readonly profile: string }> => {
  const unwinding = createUnwinding();
  try {
    const dataFolder = mkdtempSync(join(tmpdir(), "skalig-bench-"));
    unwinding.add(() => {
      rmSync(dataFolder, { recursive: true, force: true });
    });
    const households = benchHouseholds(cases);
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${String(port)}`;
    const simulation = await startSimulation({ dataFolder, households, today, publicUrl });
    unwinding.add(simulation.close);
    const masterKey = newMasterKey();
    const environment = {
      ...process.env,
      ...simulation.environment,
      TEMPORAL_ADDRESS: temporalAddress,
      SKALIG_MASTER_KEY: masterKey.toString("base64"),
      SKALIG_DATA: join(dataFolder, "data"),
      SKALIG_PORT: String(port),
    };
    const converter = sealedDataConverter(deriveKeys(masterKey));
    const target = temporalTarget({ address: temporalAddress });
    const temporal = await connectTemporal(target, converter);
    unwinding.add(temporal.close);
    const stopIntake = await startIntake({ temporalAddress, converter });
    unwinding.add(stopIntake);

    const listener = createStepListener();
    // The application watches the inbox of a month without applications: what is taken in, and when, is the bench's.
    const begin = () => startBenchApplication({ month: emptyMonth, today, environment, hear: listener.hear });
    const prepare = async (reference: string): Promise<Prepared> => {
      const started = performance.now();
      const { caseId } = takenInSchema.parse(
        await temporal.client.workflow.execute("takeIn", {
          taskQueue: benchQueue,
          workflowId: `take-in/${reference}`,
          args: [{ reference }],
        }),
      );
      const { atMs } = await listener.until(
        (step) => step.activity === "assessCase" && step.caseId === caseId,
        patienceMs,
      );
      return { caseId, seconds: (atMs - started) / 1000 };
    };
    const approve = async (caseworker: ScriptedCaseworker, caseId: string): Promise<void> => {
      await caseworker.approve(caseId);
      await listener.until((step) => step.activity === "closeCase" && step.caseId === caseId, patienceMs);
    };

    const references = households.map(({ application }) => application.reference);
    const coldTimes: number[] = [];
    for (const reference of references.slice(0, cold)) {
      const fresh = await begin();
      coldTimes.push((await prepare(reference)).seconds);
      await fresh.stop();
    }
    note(`${String(cold)} cases on a fresh program: ${coldTimes.map(rounded).join(", ")} s`);

    const application = await begin();
    unwinding.add(application.stop);
    const memory = watchMemory(application.pid);
    const warm: Prepared[] = [];
    for (const reference of references.slice(cold, cold + alone + 1)) warm.push(await prepare(reference));
    const warmTimes = warm.slice(1).map(({ seconds }) => seconds);
    note(`${String(alone)} cases one at a time: ${warmTimes.map(rounded).join(", ")} s`);

    const caseworker = await signInScriptedCaseworker(publicUrl, "handlaggare-1");
    const rest = references.slice(cold + alone + 1);
    const before = listener.steps.length;
    const started = performance.now();
    const loaded: number[] = [];
    const queue = [...rest];
    const lane = async (): Promise<void> => {
      for (let reference = queue.shift(); reference !== undefined; reference = queue.shift()) {
        const { caseId, seconds } = await prepare(reference);
        loaded.push(seconds);
        await approve(caseworker, caseId);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
    const minutes = (performance.now() - started) / 60_000;
    note(`${String(rest.length)} cases, ${String(inFlight)} in flight, closed in ${String(rounded(minutes * 60))} s`);
    const peakMiB = memory.stop();
    const { duplicates } = await controlAt(simulation.controlUrl).writes();

    const bots = warm.slice(1).map(({ caseId }, index) => {
      const reference = references[cold + 1 + index] ?? "";
      return botSeconds(listener.steps, { caseId, reference });
    });
    return {
      figures: [
        { figure: "bot.renewal.p50", value: rounded(median(bots)), unit: "s", aim: "<= 10" },
        { figure: "prefill.cold.p95", value: rounded(percentile(coldTimes, 0.95)), unit: "s", aim: "<= 30" },
        { figure: "prefill.warm.p95", value: rounded(percentile(warmTimes, 0.95)), unit: "s", aim: "<= 10" },
        { figure: "prefill.loaded.p50", value: rounded(median(loaded)), unit: "s", aim: "" },
        { figure: "prefill.loaded.p95", value: rounded(percentile(loaded, 0.95)), unit: "s", aim: "" },
        { figure: "month.rate", value: rounded(rest.length / minutes), unit: "per-min", aim: "" },
        { figure: "month.duplicates", value: duplicates, unit: "count", aim: "<= 0" },
        { figure: "memory.peak", value: rounded(peakMiB), unit: "MiB", aim: "" },
      ],
      profile: profileOf(listener.steps.slice(before), rest.length),
    };
  } finally {
    await unwinding.unwind();
  }
};

/** Seconds that bots were at work for one case until it was ready to decide. The intake is the one that ended just before its case began. */
const botSeconds = (
  steps: readonly Step[],
  { caseId }: { readonly caseId: string; readonly reference: string },
): number => {
  const own = steps.filter((step) => step.caseId === caseId && readingSteps.includes(step.activity));
  const first = steps.findIndex((step) => step.caseId === caseId);
  const intake = steps.slice(0, first).findLast(({ activity }) => activity === "receiveApplication");
  return (
    [...own, ...(intake === undefined ? [] : [intake])].reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000
  );
};

/** Where the time goes: for each step how often, how long at the median, and how much of its queue's time for one case. */
const profileOf = (steps: readonly Step[], cases: number): string => {
  const names = [...new Set(steps.map(({ queue, activity }) => `${queue} ${activity}`))].sort();
  return names
    .map((name) => {
      const durations = steps
        .filter((step) => `${step.queue} ${step.activity}` === name)
        .map(({ durationMs }) => durationMs);
      const perCase = durations.reduce((sum, ms) => sum + ms, 0) / cases;
      return `  ${name.padEnd(44)} ${String(durations.length).padStart(4)} × ${String(rounded(median(durations))).padStart(6)} ms, ${String(rounded(perCase)).padStart(6)} ms a case`;
    })
    .join("\n");
};

const startIntake = async (options: {
  readonly temporalAddress: string;
  readonly converter: ReturnType<typeof sealedDataConverter>;
}): Promise<() => Promise<void>> => {
  const { temporalAddress, converter: dataConverter } = options;
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue: benchQueue,
    dataConverter,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL("./workflows.ts", import.meta.url)),
      logger: new DefaultLogger("ERROR"),
      ...(dataConverter.failureConverterPath !== undefined && {
        failureConverterPath: dataConverter.failureConverterPath,
      }),
    }),
  });
  const run = worker.run();
  return async () => {
    worker.shutdown();
    await run;
    await connection.close();
  };
};
