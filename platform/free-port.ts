import { once } from "node:events";
import { createServer } from "node:net";
import { Fault } from "../contracts/faults.js";

/** A port on loopback that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Fault("InvariantBroken", "No free port was given.");
  return address.port;
};
