import { WorkflowIdConflictPolicy, type Client } from "@temporalio/client";
import type { Month } from "../../contracts/dates.js";
import { taskQueues } from "../../contracts/task-queues.js";

/**
 * Reads the inbox of a month once and starts the cases that are new. While one reading runs, a second asks for the same.
 * Resolves when the reading has been taken on, not when it is done.
 */
export const watchInbox = async (client: Client, month: Month): Promise<void> => {
  await client.workflow.start("watchInbox", {
    args: [{ month }],
    taskQueue: taskQueues.process,
    workflowId: `inbox/${month}`,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  });
};
