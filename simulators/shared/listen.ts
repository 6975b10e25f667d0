import { isIP } from "node:net";
import type { FastifyInstance } from "fastify";

/** Whether a host can only be reached from this machine. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

/** Throws where the host is not loopback: the simulated systems have no protection worth the name. */
export const assertLoopback = (host: string): void => {
  if (!isLoopback(host))
    throw new Error(`The simulated municipality listens on loopback only; "${host}" is not a loopback host.`);
};

/** Listens on a port of the loopback host (0: any free one) and gives the address without a closing slash. */
export const listen = async (app: FastifyInstance, at: { host: string; port: number }): Promise<string> => {
  assertLoopback(at.host);
  return app.listen(at);
};
