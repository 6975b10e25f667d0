import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import sharp from "sharp";
import type { CaseView } from "../../contracts/api/case-view.js";
import { consoleContentPolicy } from "../../contracts/api/content-policy.js";
import type { LiveEvent } from "../../contracts/api/live-event.js";
import type { PortalsView } from "../../contracts/api/portals.js";
import { queueTabSchema, type QueueTab, type QueueView } from "../../contracts/api/queue.js";
import type { Role } from "../../contracts/codes/roles.js";
import { colleagues, found, letterFor, mandateFor, payment } from "./answer-fixtures.js";
import { decidedCase, ids, readyCase, referredCase } from "./case-fixture.js";
import { decidingFacts } from "./deciding-fixture.js";
import { logView, samplesView } from "./audit-fixture.js";
import { auditAnswer, rulesFor } from "./insight-answers.js";
import { monthView, paymentsView } from "./month-fixture.js";
import { queueOf, sessionWith } from "./view-fixtures.js";
import { workshopAnswer } from "./workshop-fixture.js";

/** What a test may set, and what it may look at afterwards. */
export type FakeApi = {
  readonly address: string;
  roles: readonly Role[];
  staffId: string;
  /** What is different about every case that is shown. */
  changeCase: (view: CaseView) => CaseView;
  /** A payment that can still be stopped. */
  readonly payment: NonNullable<CaseView["payment"]>;
  /** Answers that replace the usual ones, by "METHOD /path". */
  readonly overrides: Map<string, Answer>;
  /** Paths that are never answered, so that what is shown meanwhile can be looked at. */
  readonly held: Set<string>;
  queue: (tab: QueueTab) => QueueView;
  isSignedIn: boolean;
  /** Commands as they came. */
  readonly commands: { readonly path: string; readonly body: unknown }[];
  /** Readings that pages have told of when they were left. */
  readonly readings: unknown[];
  /** Requests for evidence. */
  readonly opened: string[];
  /** Tells every open page that something happened. */
  readonly tell: (event: LiveEvent) => void;
  readonly close: () => Promise<void>;
};

/** The policy the api sends, as a header. */
const contentPolicy = Object.entries(consoleContentPolicy)
  .map(([name, values]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${values.join(" ")}`)
  .join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A rent notice as a picture, with the amounts where the fixture says they are. */
const rentNotice = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600" font-family="DejaVu Sans" font-size="26">
        <rect width="900" height="600" fill="#fdfdfb"/><text x="60" y="80" font-size="34">Hyresavi november 2025</text>
        <text x="60" y="172">Hyra bostad</text><text x="480" y="172">6 430,00</text>
        <text x="60" y="232">Hyreshöjning från 1 nov</text><text x="480" y="232">210,00</text>
        <text x="60" y="292">Att betala senast 2025-10-31</text><text x="480" y="292" font-weight="bold">6 640,00</text>
      </svg>`,
    ),
  )
    .png()
    .toBuffer();

type Answer = { readonly status: number; readonly body: unknown };

const json = (response: ServerResponse, { status, body }: Answer): void => {
  response.writeHead(status, { "content-type": status >= 400 ? "application/problem+json" : "application/json" });
  response.end(JSON.stringify(body));
};

/** A refusal as the api sends it. */
export const problem = (status: number, title: string, code?: string): Answer => ({
  status,
  body: { type: "urn:skalig:problem:test", title, status, ...(code === undefined ? {} : { code }) },
});

const caseOf = (api: FakeApi, caseId: string): CaseView | undefined => {
  const isDecided = api.commands.some(({ path }) => path.endsWith("/decision"));
  if (caseId === ids.ready) return api.changeCase(isDecided ? decidedCase : readyCase);
  return caseId === ids.referred ? api.changeCase(referredCase) : undefined;
};

/** The portals, where those that a person has resumed are worked with again. */
const portalsAfter = ({ commands }: FakeApi): PortalsView => ({
  portals: monthView.portals.map((portal) =>
    commands.some(({ path }) => path === `/api/portals/${portal.portal}/resumption`)
      ? { ...portal, state: "working", cause: null, since: null, until: null }
      : portal,
  ),
});

const view = (api: FakeApi, url: URL): unknown => {
  const [, , area, id] = url.pathname.split("/");
  switch (area) {
    case "session":
      return { ...sessionWith(api.roles), staffId: api.staffId };
    case "queue":
      return api.queue(queueTabSchema.parse(url.searchParams.get("tab") ?? "ready"));
    case "cases":
      if (url.pathname.endsWith("/deciding-facts")) return decidingFacts;
      return url.pathname.endsWith("/colleagues") ? colleagues : caseOf(api, id ?? "");
    case "month":
      return { ...monthView, ...portalsAfter(api) };
    case "payments":
      return paymentsView;
    case "portals":
      return portalsAfter(api);
    case "rules":
      return rulesFor(url);
    case "workshop":
      return workshopAnswer(url);
    case "audit":
      return auditAnswer(url);
    default:
      return undefined;
  }
};

/** What is asked in a body and changes nothing. */
const answerQuestion = (path: string, body: unknown): unknown => {
  if (path.endsWith("/letter-preview")) return letterFor(body);
  if (path.endsWith("/mandate")) return mandateFor(body);
  return path === "/api/find" ? found : undefined;
};

const answerCommand = (api: FakeApi, path: string): unknown => {
  if (path.endsWith("/resumption")) return portalsAfter(api);
  if (path.endsWith("/decision")) return { result: "recorded", decisionId: "d-1" };
  if (path.endsWith("/assignment")) return readyCase;
  if (path.endsWith("/payment")) return { state: "stopped", payOn: payment.payOn, cutOff: payment.cutOff };
  if (path.endsWith("/closing")) return { result: "ended" };
  if (path.endsWith("/verification")) return logView.verification;
  if (path.endsWith("/samples")) return samplesView;
  return { sequence: 2, outcome: "prefilled" };
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly streams: Set<ServerResponse>;
  readonly folder: string;
};

const serveFile = async ({ response, folder }: Exchange, path: string): Promise<void> => {
  const file = extname(path) === "" ? "index.html" : normalize(path);
  const bytes = await readFile(join(folder, file)).catch(() => undefined);
  response.writeHead(bytes === undefined ? 404 : 200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-security-policy": contentPolicy,
  });
  response.end(bytes);
};

const stream = ({ response, streams }: Exchange): void => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(": open\n\n");
  streams.add(response);
};

const answerApi = async (api: FakeApi, { request, response }: Exchange, url: URL): Promise<void> => {
  const { pathname } = url;
  const isCommand = request.method === "POST";
  const body: unknown = isCommand ? JSON.parse((await text(request)) || "{}") : undefined;
  if (api.held.has(pathname)) return;
  const override = api.overrides.get(`${request.method ?? "GET"} ${pathname}`);
  if (override !== undefined) {
    json(response, override);
    return;
  }
  if (pathname.includes("/evidence/")) {
    api.opened.push(pathname);
    response.writeHead(200, { "content-type": "image/png" });
    response.end(await rentNotice());
    return;
  }
  const asked = isCommand ? answerQuestion(pathname, body) : undefined;
  if (asked !== undefined) {
    json(response, { status: 200, body: asked });
    return;
  }
  if (pathname.endsWith("/reading")) {
    api.readings.push(body);
    json(response, { status: 200, body: { result: "kept" } });
    return;
  }
  if (isCommand) api.commands.push({ path: pathname, body });
  const answer = isCommand ? answerCommand(api, pathname) : view(api, url);
  json(response, answer === undefined ? problem(404, "Det finns inget här.") : { status: 200, body: answer });
};

const handle = async (api: FakeApi, exchange: Exchange): Promise<void> => {
  const { request, response } = exchange;
  const url = new URL(request.url ?? "/", "http://fake");
  const { pathname } = url;
  if (!pathname.startsWith("/api/")) await serveFile(exchange, pathname);
  else if (pathname === "/api/sign-in") response.end("Inloggning");
  else if (!api.isSignedIn) json(response, problem(401, "Du är inte inloggad. Logga in igen."));
  else if (pathname === "/api/events") stream(exchange);
  else await answerApi(api, exchange, url);
};

/** Serves a built console with an api of fixtures, on loopback and a free port. */
export const startFakeApi = async (folder: string): Promise<FakeApi> => {
  const streams = new Set<ServerResponse>();
  const server: Server = createServer((request, response) => {
    handle(api, { request, response, streams, folder }).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const bound = server.address();
  const api: FakeApi = {
    address: typeof bound === "object" && bound !== null ? `http://127.0.0.1:${String(bound.port)}` : "",
    roles: ["caseworker"],
    staffId: "s-1",
    changeCase: (view) => view,
    payment,
    overrides: new Map(),
    held: new Set(),
    queue: queueOf,
    isSignedIn: true,
    commands: [],
    readings: [],
    opened: [],
    tell: (event) => {
      streams.forEach((stream) => stream.write(`data: ${JSON.stringify(event)}\n\n`));
    },
    close: () =>
      new Promise((closed) => {
        streams.forEach((stream) => stream.end());
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  };
  return api;
};
