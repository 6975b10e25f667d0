import { WorkflowExecutionAlreadyStartedError } from "@temporalio/common";
import {
  getExternalWorkflowHandle,
  isCancellation,
  log,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
} from "@temporalio/workflow";
import type { TakenIn } from "../activities/inbox.js";
import type { Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { taskQueues } from "../contracts/task-queues.js";
import { assessApplication } from "./assess-application.js";
import { faultNameOf } from "./fault-name.js";
import { applicationLinkedSignal } from "./messages.js";
import { steps } from "./steps.js";

const processOf = (caseId: CaseId): string => `application/${caseId}`;

/**
 * Reads the e-service's inbox for a month: starts one case for each application it has not met before, and tells the
 * cases that another one concerns. Run again, it finds the same cases: the store and the workflow id both refuse a
 * second one, and a case that is decided or ended is never started again, whatever the server remembers of it.
 * An application that cannot be read is put before a person and stops no other.
 */
export async function watchInbox({ month }: { readonly month: Month }): Promise<{ readonly received: number }> {
  const references = await steps.inbox.listInbox({ month });
  let received = 0;
  for (const reference of references) {
    const taken = await takeIn(reference, month);
    if (taken === undefined) continue;
    const { applicationId, start, tell } = taken;
    if (start !== undefined) {
      received += 1;
      await startCase(start);
    }
    for (const caseId of tell) await tellOf(caseId, applicationId);
  }
  return { received };
}

/** Faults of the e-service as a whole: the reading ends here, and the next one begins anew. */
const portalWide: readonly string[] = ["PortalUnavailable", "PortalThrottled", "CredentialRejected", "AccountLocked"];

const takeIn = async (reference: string, month: Month): Promise<TakenIn | undefined> => {
  try {
    return await steps.inbox.receiveApplication({ reference });
  } catch (error) {
    const fault = faultNameOf(error);
    if (portalWide.includes(fault)) throw error;
    await steps.process.recordUnreadApplication({ reference, month, fault });
    return undefined;
  }
};

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
