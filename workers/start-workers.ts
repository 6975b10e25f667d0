import { fileURLToPath } from "node:url";
import type { DataConverter } from "@temporalio/common";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import type { Logger } from "../platform/logger.js";
import type { TemporalTarget } from "../platform/temporal/connection.js";
import { logActivities } from "./activity-interceptor.js";
import type { Queue } from "./queues.js";

/** What workers are started from. */
export type WorkersOptions = {
  readonly target: TemporalTarget;
  readonly dataConverter: DataConverter;
  readonly queues: readonly Queue[];
  readonly logger: Logger;
};

/** Running workers. */
export type Workers = {
  /** Resolves when all have stopped; rejects where one fails. */
  readonly done: Promise<void>;
  /** Takes no new work, lets what runs end, and then stops. */
  readonly stop: () => Promise<void>;
};

const workflowsPath = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));

/** What runs may take this long to end when we stop; then it is cut off, and done again by the next worker. */
const graceTime = "5 seconds";
const forceTime = "15 seconds";

/**
 * The SDK's own log is turned off but for errors, without their words: they may repeat what a failure carried.
 * Signals are the process's to handle. Once a process.
 */
const installRuntime = (logger: Logger): void => {
  Runtime.install({
    logger: new DefaultLogger("ERROR", () => {
      logger.error("temporal.error");
    }),
    shutdownSignals: [],
  });
};

/** Starts one worker for each queue on one connection. */
export const startWorkers = async ({ target, dataConverter, queues, logger }: WorkersOptions): Promise<Workers> => {
  installRuntime(logger);
  const connection = await NativeConnection.connect(target.connectionOptions);
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger("ERROR"),
    ...(dataConverter.failureConverterPath !== undefined && {
      failureConverterPath: dataConverter.failureConverterPath,
    }),
  });
  const workers = await Promise.all(
    queues.map(({ taskQueue, activities, atOnce, runsWorkflows }) =>
      Worker.create({
        connection,
        namespace: target.namespace,
        dataConverter,
        taskQueue,
        activities,
        maxConcurrentActivityTaskExecutions: atOnce,
        interceptors: { activity: [logActivities(logger)] },
        shutdownGraceTime: graceTime,
        shutdownForceTime: forceTime,
        ...(runsWorkflows && { workflowBundle }),
      }),
    ),
  );
  const done = Promise.all(workers.map((worker) => worker.run())).then(() => connection.close());
  return {
    done,
    stop: async () => {
      for (const worker of workers) if (worker.getState() === "RUNNING") worker.shutdown();
      await done;
    },
  };
};
