import type { Context } from "@temporalio/activity";
import type {
  ActivityExecuteInput,
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
  Next,
} from "@temporalio/worker";
import { toFailure } from "../activities/failure.js";
import { isFault, type Fault } from "../contracts/faults.js";
import { framesOf, type LogFields, type Logger } from "../platform/logger.js";

/** What one attempt at a step came to. `broken`: an error that is no fault, which says nothing of any portal. */
export type ActivityEnd = {
  readonly activity: string;
  readonly queue: string;
  readonly durationMs: number;
  readonly outcome: "answered" | "broken" | Fault;
};

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
 * technical log; the legal one is written by the activities themselves. `onEnd` is waited for before the queue may take
 * the next step, so that it can close the queue.
 */
export const logActivities =
  (logger: Logger, onEnd: (end: ActivityEnd) => Promise<void>): ActivityInterceptorsFactory =>
  (context: Context) => ({
    inbound: {
      execute: async (
        input: ActivityExecuteInput,
        next: Next<ActivityInboundCallsInterceptor, "execute">,
      ): Promise<unknown> => {
        const { activityType, attempt, taskQueue } = context.info;
        const caseId = caseIdOf(input);
        const started = performance.now();
        const fields = (durationMs: number): LogFields => ({
          activity: activityType,
          attempt,
          queue: taskQueue,
          ...(caseId !== undefined && { caseId }),
          durationMs: Math.round(durationMs),
        });
        const ended = (outcome: ActivityEnd["outcome"]): ActivityEnd => ({
          activity: activityType,
          queue: taskQueue,
          durationMs: performance.now() - started,
          outcome,
        });
        let result: unknown;
        try {
          result = await next(input);
        } catch (error) {
          const end = ended(isFault(error) ? error : "broken");
          logger.warn("activity.failed", { ...fields(end.durationMs), ...faultOf(error) });
          await onEnd(end);
          throw toFailure(error);
        }
        const end = ended("answered");
        logger.info("activity.completed", fields(end.durationMs));
        await onEnd(end);
        return result;
      },
    },
  });
