import {
  isGrpcDeadlineError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import { decisionRefusals, type DecisionRefusal } from "../contracts/process.js";
import {
  communicateUpdate,
  endWithoutDecisionUpdate,
  reassessUpdate,
  recordDecisionUpdate,
} from "../workflows/messages.js";
import type { ProcessGateway, Refused } from "./deps.js";

const isRefusal = (type: string | null | undefined): type is DecisionRefusal =>
  typeof type === "string" && type in decisionRefusals;

/** What the process's validator said, as a value; that no answer came as `OutcomeUnknown`; anything else is thrown on. */
const orRefused = async <T>(answer: Promise<T>): Promise<T | Refused> => {
  try {
    return await answer;
  } catch (error) {
    // The process has ended: the case is decided and delivered.
    if (error instanceof WorkflowNotFoundError) return { result: "refused", code: "already-decided" };
    if (
      error instanceof WorkflowUpdateFailedError &&
      error.cause instanceof ApplicationFailure &&
      isRefusal(error.cause.type)
    )
      return { result: "refused", code: error.cause.type };
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcDeadlineError(error))
      throw new Fault("OutcomeUnknown", "The process did not answer in time. It may still do what it was asked.");
    throw error;
  }
};

/** A person waits on the other side: after this long they are told that it is unclear, and may look again. */
const personsPatienceMs = 30_000;

/** Speaks with the process over the Temporal client. Throws `OutcomeUnknown` where no answer comes in time. */
export const createProcessGateway = (
  client: Client,
  { patienceMs = personsPatienceMs }: { readonly patienceMs?: number } = {},
): ProcessGateway => {
  const processOf = (caseId: CaseId) => client.workflow.getHandle(`application/${caseId}`);
  const patiently = <T>(update: () => Promise<T>): Promise<T | Refused> =>
    orRefused(client.withDeadline(Date.now() + patienceMs, update));
  return {
    recordDecision: (caseId, input) =>
      patiently(() => processOf(caseId).executeUpdate(recordDecisionUpdate, { args: [input] })),
    reassess: (caseId, input) => patiently(() => processOf(caseId).executeUpdate(reassessUpdate, { args: [input] })),
    communicate: (caseId, input) =>
      patiently(() => processOf(caseId).executeUpdate(communicateUpdate, { args: [input] })),
    endWithoutDecision: (caseId, input) =>
      patiently(() => processOf(caseId).executeUpdate(endWithoutDecisionUpdate, { args: [input] })),
  };
};
