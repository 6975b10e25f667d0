import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { loadHousehold } from "../households/load.js";
import { simulatorLogins } from "../logins.js";
import { startMunicipality, type Municipality } from "../municipality.js";
import {
  ask,
  queryFor,
  visitAgencies,
  visitCaseSystem,
  visitEService,
  visitRegister,
  type Visit,
  type Visitor,
} from "../test-support/visitor.js";
import { disturbances, kindsOn, shows, systems, type Alteration, type Disturbance, type System } from "./kinds.js";

/** Household 21: a case with records, a cost and one benefit. */
const household = "21";
const reference = "EB-2510-0121";
const file = "/akt/A-2421";
const month = "11-2025";
const tablesSchema = z.object({ counts: z.object({ journal: z.int() }) });

let town: Municipality;
let number = "";
const json = { "content-type": "application/json" };
const control = async (path: string, method: string, body?: unknown): Promise<Response> =>
  fetch(`${town.urls.control}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: json, body: JSON.stringify(body) }),
  });
const arm = async (fault: Readonly<Record<string, unknown>>): Promise<void> => {
  expect((await control("/faults", "POST", fault)).status).toBe(201);
};

beforeAll(async () => {
  town = await startMunicipality({ households: ["21", "14"], today: "2025-10-27" });
  number = loadHousehold(household).persons[0]?.personalNumber ?? "";
});
afterEach(async () => control("/faults", "DELETE"));
afterAll(async () => town.close());

const signIn: Readonly<Record<System, () => Promise<Visitor>>> = {
  "e-service": () => visitEService(town),
  agencies: () => visitAgencies(town),
  register: () => Promise.resolve(visitRegister(town)),
  "case-system": () => visitCaseSystem(town),
};
const read: Readonly<Record<System, (visitor: Visitor) => Promise<Visit>>> = {
  "e-service": (visitor) => visitor.get(`/arenden/${reference}`),
  agencies: (visitor) => visitor.post("/fraga", queryFor(number)),
  register: (visitor) => visitor.post("/search", { number }),
  "case-system": (visitor) => visitor.get(file),
};

/** What stands in the way, as a visitor sees it. Those that cut or hold the connection are told apart below. */
const seen: Readonly<Partial<Record<Disturbance, readonly [status: number, swedish: string, english: string]>>> = {
  "error-page-200": [200, "Ett fel har inträffat", "Error"],
  "error-500": [500, "Internt fel", "Internal error"],
  "unavailable-503": [503, "Tjänsten är inte tillgänglig", "Unavailable"],
  maintenance: [200, "Planerat underhåll", "Maintenance"],
  captcha: [200, "Bekräfta att du är en människa", "Are you a person?"],
  "new-terms": [200, "Nya användarvillkor", "New terms of use"],
  throttled: [429, "För många anrop", "Too many requests"],
  "locked-account": [200, "Kontot är låst", "Account locked"],
};

describe.each(systems)("in front of a page of %s", (system) => {
  test.each(disturbances.filter((kind) => kind in seen))("%s is shown once, for the one household", async (kind) => {
    const visitor = await signIn[system]();
    const untouched = await read[system](visitor);
    await arm({ system, kind, household, times: 1 });
    const struck = await read[system](visitor);
    const [status, swedish, english] = seen[kind] ?? [0, "", ""];
    expect(struck.status).toBe(status);
    expect(struck.text.toLowerCase()).toContain((system === "register" ? english : swedish).toLowerCase());
    expect((await read[system](visitor)).status).toBe(untouched.status);
  });

  test.each(["half-response", "connection-reset"])("%s breaks the answer", async (kind) => {
    const visitor = await signIn[system]();
    await arm({ system, kind, household, times: 1 });
    await expect(read[system](visitor)).rejects.toThrow();
    expect((await read[system](visitor)).status).toBeLessThan(400);
  });

  test("hang gives no answer, and does not keep the municipality from closing", async () => {
    const own = await startMunicipality({ households: [household], today: "2025-10-27" });
    const fault = { system, kind: "hang", times: 1 };
    await fetch(`${own.urls.control}/faults`, { method: "POST", headers: json, body: JSON.stringify(fault) });
    const urls = {
      "e-service": own.urls.eService,
      agencies: own.urls.agencies,
      register: own.urls.register,
      "case-system": own.urls.caseSystem,
    };
    const path = system === "e-service" ? "/logga-in" : "/";
    const hanging = fetch(urls[system] + path).then(
      () => "answered",
      () => "cut",
    );
    // The hit is written down when the request has come in; until then there is nothing to hang.
    await expect.poll(async () => (await fetch(`${own.urls.control}/requests`)).text()).toContain('"hang"');
    await own.close();
    expect(await hanging).toBe("cut");
  });

  test("redirect-elsewhere sends the visitor to another host", async () => {
    const visitor = await signIn[system]();
    await arm({ system, kind: "redirect-elsewhere", household, times: 1 });
    expect((await read[system](visitor)).location).toBe("http://elsewhere.invalid/");
  });

  test("session-expired ends the session as the system does it", async () => {
    const visitor = await signIn[system]();
    await arm({ system, kind: "session-expired", household, times: 1 });
    const struck = await read[system](visitor);
    const after = await read[system](visitor);
    const gone = {
      "e-service": "/logga-in",
      agencies: "Sessionen har upphört",
      register: "Not signed in",
      "case-system": "Sessionen är avslutad",
    };
    expect(struck.location + struck.text).toContain(gone[system]);
    // The register has no session: its password is sent with every request.
    expect(after.text.includes(gone[system]) || after.location === gone[system]).toBe(system !== "register");
  });
});

describe("what a page shows", () => {
  const first = async (path: string): Promise<Visit> => (await visitEService(town)).get(path);
  const postcard = async (): Promise<Visit> => visitRegister(town).post("/search", { number });
  const casePage = async (path: string): Promise<Visit> => (await visitCaseSystem(town)).get(path);
  const asText = (text: string): Visit => ({ status: 200, location: "", body: text, text });
  const pagesOf: Readonly<Record<string, () => Promise<Visit>>> = {
    "e-service inbox": () => first("/inkorg?manad=2025-11"),
    "e-service application": () => first(`/arenden/${reference}`),
    "agencies query": async () => (await visitAgencies(town)).get("/fraga"),
    "agencies answer": async () => asText(await ask(await visitAgencies(town), queryFor(number))),
    "register search": async () => visitRegister(town).get("/"),
    "register record": postcard,
    "case-system search": async () => {
      const visitor = await visitCaseSystem(town);
      const form = await visitor.get("/sok");
      const found = await visitor.post("/sok", { personnr: number });
      return asText(form.text + found.location + found.text);
    },
    "case-system file": () => casePage(file),
    "case-system form": () => casePage(`${file}/ny/beslut`),
    "case-system records": () => casePage(`${file}/poster?manad=${month}`),
  };
  const alterations = systems.flatMap((system) =>
    Object.entries<readonly string[]>(shows[system])
      .filter(([page]) => page !== "write")
      .flatMap(([page, kinds]) => kinds.map((kind) => ({ system, page, kind }))),
  );

  test.each(alterations)(
    "$kind changes $system $page, and nothing is changed after",
    async ({ system, page, kind }) => {
      const show = pagesOf[`${system} ${page}`];
      if (show === undefined) throw new Error(`No way to show ${system} ${page}.`);
      const before = await show();
      await arm({ system, page, kind, times: 1 });
      expect((await show()).text).not.toBe(before.text);
      expect((await show()).text).toBe(before.text);
    },
  );

  test("an agency's error can be asked for by name, and skips as many hits as it is told to", async () => {
    await arm({ system: "agencies", kind: "agency-error", agency: "SO", times: 1, skip: 1 });
    const visitor = await visitAgencies(town);
    expect(await ask(visitor, queryFor(number))).not.toContain("Svar saknas");
    expect(await ask(visitor, queryFor(number))).toMatch(
      /Arbetslöshetskassorna \(SO\) Avser \d{12}[^(]*Svar saknas Felkod BT-500/,
    );
    expect(await ask(visitor, queryFor(number))).not.toContain("Svar saknas");
  });
});

describe("around a write", () => {
  const note = { manad: month, referens: "SK-1", anteckning: "Anteckning" };
  const journal = async (): Promise<number> => {
    return tablesSchema.parse(await (await control("/tables", "GET")).json()).counts.journal;
  };
  const write = async (): Promise<string> => {
    const visitor = await visitCaseSystem(town);
    try {
      const { text, location } = await visitor.post(`${file}/ny/journal`, note);
      return location === "" ? text : (await visitor.get(location)).text;
    } catch {
      return "cut";
    }
  };

  test.each([
    { kind: "saved-response-lost", saved: 1, shown: "cut" },
    { kind: "saved-shown-as-error", saved: 1, shown: "Ett fel inträffade när posten skulle sparas" },
    { kind: "not-saved-response-lost", saved: 0, shown: "cut" },
    { kind: "shown-as-saved", saved: 0, shown: "POSTEN ÄR REGISTRERAD" },
  ])("$kind saves $saved and shows “$shown”", async ({ kind, saved, shown }) => {
    const before = await journal();
    await arm({ system: "case-system", kind, household, times: 1 });
    expect(await write()).toContain(shown);
    expect((await journal()) - before).toBe(saved);
  });

  test("a refused form saves nothing", async () => {
    const before = await journal();
    const visitor = await visitCaseSystem(town);
    const { text } = await visitor.post(`${file}/ny/beslut`, { manad: "2025-11", beslut: "Bifall", belopp: "6.190" });
    expect(text).toContain("POSTEN SPARADES INTE");
    expect(text).toContain("Ogiltig månad.");
    expect(text).toContain("Ogiltigt belopp.");
    expect(await journal()).toBe(before);
  });
});

describe("the control interface", () => {
  test("refuses a fault that no page can show", async () => {
    const wrong: readonly (readonly [System, string, Alteration | Disturbance])[] = [
      ["register", "record", "sum-mismatch"],
      ["agencies", "no-such-page", "hang"],
    ];
    for (const [system, page, kind] of wrong) {
      expect(kindsOn(system, page)).not.toContain(kind);
      expect((await control("/faults", "POST", { system, page, kind })).status).toBe(400);
    }
  });

  test("writes down hits without a personal number or a password", async () => {
    await read.agencies(await signIn.agencies());
    const requests = await (await control("/requests", "GET")).text();
    expect(requests).toContain(`"page":"query","method":"POST","status":303,"household":"${household}"`);
    expect(requests).not.toContain(number);
    expect(requests).not.toContain(simulatorLogins.agencies.oneTimeCode);
    await control("/requests", "DELETE");
    expect(await (await control("/requests", "GET")).json()).toEqual({ requests: [] });
  });
});
