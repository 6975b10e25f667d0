import { createServer, type ServerResponse } from "node:http";
import type { Health } from "../../contracts/api/health.js";
import { metricsMediaType } from "../../platform/metrics.js";

/** What the workers' own process answers about itself. */
export type Operations = { readonly health: () => Promise<Health>; readonly metrics: () => Promise<string> };

/** Answers `/health/live`, `/health` and `/metrics` on loopback, for a process that serves nothing else. */
export const serveOperations = async (
  operations: Operations,
  { port }: { readonly port: number },
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    answer(request.url ?? "", response, operations).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The server did not say which port it got.");
  return {
    address: `http://127.0.0.1:${String(bound.port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const answer = async (url: string, response: ServerResponse, operations: Operations): Promise<void> => {
  switch (url) {
    case "/health/live":
      sendJson(response, 200, { status: "ok" });
      return;
    case "/health": {
      const health = await operations.health();
      sendJson(response, health.status === "failing" ? 503 : 200, health);
      return;
    }
    case "/metrics":
      response.writeHead(200, { "content-type": metricsMediaType }).end(await operations.metrics());
      return;
    default:
      response.writeHead(404).end();
  }
};

const sendJson = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};
