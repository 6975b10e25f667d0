import { listEvents, readHead } from "../../audit/events.js";
import { countVerifications } from "../../audit/verification.js";
import { isFault } from "../../contracts/faults.js";
import { taskQueues } from "../../contracts/task-queues.js";
import { instantAfter, systemClock } from "../../platform/clock.js";
import type { Metrics, Sample } from "../../platform/metrics.js";
import { listCases } from "../../store/cases.js";
import { listBeats } from "../../store/process-beats.js";
import { listPortals } from "../../store/portals.js";
import type { ActivityEnd } from "../../workers/activity-interceptor.js";
import type { Foundation } from "./foundation.js";
import { aliveForMs } from "./health.js";

const durationBounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] as const;

/** The half of a task queue that holds steps, not workflows: `TASK_QUEUE_TYPE_ACTIVITY` of Temporal's API. */
const stepQueues = 2;

const counted = (values: readonly string[], label: string): Sample[] =>
  [...new Set(values)].sort().map((value) => ({
    labels: { [label]: value },
    value: values.filter((one) => one === value).length,
  }));

/**
 * Measures the state that all processes share, in the store and the Temporal server, when somebody asks. Labels are codes
 * of ours: no case, no person, no address.
 */
export const measureState = (foundation: Foundation): void => {
  const { metrics, store, client, target, part } = foundation;
  metrics.gauge("skalig_up", "The process answers.", () => [{ labels: { part }, value: 1 }]);
  metrics.gauge("skalig_resident_memory_bytes", "Memory of the process.", () => [{ value: process.memoryUsage.rss() }]);
  metrics.gauge("skalig_cases", "Cases by where they stand.", () =>
    store.read(async (tx) =>
      counted(
        (await listCases(tx, { includeProtected: true })).map(({ state }) => state),
        "state",
      ),
    ),
  );
  metrics.gauge("skalig_portal_state", "1 for the state each portal's queue is in.", () =>
    store.read(async (tx) =>
      (await listPortals(tx)).flatMap((standing) =>
        (["working", "resting", "paused"] as const).map((state) => ({
          labels: { portal: standing.portal, state },
          value: standing.state === state ? 1 : 0,
        })),
      ),
    ),
  );
  metrics.gauge("skalig_queue_backlog", "Steps that wait for a worker, as the Temporal server estimates them.", () =>
    Promise.all(
      Object.values(taskQueues).map(async (queue) => {
        const { stats } = await client.workflowService.describeTaskQueue({
          namespace: target.namespace,
          taskQueue: { name: queue },
          taskQueueType: stepQueues,
          reportStats: true,
        });
        return { labels: { queue }, value: Number(stats?.approximateBacklogCount ?? 0) };
      }),
    ),
  );
  metrics.gauge("skalig_processes", "Processes that have said within half a minute that they live.", () =>
    store.read(async (tx) =>
      counted(
        (await listBeats(tx, instantAfter(tx.at, -aliveForMs))).map((beat) => beat.part),
        "part",
      ),
    ),
  );
  metrics.gauge("skalig_log_events", "Events in the log.", () =>
    store.read(async (tx) => [{ value: (await readHead(tx)).size }]),
  );
  metrics.gauge("skalig_log_head_age_seconds", "Time since the last event in the log.", () =>
    store.read(async (tx) => {
      const [last] = await listEvents(tx, { after: (await readHead(tx)).size - 1 });
      if (last === undefined) return [];
      return [{ value: Math.max(0, (Date.parse(systemClock.now()) - Date.parse(last.at)) / 1000) }];
    }),
  );
  metrics.gauge("skalig_log_verifications", "Verifications of the log, by whether it held.", () =>
    store.read(async (tx) =>
      Object.entries(await countVerifications(tx)).map(([result, value]) => ({ labels: { result }, value })),
    ),
  );
};

/** Measures the steps of this process. Answers with what hears of each that ended. */
export const measureSteps = (metrics: Metrics): ((end: ActivityEnd) => void) => {
  const seconds = metrics.histogram("skalig_step_seconds", "How long a step took.", durationBounds);
  const faults = metrics.counter("skalig_step_faults_total", "Steps that ended in a fault, by its name.");
  return ({ activity, queue, durationMs, outcome }) => {
    seconds(durationMs / 1000, { step: activity, queue });
    if (outcome !== "answered") faults({ step: activity, fault: isFault(outcome) ? outcome.name : "Unexpected" });
  };
};
