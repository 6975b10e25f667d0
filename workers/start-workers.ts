import { fileURLToPath } from "node:url";
import type { DataConverter } from "@temporalio/common";
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from "@temporalio/worker";
import type { Portal } from "../contracts/portal-state.js";
import { queueOfPortal, portalSchema } from "../contracts/portal-state.js";
import type { TaskQueue } from "../contracts/task-queues.js";
import type { Logger } from "../platform/logger.js";
import type { TemporalTarget } from "../platform/temporal/connection.js";
import { logActivities, type ActivityEnd } from "./activity-interceptor.js";
import { openPortalGates, type GateDeps, type GatedQueue, type Polling, type PortalGates } from "./portal-gates.js";
import type { Queue } from "./queues.js";
import { systemTimers } from "./timers.js";

/** What workers are started from. */
export type WorkersOptions = {
  readonly target: TemporalTarget;
  readonly dataConverter: DataConverter;
  readonly queues: readonly Queue[];
  readonly logger: Logger;
  readonly gates: Omit<GateDeps, "logger" | "timers">;
  /** Ends the bot's session at a portal, before it is used anew. */
  readonly forget: (portal: Portal) => Promise<void>;
  /** Ends what runs at a portal in the middle of it, because another process may use the account. */
  readonly cut: (portal: Portal) => Promise<void>;
  /** Cuts off what still runs in browsers when it has had its time to end. */
  readonly abandon: () => Promise<void>;
  /** Hears of every step that ended, for the metrics. */
  readonly onEnd?: (end: ActivityEnd) => void;
};

/** Running workers. */
export type Workers = {
  /** Resolves when all have stopped; rejects where one fails. */
  readonly done: Promise<void>;
  /** Takes no new work, lets what runs end, and then stops. What does not end in time is done again by the next worker. */
  readonly stop: () => Promise<void>;
};

const workflowsPath = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));

/** What runs may take this long to end when we stop; then its browser is closed under it. */
const drainMs = 8_000;
/** Where even that does not end it, for one because the server is gone, the process goes on stopping without. */
const lastResortMs = 25_000;
/** After this the worker itself gives up waiting. */
const graceTime = "5 seconds";
const forceTime = "20 seconds";

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

const portalOf = (taskQueue: TaskQueue): Portal | undefined =>
  portalSchema.options.find((portal) => queueOfPortal[portal] === taskQueue);

/** Starts a worker for each queue on one connection; the queues of portals are opened and closed by their gates. */
export const startWorkers = async (options: WorkersOptions): Promise<Workers> => {
  const { target, dataConverter, queues, logger } = options;
  installRuntime(logger);
  const connection = await NativeConnection.connect(target.connectionOptions);
  const workflowBundle = queues.some(({ runsWorkflows }) => runsWorkflows) ? await bundle(dataConverter) : undefined;
  let fail: (error: unknown) => void = () => undefined;
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  // Whoever waits for it hears of it; what happens before anyone does must not end the process.
  done.catch(() => undefined);
  let openedGates: (gates: PortalGates) => void = () => undefined;
  const gatesOpen = new Promise<PortalGates>((resolve) => {
    openedGates = resolve;
  });

  const poll = async (queue: Queue): Promise<Polling> => {
    const { taskQueue, activities, atOnce, runsWorkflows } = queue;
    const portal = portalOf(taskQueue);
    const worker = await Worker.create({
      connection,
      namespace: target.namespace,
      dataConverter,
      taskQueue,
      activities,
      maxConcurrentActivityTaskExecutions: atOnce,
      interceptors: {
        activity: [
          logActivities(logger, async (ended) => {
            options.onEnd?.(ended);
            if (portal !== undefined && ended.outcome !== "broken")
              await (await gatesOpen).observe(portal, ended.outcome);
          }),
        ],
      },
      shutdownGraceTime: graceTime,
      // A portal's queue may be closed in the middle of a slow reading, which then ends in its own time.
      ...(portal === undefined && { shutdownForceTime: forceTime }),
      ...(runsWorkflows && workflowBundle !== undefined && { workflowBundle }),
    });
    const run = worker.run();
    run.catch((error: unknown) => {
      fail(error);
    });
    return {
      stop: () => {
        if (worker.getState() === "RUNNING") worker.shutdown();
        return run;
      },
    };
  };

  const gated = queues.flatMap((queue): GatedQueue[] => {
    const portal = portalOf(queue.taskQueue);
    if (portal === undefined) return [];
    return [{ portal, poll: () => poll(queue), forget: () => options.forget(portal), cut: () => options.cut(portal) }];
  });
  const always = await Promise.all(queues.filter(({ taskQueue }) => portalOf(taskQueue) === undefined).map(poll));
  const stopAlways = (): Promise<unknown> => Promise.allSettled(always.map((polling) => polling.stop()));
  const gates = await openPortalGates(gated, {
    ...options.gates,
    logger,
    timers: systemTimers,
    onFailure: (error) => {
      fail(error);
    },
  }).catch(async (error: unknown) => {
    await stopAlways();
    await connection.close();
    throw error;
  });
  openedGates(gates);

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const drained = Promise.allSettled([gates.stop(), stopAlways()]);
    const timer = setTimeout(() => {
      options.abandon().catch(() => undefined);
    }, drainMs);
    let lastResort: NodeJS.Timeout | undefined;
    const givenUp = new Promise<void>((resolve) => {
      lastResort = setTimeout(() => {
        logger.error("workers.undrained");
        resolve();
      }, lastResortMs);
    });
    await Promise.race([drained, givenUp]);
    clearTimeout(timer);
    clearTimeout(lastResort);
    await connection.close().catch(() => undefined);
    end();
  };
  return { done, stop: () => (stopping ??= stop()) };
};

const bundle = (dataConverter: DataConverter): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger("ERROR"),
    ...(dataConverter.failureConverterPath !== undefined && {
      failureConverterPath: dataConverter.failureConverterPath,
    }),
  });
