import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseViewSchema, type CaseView } from "../contracts/api/case-view.js";
import { problemSchema, type Problem } from "../contracts/api/problem.js";
import { decisionRequestIdSchema } from "../contracts/ids.js";
import { openContent } from "../audit/events.js";
import { getDecisionRequest } from "../store/decisions.js";
import { assessStored, simpleRenewal, storeCase, type StoredCase } from "./test-support/a-household.js";
import { refused, startTestApi, type TestApi } from "./test-support/test-api.js";

describe("a person decides", () => {
  let api: TestApi;
  let stored: StoredCase;
  let headers: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    stored = await storeCase(api.store, { reference: "T-1" });
    ({ headers } = await api.signIn(["caseworker"]));
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.process.decision = { result: "recorded", decisionId: "d-1" };
    api.process.told.length = 0;
  });

  const open = async (): Promise<CaseView> =>
    caseViewSchema.parse((await api.app.inject({ url: `/api/cases/${stored.caseId}`, headers })).json());

  const decide = (view: CaseView, differs: Record<string, unknown> = {}) =>
    api.app.inject({
      method: "POST",
      url: `/api/cases/${stored.caseId}/decision`,
      headers,
      payload: {
        sequence: view.shown.sequence,
        shownHash: view.shownHash,
        outcome: "granted",
        noConflictOfInterest: true,
        ...differs,
      },
    });

  const problemOf = (response: { readonly body: string }): Problem => problemSchema.parse(JSON.parse(response.body));

  const storedRequest = async () => {
    const [requested] = (await api.events("decision.requested")).slice(-1);
    const id = decisionRequestIdSchema.parse(requested?.details["request"]);
    return { requested, request: await api.store.read((tx) => getDecisionRequest(tx, id)) };
  };

  test("the wish is stored with the hash of the page before the process is told", async () => {
    const view = await open();
    const response = await decide(view);
    expect(response.statusCode, response.body).toBe(200);
    const { request, requested } = await storedRequest();
    expect(request).toMatchObject({
      shownHash: view.shownHash,
      sequence: 1,
      outcome: "granted",
      conflictDeclared: true,
    });
    expect(api.process.told).toEqual([{ message: "recordDecision", input: { requestId: request.id, sequence: 1 } }]);
    const content = requested && (await api.store.read((tx) => openContent(tx, requested)));
    expect(content).toEqual(JSON.parse(JSON.stringify(view.shown)));
  });

  test("a page that has changed since it was opened is refused, and nothing is stored", async () => {
    const view = await open();
    const before = (await api.events("decision.requested")).length;
    await api.store.transaction((tx) => assessStored(tx, stored.caseId, simpleRenewal({ today: "2025-10-28" })));
    const response = await decide(view);
    expect(response.statusCode).toBe(409);
    expect(problemOf(response)).toMatchObject({
      code: "stale-view",
      title: "Underlaget har ändrats sedan du öppnade ärendet. Läs det på nytt.",
    });
    expect(await api.events("decision.requested")).toHaveLength(before);
    expect(api.process.told).toEqual([]);
  });

  test("a hash that is not of this page is refused", async () => {
    const response = await decide(await open(), { shownHash: "f".repeat(64) });
    expect(problemOf(response).code).toBe("stale-view");
  });

  test("the one who comes second is told so in plain words, and the request is closed with the reason", async () => {
    api.process.decision = refused("already-decided");
    const response = await decide(await open());
    expect(response.statusCode).toBe(409);
    expect(problemOf(response).title).toBe("Någon annan har redan fattat beslut i ärendet.");
    expect((await storedRequest()).request).toMatchObject({ state: "refused", refusal: "already-decided" });
  });

  test("a missing mandate is a matter of who one is", async () => {
    api.process.decision = refused("mandate-missing");
    const response = await decide(await open());
    expect(response.statusCode).toBe(403);
    expect(problemOf(response).code).toBe("mandate-missing");
  });

  test("an answer that never came is not called a refusal", async () => {
    api.process.decision = new Error("connection lost to 10.0.0.7");
    const response = await decide(await open());
    expect(response.statusCode).toBe(503);
    expect(problemOf(response).title).toContain("Det är oklart om beslutet registrerades");
    expect(response.body).not.toContain("10.0.0.7");
    expect((await storedRequest()).request.state).toBe("open");
  });

  test("an outcome that the machine may not propose is not even understood", async () => {
    const response = await decide(await open(), { outcome: "refused" });
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).errors?.map(({ path }) => path)).toEqual(["outcome"]);
  });
});
