import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from "@temporalio/client";
import type { Month } from "../../contracts/dates.js";
import { taskQueues } from "../../contracts/task-queues.js";

const scheduleId = "inbox";
/** A reading of the inbox that was missed while the server was down is made up for this long, once. */
const catchupWindow = "1 hour";

/**
 * Has the inbox of a month read again and again, by the Temporal server's own schedule, so that it goes on whichever
 * process lives. While one reading runs, the next is skipped. Called again it takes the new month and interval.
 */
export const scheduleInbox = async (
  client: Client,
  { month, everyMs }: { readonly month: Month; readonly everyMs: number },
): Promise<void> => {
  const wanted = {
    spec: { intervals: [{ every: everyMs }] },
    action: {
      type: "startWorkflow",
      workflowType: "watchInbox",
      workflowId: `inbox/${month}`,
      taskQueue: taskQueues.process,
      args: [{ month }],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow, pauseOnFailure: false },
  } as const satisfies Omit<ScheduleOptions, "scheduleId">;
  try {
    await client.schedule.create({ ...wanted, scheduleId });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update((now) => ({ ...now, ...wanted }));
  }
};

/** Has the inbox read now. Where it is being read, it is read once more after that: something may just have come. */
export const readInboxNow = async (client: Client): Promise<void> => {
  await client.schedule.getHandle(scheduleId).trigger(ScheduleOverlapPolicy.BUFFER_ONE);
};
