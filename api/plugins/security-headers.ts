import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { consoleContentPolicy } from "../../contracts/api/content-policy.js";
import { Refusal } from "./refusal.js";

/** Far above what a person does in a minute, far below what a script needs to try its luck. */
const requestsPerMinute = 600;

const directives = Object.fromEntries(
  Object.entries(consoleContentPolicy).map(([name, values]) => [name, [...values]]),
);

/** Headers that keep the browser on our side, and a limit on how fast anyone may ask. Nothing of the api is cached. */
export const registerSecurityHeaders = async (
  app: FastifyInstance,
  { isSecure }: { readonly isSecure: boolean },
): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    errorResponseBuilder: () => new Refusal("too-many-requests"),
  });
  app.addHook("onRequest", (request, reply, done) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    done();
  });
};

/** Headers for stored bytes from outside: shown as what they were stored as, with nothing in them allowed to run. */
export const inertContentPolicy = (mediaType: string): string => {
  const shared = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
  // The browser's own reader of PDF does not start in a sandbox.
  return mediaType === "application/pdf" ? shared : `${shared}; sandbox`;
};
