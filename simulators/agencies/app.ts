import { randomUUID } from "node:crypto";
import formbody from "@fastify/formbody";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import { shows } from "../faults/kinds.js";
import type { AgencyHolds, AgencyKey } from "../households/household.js";
import { simulatorLogins } from "../logins.js";
import { addGate, pageOf, swedishNotices, type PageNames } from "../shared/gate.js";
import { html, type Html } from "../shared/html.js";
import { createLockOut } from "../shared/lock-out.js";
import { createSessions } from "../shared/sessions.js";
import type { Town } from "../shared/town.js";
import { answerPage } from "./answer.js";
import { layout, sessionGone } from "./layout.js";
import { queryPage, readQuery, type Query } from "./query-form.js";
import { sectionHtml, type Section, type SectionAlteration } from "./section.js";

const system = "agencies";
const pages: PageNames = {
  "GET /": "login",
  "GET /inloggning": "login",
  "POST /inloggning": "login",
  "GET /inloggning/kod": "code",
  "POST /inloggning/kod": "code",
  "GET /fraga": "query",
  "POST /fraga": "query",
  "GET /fraga/:id": "answer",
  "GET /fraga/:id/lage": "progress",
};
const idSchema = z.object({ id: z.uuid() });
const userSchema = z.object({ anvandarid: z.string() });
const codeSchema = z.object({ engangskod: z.string() });
const personSchema = z.object({ personnummer: z.string() });

const sectionKinds: readonly SectionAlteration[] = ["other-person", "other-period", "silent-empty", "agency-error"];
const ofSections = shows.agencies.answer.filter((kind) => sectionKinds.includes(kind));
/** Faults that need a table of payments to be seen. */
const ofTables = shows.agencies.answer.filter((kind) => !sectionKinds.includes(kind));

type Asked = { readonly query: Query; readonly sections: readonly Section[]; polls: number };
type Step = { passed: boolean };

const stepPage = (
  title: string,
  at: { action: string; field: string; label: string; button: string; alert?: string },
): Html =>
  layout(
    title,
    html`${at.alert === undefined ? undefined : html`<div class="fel" role="alert">${at.alert}</div>`}
      <form method="post" action="${at.action}">
        <div class="rad">
          <label for="${at.field}">${at.label}</label><input id="${at.field}" name="${at.field}" autocomplete="off" />
        </div>
        <button>${at.button}</button>
      </form>`,
  );
const userPage = (alert?: string): Html =>
  stepPage("Inloggning", {
    action: "/inloggning",
    field: "anvandarid",
    label: "Användar-id",
    button: "Fortsätt",
    ...(alert === undefined ? {} : { alert }),
  });
const codePage = (alert?: string): Html =>
  stepPage("Engångskod", {
    action: "/inloggning/kod",
    field: "engangskod",
    label: "Engångskod",
    button: "Logga in",
    ...(alert === undefined ? {} : { alert }),
  });

/** Settings of the composite service. */
export type AgenciesOptions = { readonly idleMs?: number };

/** The composite query portal. Answers come one after another: the n-th agency is ready at poll 1 + n mod 3. */
export const createAgencies = (town: Town, { idleMs = 15 * 60_000 }: AgenciesOptions = {}): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  const sessions = createSessions<Step>("SAMFRAGA", idleMs);
  const lockOut = createLockOut();
  town.onUnlock.push(lockOut.unlock);
  const asked = new Map<string, Asked>();
  const send = (reply: FastifyReply, page: Html): FastifyReply =>
    reply.type("text/html; charset=utf-8").send(page.markup);

  const householdByNumber = (personalNumber: string): { id: string; key: string } | undefined => {
    for (const { id, persons } of town.households)
      for (const person of persons) if (person.personalNumber === personalNumber) return { id, key: person.key };
    return undefined;
  };
  const askedOf = (request: FastifyRequest): Asked | undefined => {
    const parameters = idSchema.safeParse(request.params);
    return parameters.success ? asked.get(parameters.data.id) : undefined;
  };
  const householdOf = (request: FastifyRequest): string | undefined => {
    const known = askedOf(request)?.query.personalNumber;
    const posted = personSchema.safeParse(request.body);
    const number = known ?? (posted.success ? posted.data.personnummer : undefined);
    return number === undefined ? undefined : householdByNumber(number)?.id;
  };
  const gone = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    pageOf(pages, request) === "progress" ? reply.send({ slut: true }) : send(reply, sessionGone());
  const sectionsOf = (query: Query): readonly Section[] => {
    const found = householdByNumber(query.personalNumber);
    const household = town.households.find(({ id }) => id === found?.id);
    const answers = found === undefined ? undefined : household?.agencies[found.key];
    const holdsOf = (agency: AgencyKey): AgencyHolds | undefined => answers?.[agency];
    const firstPaying = query.agencies.find((agency) => (holdsOf(agency)?.payments.length ?? 0) > 0);
    return query.agencies.map((agency) => {
      const take = (can: readonly SectionAlteration[], leader: AgencyKey | undefined): ReadonlySet<SectionAlteration> =>
        town.faults.take({
          system,
          page: "answer",
          household: found?.id,
          can,
          section: { agency, leads: agency === leader },
        });
      const altered = new Set([...take(ofTables, firstPaying), ...take(ofSections, query.agencies[0])]);
      return {
        agency,
        personalNumber: query.personalNumber,
        period: query,
        holds: holdsOf(agency),
        today: town.today(),
        altered,
      };
    });
  };
  const isReady = (index: number, polls: number): boolean => polls > index % 3;

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
      return gone(request, reply);
    },
  });
  app.addHook("preHandler", async (request, reply) => {
    const page = pageOf(pages, request);
    const step = sessions.of(request);
    if (page === "login" || step?.passed === true || (page === "code" && step !== undefined)) return;
    return page === "query" && request.method === "GET" ? reply.redirect("/inloggning") : gone(request, reply);
  });

  app.get("/", async (_request, reply) => reply.redirect("/inloggning"));
  app.get("/inloggning", async (_request, reply) => send(reply, userPage()));
  app.post("/inloggning", async (request, reply) => {
    if (lockOut.locked()) return send(reply, userPage("Användaren är låst."));
    const given = userSchema.safeParse(request.body);
    if (!given.success || given.data.anvandarid !== simulatorLogins.agencies.user) {
      lockOut.failed();
      return send(reply, userPage("Okänd användare."));
    }
    sessions.open(reply, { passed: false });
    return reply.redirect("/inloggning/kod", 303);
  });
  app.get("/inloggning/kod", async (_request, reply) => send(reply, codePage()));
  app.post("/inloggning/kod", async (request, reply) => {
    const given = codeSchema.safeParse(request.body);
    const step = sessions.of(request);
    if (!given.success || given.data.engangskod !== simulatorLogins.agencies.oneTimeCode || step === undefined) {
      lockOut.failed();
      return send(reply, lockOut.locked() ? userPage("Användaren är låst.") : codePage("Felaktig kod."));
    }
    lockOut.passed();
    step.passed = true;
    return reply.redirect("/fraga", 303);
  });

  app.get("/fraga", async (_request, reply) => {
    const altered = town.faults.take({ system, page: "query", household: undefined, can: ["renamed-label"] });
    return send(reply, queryPage({ problems: [], renamed: altered.has("renamed-label") }));
  });
  app.post("/fraga", async (request, reply) => {
    const read = readQuery(request.body);
    if ("problems" in read) return send(reply, queryPage({ ...read, renamed: false }));
    const id = randomUUID();
    asked.set(id, { query: read.query, sections: sectionsOf(read.query), polls: 0 });
    return reply.redirect(`/fraga/${id}`, 303);
  });
  app.get("/fraga/:id", async (request, reply) => {
    const { id } = idSchema.parse(request.params);
    const one = asked.get(id);
    if (one === undefined)
      return send(reply.code(404), layout("Frågan finns inte", html`<p>Ställ frågan på nytt.</p>`));
    return send(
      reply,
      answerPage(id, { query: one.query, sections: one.sections.map((part) => sectionHtml(part, false)) }),
    );
  });
  app.get("/fraga/:id/lage", async (request, reply) => {
    const one = askedOf(request);
    if (one === undefined) return reply.code(404).send({ slut: true });
    one.polls += 1;
    const ready = one.sections.map((_, index) => isReady(index, one.polls));
    return reply.send({
      klar: ready.every(Boolean),
      avsnitt: one.sections.map((part, index) => sectionHtml(part, ready[index] === true).markup).join(""),
    });
  });
  return app;
};
