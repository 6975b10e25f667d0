import { simulatorLogins } from "../logins.js";
import type { Municipality } from "../municipality.js";

/** What came back, with the tags taken out of the text. */
export type Visit = {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly text: string;
};
type Form = Readonly<Record<string, string | readonly string[]>>;

/** A visitor to one system: keeps its cookie, posts forms, follows nothing. */
export type Visitor = {
  readonly get: (path: string) => Promise<Visit>;
  readonly post: (path: string, form: Form) => Promise<Visit>;
  readonly bytes: (path: string) => Promise<Uint8Array>;
};

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** Mark-up as the text a person reads, with single plain spaces. */
export const readable = (body: string): string =>
  body
    .replace(/<(style|script)>.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();

/** A visitor without a session. */
export const visit = (url: string, headers: Readonly<Record<string, string>> = {}): Visitor => {
  let cookie = "";
  const send = async (path: string, form?: Form): Promise<Response> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form ?? {}))
      for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
    const response = await fetch(url + path, {
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
      headers: { ...headers, ...(cookie === "" ? {} : { cookie }) },
      ...(form === undefined ? {} : { method: "POST", body }),
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  const read = async (response: Response): Promise<Visit> => {
    const body = await response.text();
    return { status: response.status, location: response.headers.get("location") ?? "", body, text: readable(body) };
  };
  return {
    get: async (path) => read(await send(path)),
    post: async (path, form) => read(await send(path, form)),
    bytes: async (path) => new Uint8Array(await (await send(path)).arrayBuffer()),
  };
};

/** Signs in to the e-service. */
export const visitEService = async ({ urls }: Municipality): Promise<Visitor> => {
  const visitor = visit(urls.eService);
  const { user, password } = simulatorLogins.eService;
  await visitor.post("/logga-in", { anvandarnamn: user, losenord: password });
  return visitor;
};

/** Signs in to the composite query, both steps. */
export const visitAgencies = async ({ urls }: Municipality): Promise<Visitor> => {
  const visitor = visit(urls.agencies);
  const { user, oneTimeCode } = simulatorLogins.agencies;
  await visitor.post("/inloggning", { anvandarid: user });
  await visitor.post("/inloggning/kod", { engangskod: oneTimeCode });
  return visitor;
};

/** The register with its password. */
export const visitRegister = ({ urls }: Municipality): Visitor => {
  const { user, password } = simulatorLogins.register;
  return visit(urls.register, { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` });
};

/** Signs in to the case system in a role. */
export const visitCaseSystem = async ({ urls }: Municipality, role = "Handläggare"): Promise<Visitor> => {
  const visitor = visit(urls.caseSystem);
  const { sign, password } = simulatorLogins.caseSystem;
  await visitor.post("/", { sign, losen: password });
  await visitor.post("/roll", { roll: role });
  return visitor;
};

/** The fields of a query that may be put. */
export const queryFor = (personalNumber: string, period = { from: "2025-10-01", to: "2025-10-31" }): Form => ({
  personnummer: personalNumber,
  from: period.from,
  tom: period.to,
  syfte: "Prövning av ekonomiskt bistånd",
  lagtext: "15 kap. 10–12 §§ SoL (2025:400)",
  uppgiftslamnare: ["FK", "SO", "CSN", "AF", "SKV", "TNS", "MIV"],
});

/** Puts a query and asks for its progress until every answer is there. */
export const ask = async (agencies: Visitor, form: Form): Promise<string> => {
  const { location } = await agencies.post("/fraga", form);
  for (let poll = 0; poll < 5; poll += 1) {
    const { body, text } = await agencies.get(`${location}/lage`);
    const progress: unknown = JSON.parse(body);
    if (typeof progress !== "object" || progress === null) throw new Error(`Unexpected progress: ${text}`);
    if ("slut" in progress) return "Sessionen har upphört";
    if ("klar" in progress && progress.klar === true && "avsnitt" in progress)
      return readable(String(progress.avsnitt));
  }
  throw new Error("The answers never came.");
};
