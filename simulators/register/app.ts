import { timingSafeEqual } from "node:crypto";
import formbody from "@fastify/formbody";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import { shows } from "../faults/kinds.js";
import { simulatorLogins } from "../logins.js";
import { addGate, type GateOptions, type PageNames } from "../shared/gate.js";
import { html, type Html } from "../shared/html.js";
import type { Town } from "../shared/town.js";
import { hitList, layout, noHits, recordPage, searchPage, type Registered } from "./pages.js";

const system = "register";
const pages: PageNames = {
  "GET /": "search",
  "POST /search": "record",
  "POST /record": "record",
};
const searchSchema = z.object({ number: z.string() });

const notices: GateOptions["notices"] = {
  "error-page-200": { title: "Error", message: "The page could not be shown. Reference 17-B." },
  "error-500": { title: "Internal error", message: "An unexpected error occurred." },
  "unavailable-503": { title: "Unavailable", message: "Try again later." },
  maintenance: { title: "Maintenance", message: "The register is closed while it is updated." },
  captcha: { title: "Are you a person?", message: "Type the characters in the picture." },
  "new-terms": { title: "New terms of use", message: "Accept the new terms before you continue." },
  throttled: { title: "Too many requests", message: "Slow down." },
  "locked-account": { title: "Account locked", message: "The account is locked. Contact the administrator." },
};

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** The municipality's copy of the population register. */
export const createRegister = (town: Town): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  const { user, password } = simulatorLogins.register;
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const send = (reply: FastifyReply, page: Html): FastifyReply =>
    reply.type("text/html; charset=utf-8").send(page.markup);
  const challenge = (reply: FastifyReply): FastifyReply =>
    send(
      reply.code(401).header("www-authenticate", 'Basic realm="Population register", charset="UTF-8"'),
      layout("Not signed in", html`<p>Sign in to use the register.</p>`),
    );
  const registered: readonly Registered[] = town.households.flatMap((household) =>
    household.persons.map((person) => ({ household, person })),
  );
  const find = (request: FastifyRequest): Registered | undefined => {
    const given = searchSchema.safeParse(request.body);
    if (!given.success) return undefined;
    const number = given.data.number.replaceAll(/[\s-]/g, "");
    return registered.find(({ person }) => person.personalNumber === number);
  };

  app.register(formbody);
  addGate(app, {
    system,
    town,
    pages,
    notices,
    householdOf: (request) => find(request)?.household.id,
    render: ({ title, message }) => layout(title, html`<p>${message}</p>`),
    expire: (_request, reply) => challenge(reply),
  });
  app.addHook("preHandler", async (request, reply) => {
    if (same(request.headers.authorization ?? "", wanted)) return;
    return challenge(reply);
  });

  const record = (reply: FastifyReply, found: Registered): FastifyReply => {
    const place = { system, page: "record", household: found.household.id } as const;
    const can = shows.register.record.filter((kind) => kind !== "two-hits");
    const altered = town.faults.take({ ...place, can });
    const shown = altered.has("other-person")
      ? (registered.find(({ household }) => household !== found.household) ?? found)
      : found;
    return send(reply, recordPage(shown, altered));
  };

  app.get("/", async (_request, reply) => {
    const altered = town.faults.take({ system, page: "search", household: undefined, can: ["renamed-label"] });
    return send(reply, searchPage(altered.has("renamed-label")));
  });
  app.post("/search", async (request, reply) => {
    const found = find(request);
    if (found === undefined) return send(reply, noHits());
    const place = { system, page: "record", household: found.household.id } as const;
    return town.faults.take({ ...place, can: ["two-hits"] }).has("two-hits")
      ? send(reply, hitList(found))
      : record(reply, found);
  });
  app.post("/record", async (request, reply) => {
    const found = find(request);
    return found === undefined ? send(reply, noHits()) : record(reply, found);
  });
  return app;
};
