import { caseViewSchema, type CaseView } from "../../contracts/api/case-view.js";
import type { LocalDate } from "../../contracts/dates.js";

/** The caseworker of the sample run: signs in as anyone would, and uses the console's own interface. */
export type ScriptedCaseworker = {
  /** Opens a case, as the log will tell. */
  readonly open: (caseId: string) => Promise<CaseView>;
  /** Corrects, settles, communicates, notes an answer or ends a case. @throws Error with the refusal's words where it is refused. */
  readonly change: (
    caseId: string,
    kind: "corrections" | "settlements" | "communications" | "closing" | `communications/${string}/answer`,
    body: object,
  ) => Promise<void>;
  /** Opens a case, reads it, and grants what is proposed. @throws Error with the refusal's words where it is refused. */
  readonly approve: (caseId: string) => Promise<void>;
  /** Lets the applicant comment on what the decision may rest on. @throws Error with the refusal's words where it is refused. */
  readonly communicate: (caseId: string, about: { text: string; answerBy: LocalDate }) => Promise<void>;
};

/** How the children's situation was weighed in, as a practised caseworker would put it for an unchanged household. */
const childPerspective =
  "Barnens behov av mat, kläder, fritid och ett ordnat boende tillgodoses genom det beviljade biståndet. Inget har kommit fram som talar för något annat.";

/** Signs in through the development provider. Works against the simulated municipality only: real providers ask for more. */
export const signInScriptedCaseworker = async (publicUrl: string, subject: string): Promise<ScriptedCaseworker> => {
  const browser = createCookieBrowser();
  const choice = await browser.get(new URL("/api/sign-in", publicUrl).href);
  const home = await browser.submit(choice, { subject });
  if (new URL(home.url).origin !== new URL(publicUrl).origin)
    throw new Error("The sign-in did not lead back to the console.");
  const addressOf = (caseId: string): string => new URL(`/api/cases/${caseId}`, publicUrl).href;
  const open = async (caseId: string): Promise<CaseView> =>
    caseViewSchema.parse(JSON.parse((await browser.get(addressOf(caseId))).text));
  const change: ScriptedCaseworker["change"] = async (caseId, kind, body) => {
    const answer = await browser.postJson(`${addressOf(caseId)}/${kind}`, body);
    if (answer.status !== 200) throw new Error(`The change was refused (${String(answer.status)}): ${answer.text}`);
  };
  return {
    open,
    change,
    communicate: async (caseId, { text, answerBy }) => {
      const { sequence } = (await open(caseId)).shown;
      await change(caseId, "communications", { sequence, text, answerBy });
    },
    approve: async (caseId) => {
      const address = addressOf(caseId);
      const view = await open(caseId);
      const { sequence, proposal } = view.shown;
      const answer = await browser.postJson(`${address}/decision`, {
        sequence,
        shownHash: view.shownHash,
        outcome: "granted",
        noConflictOfInterest: true,
        ...(proposal.childPerspectiveRequired && { childPerspective }),
      });
      if (answer.status !== 200) throw new Error(`The decision was refused (${String(answer.status)}): ${answer.text}`);
    },
  };
};

type Page = { readonly url: string; readonly status: number; readonly text: string };

type Outgoing = {
  readonly method?: "POST";
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Just enough of a browser: cookies by origin, redirects, and one form. */
const createCookieBrowser = () => {
  const jars = new Map<string, Map<string, string>>();
  const send = async (url: string, init: Outgoing = {}, hops = 12): Promise<Page> => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie, origin } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null || hops === 0) return { url, status: response.status, text: await response.text() };
    await response.body?.cancel();
    return send(new URL(location, url).href, {}, hops - 1);
  };
  return {
    get: (url: string): Promise<Page> => send(url),
    submit: (page: Page, fields: Record<string, string>): Promise<Page> => {
      const [, action] = /<form[^>]*action="([^"]+)"/.exec(page.text) ?? [];
      if (action === undefined) throw new Error("The sign-in page has no form.");
      return send(new URL(action, page.url).href, {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
    },
    postJson: (url: string, body: unknown): Promise<Page> =>
      send(url, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  };
};
