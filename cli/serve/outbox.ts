import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from "@temporalio/client";
import { taskQueues } from "../../contracts/task-queues.js";

const scheduleId = "outbox";
/** A cut-off is hard for whoever wants to stop a payment; its file leaves within this time after it. */
const every = "2 minutes";

/**
 * Has payment files made and sent when their cut-off has passed, and letters followed, by the Temporal server's own
 * schedule. While one run goes on, the next is skipped.
 */
export const scheduleOutbox = async (client: Client): Promise<void> => {
  const wanted = {
    spec: { intervals: [{ every }] },
    action: { type: "startWorkflow", workflowType: "emptyOutbox", workflowId: "outbox", taskQueue: taskQueues.process },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: every, pauseOnFailure: false },
  } as const satisfies Omit<ScheduleOptions, "scheduleId">;
  try {
    await client.schedule.create({ ...wanted, scheduleId });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update((now) => ({ ...now, ...wanted }));
  }
};

/** Has it done now; once more where it is being done, since a new day may have begun meanwhile. */
export const emptyOutboxNow = async (client: Client): Promise<void> => {
  await client.schedule.getHandle(scheduleId).trigger(ScheduleOverlapPolicy.BUFFER_ONE);
};
