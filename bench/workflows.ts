import { ApplicationFailure, ParentClosePolicy, proxyActivities, startChild } from "@temporalio/workflow";
import type { InboxActivities } from "../activities/inbox.js";
import { taskQueues } from "../contracts/task-queues.js";

const inbox = proxyActivities<InboxActivities>({ taskQueue: taskQueues.eService, startToCloseTimeout: "5 minutes" });

/** Takes one application in, as the inbox does, and starts its case: so the bench decides how many are on their way. */
export async function takeIn({ reference }: { readonly reference: string }): Promise<{ readonly caseId: string }> {
  const { start: caseId } = await inbox.receiveApplication({ reference });
  if (caseId === undefined) throw ApplicationFailure.nonRetryable("The application began no case.", "InvariantBroken");
  await startChild("assessApplication", {
    args: [{ caseId }],
    workflowId: `application/${caseId}`,
    taskQueue: taskQueues.process,
    parentClosePolicy: ParentClosePolicy.ABANDON,
  });
  return { caseId };
}

type BareSteps = { readonly step: (at: number) => Promise<{ readonly at: number }> };

/** Handed to the same worker in the answer to its workflow task, which only steps on the workflow's own queue can be. */
const atHand = proxyActivities<BareSteps>({ startToCloseTimeout: "1 minute" });
/** Handed out by the server, as the steps of a case are: each portal has a queue of its own. */
const byServer = proxyActivities<BareSteps>({ startToCloseTimeout: "1 minute", allowEagerDispatch: false });

/** A flow with nothing in it: three steps, two at the same time, and one last, as a single adult's case has them. */
export async function bareFlow({ isAtHand }: { readonly isAtHand: boolean }): Promise<void> {
  const bare = isAtHand ? atHand : byServer;
  await bare.step(1);
  await bare.step(2);
  await bare.step(3);
  await Promise.all([bare.step(4), bare.step(5)]);
  await bare.step(6);
}
