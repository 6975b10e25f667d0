import formbody from "@fastify/formbody";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import { shows } from "../faults/kinds.js";
import type { CaseFileData, Household } from "../households/household.js";
import { personOf } from "../households/load.js";
import { simulatorLogins } from "../logins.js";
import { addGate, pageOf, swedishNotices, type PageNames } from "../shared/gate.js";
import { html, type Html } from "../shared/html.js";
import { createLockOut } from "../shared/lock-out.js";
import { createSessions } from "../shared/sessions.js";
import type { Town } from "../shared/town.js";
import { filePage } from "./file-page.js";
import { numberText, readMonth } from "./format.js";
import { formKinds, formNames, formPage, readForm } from "./forms.js";
import { layout } from "./layout.js";
import { listPage, receiptPage, recordPage, refusedPage } from "./record-pages.js";
import type { Records } from "./records.js";

const system = "case-system";
const pages: PageNames = {
  "GET /": "login",
  "POST /": "login",
  "GET /logga-ut": "login",
  "GET /roll": "role",
  "POST /roll": "role",
  "GET /sok": "search",
  "POST /sok": "search",
  "GET /akt/:caseNumber": "file",
  "GET /akt/:caseNumber/ny/:form": "form",
  "POST /akt/:caseNumber/ny/:form": "write",
  "GET /akt/:caseNumber/kvitto/:number": "receipt",
  "GET /akt/:caseNumber/post/:number": "record",
  "GET /akt/:caseNumber/poster": "records",
};
const idleMs = 60 * 60_000;
const roles = ["Handläggare", "Läsare"] as const;
const loginSchema = z.object({ sign: z.string(), losen: z.string() });
const roleSchema = z.object({ roll: z.enum(roles) });
const searchSchema = z.object({ personnr: z.string() });
const caseSchema = z.object({ caseNumber: z.string() });
const formSchema = caseSchema.extend({ form: z.enum(formNames) });
const numberSchema = caseSchema.extend({ number: z.coerce.number().int() });
const listSchema = z.object({
  manad: z.string().optional(),
  slag: z.enum(["alla", ...formNames]).default("alla"),
  sida: z.coerce.number().int().min(1).default(1),
});

type Session = { role?: (typeof roles)[number] };
type Opened = { readonly household: Household; readonly file: CaseFileData };

const loginPage = (message?: string): Html =>
  layout(
    "INLOGGNING",
    html`${message === undefined ? undefined : html`<p role="alert"><b>${message}</b></p>`}
      <form method="post" action="/">
        <table>
          <tr>
            <td><label for="sign">Sign</label></td>
            <td><input id="sign" name="sign" /></td>
          </tr>
          <tr>
            <td><label for="losen">Lösen</label></td>
            <td><input id="losen" name="losen" type="password" /></td>
          </tr>
        </table>
        <input type="submit" value="OK" />
      </form>`,
  );
const rolePage = (): Html =>
  layout(
    "VÄLJ ROLL",
    html`<form method="post" action="/roll">
      ${roles.map(
        (role, index) =>
          html`<input type="radio" name="roll" id="roll${index}" value="${role}" /><label for="roll${index}"
              >${role}</label
            ><br />`,
      )}<input type="submit" value="Välj" />
    </form>`,
  );
const searchPage = (at: { renamed: boolean; result?: Html }): Html =>
  layout(
    "SÖK PERSON",
    html`<form method="post" action="/sok">
        <label for="personnr">${at.renamed ? "Pnr" : "Personnr"}</label>
        <input id="personnr" name="personnr" autocomplete="off" /> <input type="submit" value="Sök" />
      </form>
      ${at.result}`,
  );

/** The case system. */
export const createCaseSystem = (town: Town, records: Records): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  const sessions = createSessions<Session>("SOCIA7", idleMs);
  const lockOut = createLockOut();
  town.onUnlock.push(lockOut.unlock);
  const send = (reply: FastifyReply, page: Html): FastifyReply =>
    reply.type("text/html; charset=utf-8").send(page.markup);
  const opened: readonly Opened[] = town.households.flatMap((household) =>
    household.caseSystem === null ? [] : [{ household, file: household.caseSystem }],
  );
  const byNumber = (personalNumber: string): Opened | undefined =>
    opened.find(({ household, file }) =>
      file.persons.some((key) => personOf(household, key).personalNumber === personalNumber),
    );
  const open = (request: FastifyRequest): Opened | undefined => {
    const parameters = caseSchema.safeParse(request.params);
    return parameters.success ? opened.find(({ file }) => file.caseNumber === parameters.data.caseNumber) : undefined;
  };
  const searched = (request: FastifyRequest): Opened | undefined => {
    const given = searchSchema.safeParse(request.body);
    return given.success ? byNumber(given.data.personnr.replaceAll(/[\s-]/g, "")) : undefined;
  };
  const missing = (reply: FastifyReply): FastifyReply =>
    send(reply.code(404), layout("FEL", html`<p>Akten finns inte.</p>`));

  app.register(formbody);
  addGate(app, {
    system,
    town,
    pages,
    notices: swedishNotices,
    householdOf: (request) => (open(request) ?? searched(request))?.household.id,
    render: ({ title, message }) => layout(title.toUpperCase(), html`<p>${message}</p>`),
    expire: (request, reply) => {
      sessions.close(request);
      return send(reply, loginPage("Sessionen är avslutad."));
    },
  });
  app.addHook("preHandler", async (request, reply) => {
    const page = pageOf(pages, request);
    if (page === "login") return;
    const session = sessions.of(request);
    // An old habit of old systems: the login page is shown with status 200 wherever one was going.
    if (session === undefined) return send(reply, loginPage("Sessionen är avslutad."));
    if (session.role === undefined && page !== "role") return reply.redirect("/roll");
    if ((page === "form" || page === "write") && session.role !== "Handläggare")
      return send(reply, layout("BEHÖRIGHET SAKNAS", html`<p>Rollen får inte registrera.</p>`));
    return;
  });

  app.get("/", async (_request, reply) => send(reply, loginPage()));
  app.post("/", async (request, reply) => {
    if (lockOut.locked()) return send(reply, loginPage("Användaren är spärrad."));
    const given = loginSchema.safeParse(request.body);
    const { sign, password } = simulatorLogins.caseSystem;
    if (!given.success || given.data.sign !== sign || given.data.losen !== password) {
      lockOut.failed();
      return send(reply, loginPage(lockOut.locked() ? "Användaren är spärrad." : "Fel sign eller lösen."));
    }
    lockOut.passed();
    sessions.open(reply, {});
    return reply.redirect("/roll", 303);
  });
  app.get("/logga-ut", async (request, reply) => {
    sessions.close(request);
    return reply.redirect("/");
  });
  app.get("/roll", async (_request, reply) => send(reply, rolePage()));
  app.post("/roll", async (request, reply) => {
    const given = roleSchema.safeParse(request.body);
    const session = sessions.of(request);
    if (!given.success || session === undefined) return send(reply, rolePage());
    session.role = given.data.roll;
    return reply.redirect("/sok", 303);
  });

  app.get("/sok", async (_request, reply) => {
    const altered = town.faults.take({ system, page: "search", household: undefined, can: ["renamed-label"] });
    return send(reply, searchPage({ renamed: altered.has("renamed-label") }));
  });
  app.post("/sok", async (request, reply) => {
    const found = searched(request);
    if (found === undefined) return send(reply, searchPage({ renamed: false, result: html`<p>Ingen träff.</p>` }));
    const { household, file } = found;
    const place = { system, page: "search", household: household.id } as const;
    if (!town.faults.take({ ...place, can: ["two-hits"] }).has("two-hits"))
      return reply.redirect(`/akt/${file.caseNumber}`, 303);
    const leader = personOf(household, file.persons[0] ?? "a");
    const hit = (label: string): Html =>
      html`<tr>
        <td><a href="/akt/${file.caseNumber}">${label}</a></td>
        <td>${numberText(leader.personalNumber)}</td>
        <td>${leader.familyName}, ${leader.givenName}</td>
      </tr>`;
    const result = html`<table border="1">
      <caption>
        2 träffar
      </caption>
      <tr>
        <th scope="col">Akt</th>
        <th scope="col">Personnr</th>
        <th scope="col">Namn</th>
      </tr>
      ${[hit(file.caseNumber), hit("A-0001")]}
    </table>`;
    return send(reply, searchPage({ renamed: false, result }));
  });

  app.get("/akt/:caseNumber", async (request, reply) => {
    const found = open(request);
    if (found === undefined) return missing(reply);
    const place = { system, page: "file", household: found.household.id } as const;
    const altered = town.faults.take({ ...place, can: shows[system].file });
    const shown = altered.has("other-person") ? (opened.find(({ file }) => file !== found.file) ?? found) : found;
    return send(
      reply,
      filePage(shown.household, { file: shown.file, altered, mayWrite: sessions.of(request)?.role === "Handläggare" }),
    );
  });

  app.get("/akt/:caseNumber/ny/:form", async (request, reply) => {
    const found = open(request);
    const parameters = formSchema.safeParse(request.params);
    if (found === undefined || !parameters.success) return missing(reply);
    const altered = town.faults.take({ system, page: "form", household: found.household.id, can: ["renamed-label"] });
    return send(reply, formPage(parameters.data.form, { file: found.file, renamed: altered.has("renamed-label") }));
  });

  app.post("/akt/:caseNumber/ny/:form", async (request, reply) => {
    const found = open(request);
    const parameters = formSchema.safeParse(request.params);
    if (found === undefined || !parameters.success) return missing(reply);
    const { household, file } = found;
    const read = readForm(parameters.data.form, request.body);
    if ("problems" in read) return send(reply, refusedPage(read.problems));
    const [fault] = town.faults.take({ system, page: "write", household: household.id, can: shows[system].write });
    const save = (): number =>
      records.save({
        ...read.record,
        household: household.id,
        caseNumber: file.caseNumber,
        personalNumber: personOf(household, file.persons[0] ?? "a").personalNumber,
        registeredOn: town.today(),
        sign: simulatorLogins.caseSystem.sign,
      }).number;
    const hangUp = (): FastifyReply => {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    };
    switch (fault) {
      case "saved-response-lost":
        save();
        return hangUp();
      case "saved-shown-as-error":
        save();
        return send(reply, layout("FEL 5012", html`<p>Ett fel inträffade när posten skulle sparas.</p>`));
      case "not-saved-response-lost":
        return hangUp();
      case "shown-as-saved":
        return reply.redirect(`/akt/${file.caseNumber}/kvitto/0`, 303);
      case undefined:
        return reply.redirect(`/akt/${file.caseNumber}/kvitto/${String(save())}`, 303);
    }
  });

  const recordOf = (request: FastifyRequest): ReturnType<Records["of"]>[number] | undefined => {
    const parameters = numberSchema.safeParse(request.params);
    if (!parameters.success) return undefined;
    return records.of(parameters.data.caseNumber).find(({ number }) => number === parameters.data.number);
  };
  app.get("/akt/:caseNumber/kvitto/:number", async (request, reply) => {
    const record = recordOf(request);
    return send(
      reply,
      record === undefined
        ? layout(
            "POSTEN ÄR REGISTRERAD",
            html`<dl>
              <dt>Löpnr</dt>
              <dd>0</dd>
            </dl>`,
          )
        : receiptPage(record),
    );
  });
  app.get("/akt/:caseNumber/post/:number", async (request, reply) => {
    const record = recordOf(request);
    return record === undefined ? missing(reply) : send(reply, recordPage(record));
  });
  app.get("/akt/:caseNumber/poster", async (request, reply) => {
    const found = open(request);
    const query = listSchema.safeParse(request.query);
    if (found === undefined || !query.success) return missing(reply);
    const month = query.data.manad === undefined ? town.today().slice(0, 7) : readMonth(query.data.manad);
    if (month === undefined) return send(reply, layout("FEL", html`<p>Ogiltig månad.</p>`));
    const form = query.data.slag;
    const kind = form === "alla" ? undefined : formKinds[form];
    const listed = records
      .of(found.file.caseNumber)
      .filter((record) => record.month === month && (kind === undefined || record.kind === kind));
    const altered = town.faults.take({
      system,
      page: "records",
      household: found.household.id,
      can: shows[system].records,
    });
    return send(
      reply,
      listPage(listed, { caseNumber: found.file.caseNumber, month, form, page: query.data.sida, altered }),
    );
  });
  return app;
};
