import { fstatSync } from "node:fs";
import { parseArgs } from "node:util";
import { startIdentityProvider } from "./start.js";

const usage =
  "node --import tsx simulators/identity-provider/main.ts --data DIR --client-id ID --client-secret SECRET --redirect-uri URL [--host 127.0.0.1] [--port N] [--real-issuer URL]";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    "client-id": { type: "string" },
    "client-secret": { type: "string" },
    "redirect-uri": { type: "string" },
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "0" },
    "real-issuer": { type: "string" },
  },
});
const {
  data,
  "client-id": clientId,
  "client-secret": clientSecret,
  "redirect-uri": redirectUri,
  "real-issuer": realIssuer,
} = values;
if (data === undefined || clientId === undefined || clientSecret === undefined || redirectUri === undefined)
  throw new Error(usage);

const provider = await startIdentityProvider({
  dataDir: data,
  client: { clientId, clientSecret, redirectUri },
  host: values.host,
  port: Number(values.port),
  ...(realIssuer === undefined ? {} : { realIssuer }),
});

let closing = false;
const stop = (): void => {
  if (closing) return;
  closing = true;
  provider.close().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// A parent that dies closes the pipe it gave us; a terminal or a file on stdin says nothing about a parent.
const input = fstatSync(0);
if (input.isFIFO() || input.isSocket()) process.stdin.on("end", stop).on("error", stop).resume();

process.stdout.write(`${JSON.stringify({ issuer: provider.issuer })}\n`);
