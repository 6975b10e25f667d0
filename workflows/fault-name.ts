import { ActivityFailure, ApplicationFailure } from "@temporalio/workflow";

/** The fault's name, as the activity gave it. Anything that is not a failed activity is ours and is thrown on. */
export const faultNameOf = (error: unknown): string => {
  if (!(error instanceof ActivityFailure)) throw error;
  return error.cause instanceof ApplicationFailure ? (error.cause.type ?? "PortalUnavailable") : "PortalUnavailable";
};
