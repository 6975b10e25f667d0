import type { Instant } from "../contracts/dates.js";
import type { Fault } from "../contracts/faults.js";
import type { PortalState } from "../contracts/portal-state.js";
import { instantAfter } from "../platform/clock.js";

/** When a portal that does not answer is left alone, and for how long. */
export type BreakerSettings = {
  /** Readings in a row without an answer after which the queue rests. */
  readonly failuresBeforeRest: number;
  /** The first rest; each that follows without an answer in between is twice as long, up to the longest. */
  readonly restMs: number;
};

/** What a portal's own process knows beside the stored state: how long it has gone without an answer. */
export type Silence = { readonly failures: number; readonly rests: number };

export const noSilence: Silence = { failures: 0, rests: 0 };

/** A portal may ask for any wait, but is not left alone longer than this: its cases would pass their day. */
const longestRestMs = 15 * 60_000;
/** A portal that asks for no wait at all is still given this. */
const shortestRestMs = 1_000;

type Seen = { readonly state: PortalState; readonly silence: Silence };

/**
 * What a reading's end says of its portal. Pure. A refused login, a CAPTCHA or new terms stop the queue until a person
 * resumes it; a portal that does not answer, or asks for time, rests; any other answer, even a wrong page, is an answer.
 * Errors that are no fault of the portal (`undefined` and our own) change nothing.
 */
export const afterReading = (
  before: Seen,
  outcome: "answered" | Fault,
  { now, settings }: { readonly now: Instant; readonly settings: BreakerSettings },
): Seen => {
  if (before.state.state === "paused") return before;
  const answered: Seen = { state: { state: "working" }, silence: noSilence };
  if (outcome === "answered") return answered;
  const rest = (cause: "unavailable" | "throttled", ms: number): PortalState => ({
    state: "resting",
    cause,
    since: before.state.state === "resting" ? before.state.since : now,
    until: instantAfter(now, Math.min(Math.max(ms, shortestRestMs), longestRestMs)),
  });
  const pause = (cause: "account-locked" | "login-refused" | "captcha" | "new-terms"): Seen => ({
    state: { state: "paused", cause, since: now },
    silence: noSilence,
  });
  switch (outcome.name) {
    case "AccountLocked":
      return pause("account-locked");
    case "CredentialRejected":
      return pause("login-refused");
    case "PortalThrottled":
      return { state: rest("throttled", askedFor(outcome)), silence: before.silence };
    case "PortalUnavailable": {
      // A browser that died is our own machine's trouble and says nothing of the portal.
      if (outcome.details["cause"] === "browser-gone") return before;
      const failures = before.silence.failures + 1;
      const isTrial = before.state.state === "resting";
      if (!isTrial && failures < settings.failuresBeforeRest)
        return { state: before.state, silence: { ...before.silence, failures } };
      const { rests } = before.silence;
      return { state: rest("unavailable", settings.restMs * 2 ** rests), silence: { failures, rests: rests + 1 } };
    }
    case "PortalChanged":
      if (outcome.details["state"] === "captcha") return pause("captcha");
      if (outcome.details["state"] === "terms") return pause("new-terms");
      return answered;
    case "AmbiguousMatch":
    case "PersonMismatch":
    case "DocumentRefused":
      return answered;
    case "SessionExpired":
    case "OutcomeUnknown":
    case "ContractViolation":
    case "InvariantBroken":
      return before;
  }
};

const askedFor = (fault: Fault): number => {
  const seconds = fault.details["retryAfterSeconds"];
  return typeof seconds === "number" ? seconds * 1000 : shortestRestMs;
};

/** Whether the queue may be worked on now: always when working, and for a trial when a rest is over. */
export const mayWork = (state: PortalState, now: Instant): boolean => {
  switch (state.state) {
    case "working":
      return true;
    case "resting":
      return state.until <= now;
    case "paused":
      return false;
  }
};
