import { describe, expect, test } from "vitest";
import { Fault } from "../contracts/faults.js";
import type { PortalState } from "../contracts/portal-state.js";
import { instantSchema } from "../contracts/dates.js";
import { afterReading, mayWork, noSilence, type Silence } from "./breaker.js";

const at = (time: string) => instantSchema.parse(`2025-10-27T${time}.000Z`);
const now = at("08:00:00");
const settings = { failuresBeforeRest: 3, restMs: 60_000 };
const working: PortalState = { state: "working" };
const down = new Fault("PortalUnavailable", "down");

type Seen = { readonly state: PortalState; readonly silence: Silence };
const fresh: Seen = { state: working, silence: noSilence };
const after = (before: Seen, ...outcomes: ("answered" | Fault)[]): Seen =>
  outcomes.reduce((seen, outcome) => afterReading(seen, outcome, { now, settings }), before);

describe("the breaker of a portal", () => {
  test.each([
    [new Fault("AccountLocked", "x"), "account-locked"],
    [new Fault("CredentialRejected", "x"), "login-refused"],
    [new Fault("PortalChanged", "x", { state: "captcha" }), "captcha"],
    [new Fault("PortalChanged", "x", { state: "terms" }), "new-terms"],
  ])("faults 23 and 30: stops for a person at once: %s is %s", (fault, cause) => {
    const { state } = after(fresh, fault);
    expect(state).toEqual({ state: "paused", cause, since: now });
    expect(mayWork(state, at("23:59:59"))).toBe(false);
  });

  test("rests after so many readings in a row without an answer, and not before", () => {
    expect(after(fresh, down, down).state).toEqual(working);
    expect(after(fresh, down, down, "answered", down, down).state).toEqual(working);
    expect(after(fresh, down, down, down).state).toEqual({
      state: "resting",
      cause: "unavailable",
      since: now,
      until: at("08:01:00"),
    });
  });

  test("is tried by one reading when the rest is over; a failure doubles the rest, an answer ends it", () => {
    const resting = after(fresh, down, down, down);
    expect(mayWork(resting.state, at("08:00:59"))).toBe(false);
    expect(mayWork(resting.state, at("08:01:00"))).toBe(true);
    expect(after(resting, down).state).toMatchObject({ state: "resting", until: at("08:02:00") });
    expect(after(resting, down, down).state).toMatchObject({ until: at("08:04:00") });
    expect(after(resting, ...Array.from({ length: 20 }, () => down)).state).toMatchObject({ until: at("08:15:00") });
    expect(after(resting, "answered")).toEqual(fresh);
  });

  test("waits as long as a portal asks, but never so long that a case passes its day", () => {
    const throttled = (retryAfterSeconds: number) =>
      after(fresh, new Fault("PortalThrottled", "x", { retryAfterSeconds })).state;
    expect(throttled(2)).toMatchObject({ cause: "throttled", until: at("08:00:02") });
    expect(throttled(0)).toMatchObject({ until: at("08:00:01") });
    expect(throttled(86_400)).toMatchObject({ until: at("08:15:00") });
  });

  test("takes a wrong page for an answer, and our own trouble for nothing at all", () => {
    const silent = after(fresh, down, down);
    for (const name of ["PortalChanged", "AmbiguousMatch", "PersonMismatch", "DocumentRefused"] as const)
      expect(after(silent, new Fault(name, "x")), name).toEqual(fresh);
    const browserGone = new Fault("PortalUnavailable", "x", { cause: "browser-gone" });
    for (const fault of [browserGone, new Fault("InvariantBroken", "x"), new Fault("OutcomeUnknown", "x")])
      expect(after(silent, fault)).toEqual(silent);
  });

  test("does not start again by itself when a person has to", () => {
    const paused = after(fresh, new Fault("AccountLocked", "x"));
    expect(after(paused, "answered", down)).toEqual(paused);
  });
});
