import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findResultSchema, type FindResult } from "../contracts/api/find.js";
import { localDate } from "../contracts/dates.js";
import { openContent } from "../audit/events.js";
import { storeCase, type StoredCase } from "./test-support/a-household.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";
import { searchTermOf } from "./views/search-term.js";

describe("finding a case", () => {
  let api: TestApi;
  let open: StoredCase;
  let hidden: StoredCase;
  let caseworker: Record<string, string>;
  let lead: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    open = await storeCase(api.store, { reference: "T-1" });
    hidden = await storeCase(api.store, { reference: "T-2", isProtected: true });
    ({ headers: caseworker } = await api.signIn(["caseworker"]));
    ({ headers: lead } = await api.signIn(["team-lead"]));
  });
  afterAll(() => api.stop());

  const ask = (query: string, headers = caseworker) =>
    api.app.inject({ method: "POST", url: "/api/find", headers, payload: { query, purpose: "handling" } });
  const find = async (query: string, headers = caseworker): Promise<FindResult> => {
    const response = await ask(query, headers);
    expect(response.statusCode, response.body).toBe(200);
    return findResultSchema.parse(response.json());
  };
  const idsOf = ({ rows }: FindResult) => rows.map(({ caseId }) => caseId);

  test("finds by the beginnings of a name, by a number in either form, and by case number", async () => {
    const { rows } = await find("pers prov");
    expect(rows.map(({ caseId, name }) => ({ caseId, name }))).toEqual([{ caseId: open.caseId, name: "Prov Person" }]);
    expect(idsOf(await find("890315-2398"))).toEqual([open.caseId]);
    expect(idsOf(await find("198903152398"))).toEqual([open.caseId]);
    expect(idsOf(await find(rows[0]?.reference ?? ""))).toEqual([open.caseId]);
  });

  test("finds nothing inside a name, and nobody by a wildcard", async () => {
    expect(idsOf(await find("erson"))).toEqual([]);
    expect(idsOf(await find("%%%"))).toEqual([]);
  });

  test("a protected case is not among the hits, whatever is searched, but for one who may see it", async () => {
    const all = await find("person", lead);
    expect(idsOf(all).toSorted()).toEqual([open.caseId, hidden.caseId].toSorted());
    const reference = all.rows.find(({ caseId }) => caseId === hidden.caseId)?.reference ?? "";
    for (const query of ["person", "198904102392", reference])
      expect(idsOf(await find(query)), query).not.toContain(hidden.caseId);
  });

  test("is an event with its purpose and what it showed; the search term is sealed", async () => {
    const before = (await api.events("case.searched")).length;
    await find("prov person");
    const [event] = (await api.events("case.searched")).slice(before);
    expect(event?.details).toEqual({ purpose: "handling", kind: "name", hits: [open.caseId] });
    expect(JSON.stringify(event)).not.toMatch(/prov/i);
    if (event === undefined) throw new Error("There is no event.");
    const content = await api.store.read((tx) => openContent(tx, event));
    expect(content).toMatchObject({ query: "prov person" });
    expect(api.logged.join()).not.toMatch(/prov person/i);
  });

  test("a search without a purpose, or for two letters, is not made", async () => {
    const before = (await api.events("case.searched")).length;
    expect((await ask("an")).statusCode).toBe(400);
    const url = "/api/find";
    const without = await api.app.inject({ method: "POST", url, headers: caseworker, payload: { query: "person" } });
    expect(without.statusCode).toBe(400);
    expect(await api.events("case.searched")).toHaveLength(before);
  });

  test("the register cannot be read through by searching", async () => {
    const { headers } = await api.signIn(["caseworker"]);
    const statuses: number[] = [];
    for (let search = 0; search < 25; search += 1) statuses.push((await ask("person", headers)).statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  test("a number with ten digits is of the last hundred years, and anything else is a name", () => {
    const today = localDate("2025-10-27");
    expect(searchTermOf("890315-2398", today)).toEqual({ kind: "personal-number", personalNumber: "198903152398" });
    expect(searchTermOf("Åsa Öberg", today)).toEqual({ kind: "name", name: "Åsa Öberg" });
  });
});
