import { WorkflowExecutionAlreadyStartedError } from "@temporalio/common";
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy } from "@temporalio/workflow";
import type { Month } from "../contracts/dates.js";
import { taskQueues } from "../contracts/task-queues.js";
import { assessApplication } from "./assess-application.js";
import { steps } from "./steps.js";

/**
 * Reads the e-service's inbox for a month and starts one case for each application it has not met before.
 * Run again, it finds the same cases: the store and the workflow id both refuse a second one.
 */
export async function watchInbox({ month }: { readonly month: Month }): Promise<{ readonly received: number }> {
  const references = await steps.inbox.listInbox({ month });
  let received = 0;
  for (const reference of references) {
    const application = await steps.inbox.receiveApplication({ reference });
    if (application.linkedAs !== "first") continue;
    received += 1;
    try {
      await startChild(assessApplication, {
        args: [{ caseId: application.caseId }],
        workflowId: `application/${application.caseId}`,
        taskQueue: taskQueues.process,
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      });
    } catch (error) {
      // Started by an earlier run of the inbox that was cut off: the case is already on its way.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
  return { received };
}
