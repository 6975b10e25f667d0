import { isIPv4 } from "node:net";
import { Fault } from "../contracts/faults.js";

/** Whether a host name or address is this machine's own loopback. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIPv4(bare) && bare.startsWith("127."));
};

/**
 * Stops what must never be reached from outside: the development provider and the simulated municipality.
 *
 * @throws Fault `InvariantBroken` where the host is not loopback.
 */
export const assertLoopback = (host: string, what: string): void => {
  if (!isLoopback(host)) throw new Fault("InvariantBroken", `${what} may only listen on loopback.`, { host });
};

/** The same for an address. */
export const assertLoopbackUrl = (url: string, what: string): void => {
  assertLoopback(new URL(url).hostname, what);
};
