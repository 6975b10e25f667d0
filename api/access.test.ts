import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleScenarios } from "../activities/pack-exchange/shipped-scenarios.js";
import { problemSchema } from "../contracts/api/problem.js";
import { workshopReaders } from "../contracts/api/workshop.js";
import { sessionViewSchema } from "../contracts/api/session.js";
import { roleSchema, type Role } from "../contracts/codes/roles.js";
import type { Instant } from "../contracts/dates.js";
import { instantOf } from "../platform/clock.js";
import { neighbourOverlay } from "../rules/packs.js";
import { storeCase, type StoredCase } from "./test-support/a-household.js";
import { publicUrl, startTestApi, type TestApi } from "./test-support/test-api.js";

type Route = {
  readonly method: "GET" | "POST";
  readonly path: (stored: StoredCase) => string;
  readonly roles: readonly Role[];
};

const deciders = ["caseworker", "team-lead"] as const;
const get = (path: Route["path"], roles: Route["roles"]): Route => ({ method: "GET", path, roles });
const post = (path: Route["path"], roles: Route["roles"]): Route => ({ method: "POST", path, roles });

const someId = "5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d11";

/** Every route about cases, rules and the log, with the roles it is for. */
const routes: readonly Route[] = [
  get(() => "/api/queue", deciders),
  get(() => "/api/month", deciders),
  get(({ caseId }) => `/api/cases/${caseId}`, deciders),
  get(({ caseId }) => `/api/cases/${caseId}/colleagues`, deciders),
  get(({ caseId }) => `/api/cases/${caseId}/deciding-facts`, deciders),
  get(({ caseId }) => `/api/cases/${caseId}/letter`, [...deciders, "auditor"]),
  get(({ caseId }) => `/api/cases/${caseId}/letters/${caseId}`, [...deciders, "auditor"]),
  get(() => "/api/payments", deciders),
  get(() => "/api/payments/SKALIG-1/file", ["team-lead"]),
  post(({ caseId }) => `/api/cases/${caseId}/letter-preview`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/payment`, deciders),
  get(({ caseId, evidenceId }) => `/api/cases/${caseId}/evidence/${evidenceId}`, [...deciders, "auditor"]),
  get(() => "/api/rules", roleSchema.options),
  get(() => "/api/rules/own-readings", roleSchema.options),
  get(() => "/api/workshop", workshopReaders),
  get(() => `/api/workshop/changes/${someId}`, workshopReaders),
  get(() => `/api/workshop/changes/${someId}/tables/costRules`, workshopReaders),
  get(() => `/api/workshop/changes/${someId}/rehearsal/cases`, workshopReaders),
  get(() => `/api/workshop/changes/${someId}/rehearsal.csv`, workshopReaders),
  get(() => `/api/workshop/changes/${someId}/affected`, workshopReaders),
  get(() => `/api/workshop/changes/${someId}/board-report.csv`, workshopReaders),
  get(() => `/api/workshop/changes/${someId}/trace/local/no-such-scenario`, workshopReaders),
  get(() => "/api/workshop/readings/age-at", workshopReaders),
  get(() => "/api/workshop/scenarios", workshopReaders),
  post(() => "/api/workshop/scenarios/from-case", ["administrator"]),
  post(() => "/api/workshop/changes", ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/draft`, ["administrator"]),
  post(() => "/api/workshop/scenarios", ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/tables/costRules`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/rebase`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/check`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/rehearsal`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/submission`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/approval`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/return`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/withdrawal`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/publication`, ["administrator"]),
  post(() => `/api/workshop/changes/${someId}/recomputation`, ["administrator"]),
  post(() => `/api/workshop/scenarios/${someId}/check`, ["administrator"]),
  post(() => `/api/workshop/scenarios/${someId}/removal`, ["administrator"]),
  post(() => "/api/workshop/stops", ["administrator", "team-lead"]),
  post(() => `/api/workshop/stops/${someId}/review`, ["administrator", "team-lead"]),
  get(() => "/api/portals", roleSchema.options),
  post(() => "/api/portals/register/pause", ["team-lead", "administrator"]),
  post(() => "/api/portals/register/resumption", ["team-lead", "administrator"]),
  get(() => "/api/audit/cases", ["auditor"]),
  get(({ caseId }) => `/api/audit/cases/${caseId}`, ["auditor"]),
  get(() => "/api/audit/log", ["auditor"]),
  get(() => "/api/audit/choices", ["auditor"]),
  get(() => "/api/audit/events/1/proof", ["auditor"]),
  get(() => "/api/audit/events/1/shown", ["auditor"]),
  get(() => "/api/audit/questions/read-log", ["auditor"]),
  get(() => "/api/audit/questions/read-log/csv", ["auditor"]),
  get(() => "/api/audit/samples", ["auditor"]),
  get(() => "/api/audit/export", ["auditor"]),
  post(({ caseId }) => `/api/cases/${caseId}/assignment`, deciders),
  post(() => "/api/find", deciders),
  post(({ caseId }) => `/api/cases/${caseId}/reading`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/mandate`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/corrections`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/settlements`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/communications`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/completions`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/communications/${someId}/answer`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/closing`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/norm`, deciders),
  post(({ caseId }) => `/api/cases/${caseId}/decision`, deciders),
  post(() => "/api/audit/verification", ["auditor"]),
  post(() => "/api/audit/samples", ["auditor"]),
];

const hash = "0".repeat(64);
const words = { title: "Nytt tak", source: "Nämnden 2026-11-18 § 120", kind: "new-rule", effectiveFrom: "2027-01" };
const workshopBodies: Readonly<Record<string, object>> = {
  costRules: { revision: 1, csv: "type;from" },
  changes: { ...words, from: { start: "in-force", packId: "no-such-pack" } },
  draft: { ...words, revision: 1, content: neighbourOverlay },
  scenarios: { scenario: sampleScenarios[0] },
  rebase: { revision: 1 },
  check: { revision: 1 },
  rehearsal: { revision: 1 },
  submission: { revision: 1 },
  approval: { contentHash: hash, testsHash: hash, rehearsalHash: hash },
  return: { note: "Se källan." },
  withdrawal: { note: "Se källan." },
  publication: { contentHash: hash },
  recomputation: { stage: "one" },
  stops: { provision: "personal-costs", reason: "Fel rad för barn." },
  review: { review: "Raden var rätt.", lifted: true },
};

/** Bodies that pass each command's schema, so that what refuses is the role and nothing else. */
const bodyFor = (path: string): object => {
  const explanation = "Kontrollerat med den sökande.";
  switch (path.slice(path.lastIndexOf("/") + 1)) {
    case "from-case":
      return { reference: "2025-0", id: "ur-ett-arende", title: "Ett hushåll" };
    case "letter-preview":
      return { outcome: "granted" };
    case "payment":
      return { action: "stop", explanation };
    case "assignment":
      return { to: "me" };
    case "find":
      return { query: "2511-0001", purpose: "handling" };
    case "reading":
      return { shownHash: "0".repeat(64), seconds: 43, letterSeen: true, ended: "left" };
    case "mandate":
      return { outcome: "granted", amountOre: 1 };
    case "corrections":
      return {
        sequence: 1,
        reason: explanation,
        correction: { target: "cost", lineId: "k1", field: "assessedOre", value: 1 },
      };
    case "samples":
      return { count: 1 };
    case "settlements":
      return { sequence: 1, reason: "cost-changed", explanation };
    case "communications":
      return { sequence: 1, text: "Uppgifter som kan påverka beslutet.", answerBy: "2025-11-06" };
    case "completions":
      return { sequence: 1, items: ["Hyresavi för november."], answerBy: "2025-11-06" };
    case "answer":
      return { sequence: 1, text: "Det stämmer.", orally: true, answeredOn: "2025-10-27" };
    case "closing":
      return { sequence: 1, kind: "withdrawn", explanation, on: "2025-10-27", noConflictOfInterest: true };
    case "norm":
      return { sequence: 1, personalOre: 391_000, commonOre: 127_000, citation: "SFS 2025:468 12 kap. 2 §" };
    case "decision":
      return { sequence: 1, shownHash: "0".repeat(64), outcome: "granted", noConflictOfInterest: true };
    default:
      return workshopBodies[path.slice(path.lastIndexOf("/") + 1)] ?? {};
  }
};

describe("who may do what", () => {
  let api: TestApi;
  let stored: StoredCase;
  let hidden: StoredCase;
  const browsers = new Map<Role, Record<string, string>>();

  beforeAll(async () => {
    api = await startTestApi();
    stored = await storeCase(api.store, { reference: "T-1" });
    hidden = await storeCase(api.store, { reference: "T-2", isProtected: true });
    for (const role of roleSchema.options) browsers.set(role, (await api.signIn([role])).headers);
  });
  afterAll(() => api.stop());

  const ask = ({ method, path }: Route, headers: Record<string, string>) => {
    const url = path(stored);
    return api.app.inject({ method, url, headers, ...(method === "POST" ? { payload: bodyFor(url) } : {}) });
  };

  test("nobody gets in without signing in", async () => {
    for (const route of routes) {
      const response = await ask(route, { origin: publicUrl });
      expect(response.statusCode, route.path(stored)).toBe(401);
      expect(problemSchema.parse(response.json()).title).toBe("Du är inte inloggad. Logga in igen.");
    }
  });

  test("each route lets in the roles it is for and refuses the others", async () => {
    for (const route of routes)
      for (const role of roleSchema.options) {
        const response = await ask(route, browsers.get(role) ?? {});
        const isRefused =
          response.statusCode === 403 && problemSchema.parse(response.json()).type.endsWith(":not-allowed");
        expect(isRefused, `${role} ${route.method} ${route.path(stored)}: ${response.body}`).toBe(
          !route.roles.includes(role),
        );
      }
  });

  test("a refusal of someone signed in is an event", async () => {
    const before = (await api.events("access.refused")).length;
    await api.app.inject({ url: "/api/queue", headers: browsers.get("auditor") ?? {} });
    expect(await api.events("access.refused")).toHaveLength(before + 1);
  });

  test("a role that is taken away is gone at the next request", async () => {
    const { staffId, headers } = await api.signIn(["caseworker"]);
    expect((await api.app.inject({ url: "/api/queue", headers })).statusCode).toBe(200);
    await api.takeRole(staffId, "caseworker");
    expect((await api.app.inject({ url: "/api/queue", headers })).statusCode).toBe(403);
    const session = await api.app.inject({ url: "/api/session", headers });
    expect(sessionViewSchema.parse(session.json()).roles).toEqual([]);
  });

  test("a case with protected identity is not there for a caseworker, and the attempt is logged", async () => {
    const before = (await api.events("access.refused")).length;
    const response = await api.app.inject({
      url: `/api/cases/${hidden.caseId}`,
      headers: browsers.get("caseworker") ?? {},
    });
    expect(response.statusCode).toBe(404);
    expect(await api.events("access.refused")).toHaveLength(before + 1);
    const lead = await api.app.inject({ url: `/api/cases/${hidden.caseId}`, headers: browsers.get("team-lead") ?? {} });
    expect(lead.statusCode).toBe(200);
  });

  test("evidence of one case cannot be fetched through another", async () => {
    const url = `/api/cases/${stored.caseId}/evidence/${hidden.evidenceId}`;
    expect((await api.app.inject({ url, headers: browsers.get("team-lead") ?? {} })).statusCode).toBe(404);
  });

  test("evidence is sent as what it was stored as, sandboxed, never kept, and its opening is an event", async () => {
    const before = (await api.events("evidence.opened")).length;
    const url = `/api/cases/${stored.caseId}/evidence/${stored.evidenceId}`;
    const response = await api.app.inject({ url, headers: browsers.get("caseworker") ?? {} });
    expect(response.headers).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(response.headers["content-security-policy"]).toContain("sandbox");
    expect(response.body).toBe("picture");
    expect(await api.events("evidence.opened")).toHaveLength(before + 1);
  });

  test("a change from another site, or from nowhere, is stopped", async () => {
    const { cookie = "" } = browsers.get("caseworker") ?? {};
    const url = `/api/cases/${stored.caseId}/assignment`;
    const from = (headers: Record<string, string>) =>
      api.app.inject({ method: "POST", url, payload: { to: "me" }, headers: { cookie, ...headers } });
    expect((await from({})).statusCode).toBe(403);
    expect((await from({ origin: "https://example.org" })).statusCode).toBe(403);
    expect((await from({ origin: publicUrl, "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await from({ "sec-fetch-site": "same-origin" })).statusCode).toBe(200);
  });

  test("a session ends when nothing is done, and live updates do not keep it alive", async () => {
    const { headers } = await api.signIn(["caseworker"]);
    const at = api.clock.now;
    const after = (minutes: number): Instant => instantOf(new Date(Date.parse(at) + minutes * 60_000));
    api.clock.now = after(20);
    await api.app.inject({ url: "/api/session", headers: { ...headers, "x-skalig-background": "1" } });
    const idle = await api.app.inject({ url: "/api/session", headers: { ...headers, "x-skalig-background": "1" } });
    expect(sessionViewSchema.parse(idle.json()).leftMs).toBe(10 * 60_000);
    const touched = await api.app.inject({ url: "/api/session", headers });
    expect(sessionViewSchema.parse(touched.json()).leftMs).toBe(30 * 60_000);
    api.clock.now = after(60);
    expect((await api.app.inject({ url: "/api/session", headers })).statusCode).toBe(401);
    api.clock.now = at;
  });
});
