import { errors } from "playwright";
import { ZodError } from "zod";
import { Fault, isFault } from "../../contracts/faults.js";
import { Unreadable } from "./swedish.js";

const networkCode = /net::(ERR_[A-Z_]+)/;
const browserGone =
  /Target (page, context or browser has been closed|crashed)|Page crashed|browser has been closed|Browser closed/i;

/** Keeps where an error came from and drops what it said: a library's message may quote what was typed into a field. */
const withStackOf = (fault: Fault, error: Error): Fault => {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  fault.stack = [`${fault.name}: ${fault.message}`, ...frames].join("\n");
  return fault;
};

/**
 * Names an error after the policy that fits it. Playwright's own messages never pass: their call logs hold the text
 * that was typed. A wait that ran out and a dead browser are the portal's or the machine's trouble and may pass.
 */
export const toFault = (error: unknown): Fault => {
  if (isFault(error)) return error;
  if (!(error instanceof Error)) return new Fault("InvariantBroken", "Something that is no error was thrown.");
  if (error instanceof errors.TimeoutError)
    return withStackOf(new Fault("PortalUnavailable", "The portal did not answer within the time."), error);
  if (error instanceof ZodError)
    return withStackOf(
      new Fault("PortalChanged", "What the page says does not fit the form of a reading.", {
        at: error.issues.map((issue) => issue.path.map(String).join(".")).join(" "),
      }),
      error,
    );
  if (error instanceof Unreadable)
    return withStackOf(new Fault("PortalChanged", error.message, { wanted: error.wanted }), error);
  const network = networkCode.exec(error.message)?.[1];
  if (network !== undefined)
    return withStackOf(new Fault("PortalUnavailable", "The portal could not be reached.", { network }), error);
  if (browserGone.test(error.message))
    return withStackOf(
      new Fault("PortalUnavailable", "The browser's page went away.", { cause: "browser-gone" }),
      error,
    );
  return withStackOf(new Fault("InvariantBroken", "An unexpected error in a bot.", { error: error.name }), error);
};
