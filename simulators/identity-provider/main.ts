import { parseArgs } from "node:util";
import { startIdentityProvider } from "./start.js";
import { stopWhenTold } from "../shared/stop-when-told.js";

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

stopWhenTold(provider);

process.stdout.write(`${JSON.stringify({ issuer: provider.issuer })}\n`);
