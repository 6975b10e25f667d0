import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A small web server on a free loopback port, for tests of the core. */
export type PageServer = { readonly origin: string; readonly requests: string[]; close(): Promise<void> };

/** Serves what `answer` writes; `requests` lists the paths asked for, in order. */
export const servePages = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<PageServer> => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port.");
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
};
