import { ApplicationFailure } from "@temporalio/common";
import { isFault, retryableFaults, type Fault } from "../contracts/faults.js";

const isRetryable = (fault: Fault): boolean => (retryableFaults as readonly string[]).includes(fault.name);

/** A portal that asks us to slow down tells for how long; that wait replaces the usual back-off. */
const waitAskedFor = (fault: Fault): { nextRetryDelay?: number } => {
  const seconds = fault.details["retryAfterSeconds"];
  return typeof seconds === "number" ? { nextRetryDelay: seconds * 1000 } : {};
};

/**
 * The one place where our errors become Temporal's. The type is the fault's name, and the name is the policy.
 * An error that is no fault keeps its stack in the technical log only: its words may hold personal data, so the
 * failure carries none of them.
 */
export const toFailure = (error: unknown): Error => {
  if (error instanceof ApplicationFailure) return error;
  if (isFault(error))
    return ApplicationFailure.create({
      type: error.name,
      message: error.message,
      nonRetryable: !isRetryable(error),
      details: [error.details],
      ...waitAskedFor(error),
    });
  return ApplicationFailure.create({
    type: "Unexpected",
    message: "An unexpected error; the technical log has it under this activity's id.",
    nonRetryable: false,
  });
};
