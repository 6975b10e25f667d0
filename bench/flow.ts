import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from "@temporalio/worker";
import { fileURLToPath } from "node:url";
import { taskQueues } from "../contracts/task-queues.js";
import { systemClock } from "../platform/clock.js";
import { deriveKeys, newMasterKey } from "../platform/keys.js";
import { createLogger } from "../platform/logger.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../platform/temporal/connection.js";
import { openStore } from "../store/open-store.js";
import { startWorkers } from "../workers/start-workers.js";
import { median, rounded, type Figure } from "./figures.js";

const flows = 60;
const inFlight = 10;
const rounds = 3;
const bareQueue = "bench-bare";

/** Runs `count` flows, `inFlight` at a time, and answers with the milliseconds that one took on average. */
const timed = async (count: number, one: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (performance.now() - started) / count;
};

/**
 * Our case's flow until it is assessed, with steps that answer at once, against a bare flow with as many empty steps on
 * the same server, handed out by it as ours are. What is left is what we add: the codec, the interceptors, the gates.
 * `one-queue` is the price of a queue for each portal too: steps on the workflow's own queue never pass the server's.
 */
export const measureFlow = async (temporalAddress: string): Promise<readonly Figure[]> => {
  const keys = deriveKeys(newMasterKey());
  const store = await openStore({ location: { kind: "embedded" }, keys, clock: systemClock });
  const target = temporalTarget({ address: temporalAddress });
  const dataConverter = sealedDataConverter(keys);
  const sealed = await connectTemporal(target, dataConverter);
  const plain = new Client({ connection: await Connection.connect({ address: temporalAddress }) });
  const assessed = new Map<string, () => void>();
  const answered = (status: string) => () => Promise.resolve([{ source: "population", memberId: "a", status }]);
  const steps = {
    [taskQueues.process]: {
      receiveCase: () => Promise.resolve({ adults: ["a"], members: ["a"] }),
      assessCase: ({ caseId }: { readonly caseId: string }) => {
        assessed.get(caseId)?.();
        return Promise.resolve({ sequence: 1, outcome: "prefilled", reasons: [] });
      },
    },
    [taskQueues.documents]: { readDocuments: () => Promise.resolve() },
    [taskQueues.agencies]: { queryAgencies: answered("nothing-registered") },
    [taskQueues.register]: { lookUpRegister: answered("read") },
    [taskQueues.caseSystem]: { readCaseFile: () => Promise.resolve() },
    [taskQueues.eService]: { listInbox: () => Promise.resolve([]) },
  };
  const workers = await startWorkers({
    target,
    dataConverter,
    logger: createLogger({ level: "silent", write: () => undefined }),
    queues: Object.values(taskQueues).map((taskQueue) => ({
      taskQueue,
      activities: new Map<string, object>(Object.entries(steps)).get(taskQueue) ?? { nothing: () => Promise.resolve() },
      atOnce: taskQueue === taskQueues.process ? 8 : 1,
      runsWorkflows: taskQueue === taskQueues.process,
    })),
    gates: {
      store,
      clock: systemClock,
      breaker: { failuresBeforeRest: 5, restMs: 60_000 },
      holder: randomUUID(),
      alone: true,
    },
    forget: () => Promise.resolve(),
    cut: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  });
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const bare = await Worker.create({
    connection,
    namespace: target.namespace,
    taskQueue: bareQueue,
    activities: { step: (at: number) => Promise.resolve({ at }) },
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL("./workflows.ts", import.meta.url)),
      logger: new DefaultLogger("ERROR"),
    }),
  });
  const bareRun = bare.run();

  const ours = async (): Promise<void> => {
    const caseId = randomUUID();
    const isAssessed = new Promise<void>((resolve) => assessed.set(caseId, resolve));
    const workflowId = `application/${caseId}`;
    const args = [{ caseId }];
    const handle = await sealed.client.workflow.start("assessApplication", {
      taskQueue: taskQueues.process,
      workflowId,
      args,
    });
    await isAssessed;
    started.push(() => handle.terminate());
  };
  const started: (() => Promise<unknown>)[] = [];
  const empty = (isAtHand: boolean) => async (): Promise<void> => {
    const args = [{ isAtHand }];
    await plain.workflow.execute("bareFlow", { taskQueue: bareQueue, workflowId: randomUUID(), args });
  };

  const times: { readonly ours: number; readonly bare: number; readonly oneQueue: number }[] = [];
  for (const flow of [ours, empty(false), empty(true)]) await timed(inFlight, flow);
  for (let round = 0; round < rounds; round += 1)
    times.push({
      ours: await timed(flows, ours),
      bare: await timed(flows, empty(false)),
      oneQueue: await timed(flows, empty(true)),
    });

  for (const end of started) await end();
  bare.shutdown();
  await bareRun;
  await workers.stop();
  await connection.close();
  await plain.connection.close();
  await sealed.close();
  await store.close();
  return [
    {
      figure: "flow.overhead",
      value: rounded(median(times.map((one) => one.ours / one.bare))),
      unit: "ratio",
      aim: "<= 1.3",
    },
    {
      figure: "flow.overhead.one-queue",
      value: rounded(median(times.map((one) => one.ours / one.oneQueue))),
      unit: "ratio",
      aim: "",
    },
    { figure: "flow.ours", value: rounded(median(times.map((one) => one.ours))), unit: "ms", aim: "" },
    { figure: "flow.bare", value: rounded(median(times.map((one) => one.bare))), unit: "ms", aim: "" },
    { figure: "flow.bare.one-queue", value: rounded(median(times.map((one) => one.oneQueue))), unit: "ms", aim: "" },
  ];
};
