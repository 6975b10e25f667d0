import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { disturbances, type Disturbance, type System } from "../faults/kinds.js";
import type { Html } from "./html.js";
import type { Town } from "./town.js";

/** A page that stands in the way: its heading and its text. */
export type Notice = { readonly title: string; readonly message: string };
type Noticed = Exclude<
  Disturbance,
  "session-expired" | "hang" | "half-response" | "connection-reset" | "redirect-elsewhere"
>;

/** Names of pages, as faults and the log of hits know them, by method and route. */
export type PageNames = Readonly<Record<string, string>>;

/** The page a request has come to. */
export const pageOf = (pages: PageNames, request: FastifyRequest): string | undefined =>
  pages[`${request.method} ${request.routeOptions.url ?? ""}`];

/** How one system takes part: its language, its looks and what its sessions do. */
export type GateOptions = {
  readonly system: System;
  readonly town: Town;
  readonly notices: Readonly<Record<Noticed, Notice>>;
  /** The system's pages by method and route, `"GET /inkorg"`. Routes that are not there are never disturbed. */
  readonly pages: PageNames;
  readonly householdOf: (request: FastifyRequest) => string | undefined;
  readonly render: (notice: Notice) => Html;
  /** Ends the session and answers as the system does when there is none. */
  readonly expire: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
};

const statusOf: Readonly<Record<Noticed, number>> = {
  "error-page-200": 200,
  "error-500": 500,
  "unavailable-503": 503,
  maintenance: 200,
  captcha: 200,
  "new-terms": 200,
  throttled: 429,
  "locked-account": 200,
};

const cutOff = (request: FastifyRequest, reply: FastifyReply, markup: string): void => {
  const half = Buffer.from(markup).subarray(0, Math.floor(markup.length / 2));
  reply.raw.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": String(half.length * 2) });
  reply.raw.write(half, () => request.raw.socket.destroy());
};

/** Serves a disturbance instead of the page. */
const disturb = (
  kind: Disturbance,
  at: { request: FastifyRequest; reply: FastifyReply; options: GateOptions },
): void => {
  const { request, reply, options } = at;
  switch (kind) {
    case "hang":
      reply.hijack();
      return;
    case "connection-reset":
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return;
    case "half-response":
      reply.hijack();
      cutOff(request, reply, options.render(options.notices.maintenance).markup);
      return;
    case "redirect-elsewhere":
      void reply.redirect("http://elsewhere.invalid/");
      return;
    case "session-expired":
      options.expire(request, reply);
      return;
    case "error-page-200":
    case "error-500":
    case "unavailable-503":
    case "maintenance":
    case "captcha":
    case "new-terms":
    case "throttled":
    case "locked-account":
      if (kind === "throttled") reply.header("retry-after", "2");
      void reply
        .code(statusOf[kind])
        .type("text/html; charset=utf-8")
        .send(options.render(options.notices[kind]).markup);
  }
};

const struckBy = new WeakMap<FastifyRequest, Disturbance>();
const logged = new WeakSet<FastifyRequest>();

/** Writes down every hit on a page, and puts armed disturbances in front of it. */
export const addGate = (app: FastifyInstance, options: GateOptions): void => {
  const { system, town } = options;
  const log = (request: FastifyRequest, status: number): void => {
    const page = pageOf(options.pages, request);
    if (page === undefined || logged.has(request)) return;
    logged.add(request);
    const household = options.householdOf(request);
    const fault = struckBy.get(request);
    town.hits.push({
      system,
      page,
      method: request.method,
      status,
      ...(household === undefined ? {} : { household }),
      ...(fault === undefined ? {} : { fault }),
    });
  };
  app.addHook("preHandler", async (request, reply) => {
    const page = pageOf(options.pages, request);
    if (page === undefined) return;
    const [kind] = town.faults.take({ system, page, household: options.householdOf(request), can: disturbances });
    if (kind === undefined) return;
    struckBy.set(request, kind);
    disturb(kind, { request, reply, options });
    // A reply that was taken over may never end: it is written down now, without a status.
    if (reply.sent && !reply.raw.writableEnded) log(request, 0);
    return reply;
  });
  app.addHook("onResponse", async (request, reply) => {
    log(request, reply.statusCode);
  });
};

/** Notices of a system that speaks Swedish. */
export const swedishNotices: GateOptions["notices"] = {
  "error-page-200": { title: "Ett fel har inträffat", message: "Sidan kunde inte visas. Felreferens 0x80004005." },
  "error-500": { title: "Internt fel", message: "Ett oväntat fel inträffade." },
  "unavailable-503": { title: "Tjänsten är inte tillgänglig", message: "Försök igen om en stund." },
  maintenance: { title: "Planerat underhåll", message: "Systemet är stängt för underhåll." },
  captcha: { title: "Bekräfta att du är en människa", message: "Skriv tecknen i bilden för att fortsätta." },
  "new-terms": { title: "Nya användarvillkor", message: "Du måste godkänna de nya villkoren innan du fortsätter." },
  throttled: { title: "För många anrop", message: "Vänta innan du försöker igen." },
  "locked-account": { title: "Kontot är låst", message: "Kontot är låst. Kontakta förvaltningen." },
};
