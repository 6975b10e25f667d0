import type { Context } from "@temporalio/activity";
import type {
  ActivityExecuteInput,
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
  Next,
} from "@temporalio/worker";
import { toFailure } from "../activities/failure.js";
import { isFault } from "../contracts/faults.js";
import { framesOf, type LogFields, type Logger } from "../platform/logger.js";

/** The case an activity works on, where its first argument names one. */
const caseIdOf = (input: ActivityExecuteInput): string | undefined => {
  const [first] = input.args;
  if (typeof first !== "object" || first === null || !("caseId" in first)) return undefined;
  return typeof first.caseId === "string" ? first.caseId : undefined;
};

/** A fault is known by its name; any other error is a bug, and only its stack tells where. */
const faultOf = (error: unknown): LogFields => {
  if (isFault(error)) return { fault: error.name };
  return { fault: "Unexpected", stack: framesOf(error) };
};

/**
 * Logs every activity with case, attempt and duration, and turns errors into failures in one place. This is the
 * technical log; the legal one is written by the activities themselves.
 */
export const logActivities =
  (logger: Logger): ActivityInterceptorsFactory =>
  (context: Context) => ({
    inbound: {
      execute: async (
        input: ActivityExecuteInput,
        next: Next<ActivityInboundCallsInterceptor, "execute">,
      ): Promise<unknown> => {
        const { activityType, attempt, taskQueue } = context.info;
        const caseId = caseIdOf(input);
        const started = performance.now();
        const outcome = (): LogFields => ({
          activity: activityType,
          attempt,
          queue: taskQueue,
          ...(caseId !== undefined && { caseId }),
          durationMs: Math.round(performance.now() - started),
        });
        try {
          const result = await next(input);
          logger.info("activity.completed", outcome());
          return result;
        } catch (error) {
          logger.warn("activity.failed", { ...outcome(), ...faultOf(error) });
          throw toFailure(error);
        }
      },
    },
  });
