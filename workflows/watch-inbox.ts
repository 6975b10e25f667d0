import { WorkflowExecutionAlreadyStartedError } from "@temporalio/common";
import {
  getExternalWorkflowHandle,
  isCancellation,
  log,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
} from "@temporalio/workflow";
import type { Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { taskQueues } from "../contracts/task-queues.js";
import { assessApplication } from "./assess-application.js";
import { applicationLinkedSignal } from "./messages.js";
import { steps } from "./steps.js";

const processOf = (caseId: CaseId): string => `application/${caseId}`;

/**
 * Reads the e-service's inbox for a month: starts one case for each application it has not met before, and tells the
 * cases that another one concerns. Run again, it finds the same cases: the store and the workflow id both refuse a
 * second one, and a case that is decided or ended is never started again, whatever the server remembers of it.
 */
export async function watchInbox({ month }: { readonly month: Month }): Promise<{ readonly received: number }> {
  const references = await steps.inbox.listInbox({ month });
  let received = 0;
  for (const reference of references) {
    const { applicationId, start, tell } = await steps.inbox.receiveApplication({ reference });
    if (start !== undefined) {
      received += 1;
      await startCase(start);
    }
    for (const caseId of tell) await tellOf(caseId, applicationId);
  }
  return { received };
}

const startCase = async (caseId: CaseId): Promise<void> => {
  try {
    await startChild(assessApplication, {
      args: [{ caseId }],
      workflowId: processOf(caseId),
      taskQueue: taskQueues.process,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    });
  } catch (error) {
    // Started by an earlier run of the inbox: the case is already on its way.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};

/** A case whose process cannot be reached is told at the next reading of the inbox: it has not been assessed with it. */
const tellOf = async (caseId: CaseId, applicationId: string): Promise<void> => {
  try {
    await getExternalWorkflowHandle(processOf(caseId)).signal(applicationLinkedSignal, { applicationId });
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.warn("inbox.case-not-told", { caseId, fault: error instanceof Error ? error.name : "unknown" });
  }
};
