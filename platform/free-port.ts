import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { Fault } from "../contracts/faults.js";

/**
 * Below the ports that systems give to outgoing connections: one of those may be taken by any connection of any program
 * between the moment it was found free and the moment it is used.
 */
const range = { from: 20_000, to: 32_000 } as const;
const mostTries = 50;

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer();
  const settled = new Promise<boolean>((resolve) => {
    probe.once("error", () => {
      resolve(false);
    });
    probe.once("listening", () => {
      resolve(true);
    });
  });
  probe.listen(port, "127.0.0.1");
  if (!(await settled)) return false;
  probe.close();
  await once(probe, "close");
  return true;
};

/** A port on loopback that was free a moment ago. @throws Fault `InvariantBroken` where none is found. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = randomInt(range.from, range.to);
    if (await isFree(port)) return port;
  }
  throw new Fault("InvariantBroken", "No free port was found.");
};
