import formbody from "@fastify/formbody";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import { renderDocument } from "../documents/render.js";
import { shows } from "../faults/kinds.js";
import type { Household } from "../households/household.js";
import { simulatorLogins } from "../logins.js";
import { addGate, pageOf, swedishNotices, type PageNames } from "../shared/gate.js";
import { html, type Html } from "../shared/html.js";
import { createLockOut } from "../shared/lock-out.js";
import { createSessions } from "../shared/sessions.js";
import type { Town } from "../shared/town.js";
import { applicationPage } from "./application.js";
import { inboxPage } from "./inbox.js";
import { layout } from "./layout.js";

const idleMs = 30 * 60_000;
const system = "e-service";
const pages: PageNames = {
  "GET /logga-in": "login",
  "POST /logga-in": "login",
  "GET /inkorg": "inbox",
  "GET /arenden/:reference": "application",
  "GET /arenden/:reference/bilagor/:number": "attachment",
};
const loginSchema = z.object({ anvandarnamn: z.string(), losenord: z.string() });
const querySchema = z.object({ manad: z.string().optional(), sida: z.coerce.number().int().min(1).default(1) });
const referenceSchema = z.object({ reference: z.string() });
const attachmentSchema = referenceSchema.extend({ number: z.coerce.number().int().min(1) });

const loginPage = (message?: string): Html =>
  layout(
    "Logga in",
    html`${message === undefined ? undefined : html`<p role="alert">${message}</p>`}
      <form method="post" action="/logga-in">
        <p>
          <label for="anvandarnamn">Användarnamn</label>
          <input id="anvandarnamn" name="anvandarnamn" autocomplete="username" />
        </p>
        <p><label for="losenord">Lösenord</label> <input id="losenord" name="losenord" type="password" /></p>
        <button type="submit">Logga in</button>
      </form>`,
  );

/** The e-service's staff inbox. */
export const createEService = (town: Town): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  const sessions = createSessions<true>("exk_etjanst", idleMs);
  const lockOut = createLockOut();
  town.onUnlock.push(lockOut.unlock);
  const send = (reply: FastifyReply, page: Html): FastifyReply =>
    reply.type("text/html; charset=utf-8").send(page.markup);
  const byReference = (reference: string): Household | undefined =>
    town.households.find(
      ({ application }) => application.reference === reference && application.receivedAt.slice(0, 10) <= town.today(),
    );
  const householdOf = (request: FastifyRequest): string | undefined => {
    const parameters = referenceSchema.safeParse(request.params);
    return parameters.success ? byReference(parameters.data.reference)?.id : undefined;
  };
  const notFound = (reply: FastifyReply): FastifyReply =>
    send(reply.code(404), layout("Sidan finns inte", html`<p>Det finns inget ärende här.</p>`));

  app.register(formbody);
  addGate(app, {
    system,
    town,
    pages,
    notices: swedishNotices,
    householdOf,
    render: ({ title, message }) => layout(title, html`<p>${message}</p>`),
    expire: (request, reply) => {
      sessions.close(request);
      return reply.redirect("/logga-in");
    },
  });
  app.addHook("preHandler", async (request, reply) => {
    const page = pageOf(pages, request);
    if (page === "login" || sessions.of(request) === true) return;
    return reply.redirect("/logga-in");
  });

  app.get("/", async (_request, reply) => reply.redirect("/inkorg"));
  app.get("/logga-in", async (_request, reply) => send(reply, loginPage()));
  app.post("/logga-in", async (request, reply) => {
    const given = loginSchema.safeParse(request.body);
    if (lockOut.locked()) return send(reply, loginPage("Kontot är låst."));
    const { user, password } = simulatorLogins.eService;
    if (!given.success || given.data.anvandarnamn !== user || given.data.losenord !== password) {
      lockOut.failed();
      return send(reply, loginPage(lockOut.locked() ? "Kontot är låst." : "Fel användarnamn eller lösenord."));
    }
    lockOut.passed();
    sessions.open(reply, true);
    return reply.redirect("/inkorg", 303);
  });

  app.get("/inkorg", async (request, reply) => {
    const received = town.households.filter(({ application }) => application.receivedAt.slice(0, 10) <= town.today());
    const months = [
      ...new Set([...received.map(({ application }) => application.month), town.today().slice(0, 7)]),
    ].sort();
    const query = querySchema.parse(request.query);
    const month = query.manad ?? months.at(-1) ?? town.today().slice(0, 7);
    const applications = received
      .filter(({ application }) => application.month === month)
      .sort((a, b) => a.application.receivedAt.localeCompare(b.application.receivedAt));
    const altered = town.faults.take({ system, page: "inbox", household: undefined, can: shows["e-service"].inbox });
    return send(reply, inboxPage(applications, { month, months, page: query.sida, altered }));
  });

  app.get("/arenden/:reference", async (request, reply) => {
    const household = byReference(referenceSchema.parse(request.params).reference);
    if (household === undefined) return notFound(reply);
    const place = { system, page: "application", household: household.id } as const;
    const altered = town.faults.take({ ...place, can: shows["e-service"].application });
    const shown = altered.has("other-person")
      ? (town.households.find(({ id }) => id !== household.id) ?? household)
      : household;
    return send(reply, applicationPage(shown, altered));
  });

  app.get("/arenden/:reference/bilagor/:number", async (request, reply) => {
    const { reference, number } = attachmentSchema.parse(request.params);
    const household = byReference(reference);
    const attachment = household?.application.attachments[number - 1];
    if (household === undefined || attachment === undefined) return notFound(reply);
    const bytes = await renderDocument(attachment.document, `${household.id}-${String(number)}`);
    return reply
      .type("application/pdf")
      .header("content-disposition", `attachment; filename="${attachment.name}"`)
      .send(Buffer.from(bytes));
  });
  return app;
};
