import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Inspection } from "./inspection.js";
import { requestSchema } from "./protocol.js";
import { removeRunningAddress, writeRunningAddress } from "./running-address.js";

/** More than any request of ours. */
const maxBodyBytes = 10_000;

/**
 * Answers commands while the application holds the data folder: on loopback, and only to those who can read the folder.
 * Started after the lock is taken; `close` takes the address back.
 */
export const serveInspection = async (
  inspection: Inspection,
  { folder }: { readonly folder: string },
): Promise<{ readonly close: () => Promise<void> }> => {
  const token = randomBytes(32).toString("base64url");
  const server = createServer((request, response) => {
    answer(request, response, { inspection, token }).catch(() => {
      // A broken answer must not look like a whole one.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The server did not say which port it got.");
  writeRunningAddress(folder, { port: bound.port, token });
  return {
    close: () =>
      new Promise((resolve) => {
        removeRunningAddress(folder);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const isRightToken = (header: string | undefined, token: string): boolean => {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { inspection, token }: { readonly inspection: Inspection; readonly token: string },
): Promise<void> => {
  if (request.method !== "POST" || !isRightToken(request.headers.authorization, token)) {
    response.writeHead(403).end();
    return;
  }
  if (Number(request.headers["content-length"] ?? Infinity) > maxBodyBytes) {
    response.writeHead(413).end();
    return;
  }
  const asked = requestSchema.safeParse(JSON.parse(await text(request)));
  if (!asked.success) {
    response.writeHead(400).end();
    return;
  }
  switch (asked.data.ask) {
    case "case":
      response.end(JSON.stringify(await inspection.showCase(asked.data.reference)));
      return;
    case "verify":
      response.end(JSON.stringify(await inspection.verify(asked.data.checkpoint)));
      return;
    case "portals":
      response.end(JSON.stringify(await inspection.portals()));
      return;
    case "change-portal":
      response.end(JSON.stringify(await inspection.changePortal(asked.data.change)));
      return;
    case "staff":
      response.end(JSON.stringify(await inspection.staff()));
      return;
    case "change-staff":
      response.end(JSON.stringify(await inspection.changeStaff(asked.data.change)));
      return;
    case "export":
      await inspection.exportLog((line) => written(response, line));
      response.end();
      return;
  }
};

const written = (response: ServerResponse, line: string): Promise<void> =>
  new Promise((resolve, reject) => response.write(line, (error) => (error ? reject(error) : resolve())));
