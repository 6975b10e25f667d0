import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseViewSchema, type CaseView } from "../contracts/api/case-view.js";
import { problemSchema, type Problem } from "../contracts/api/problem.js";
import { decisionRequestIdSchema } from "../contracts/ids.js";
import { openContent } from "../audit/events.js";
import { getDecisionDraft, getDecisionRequest } from "../store/decisions.js";
import { assessStored, simpleRenewal, storeCase, type StoredCase } from "./test-support/a-household.js";
import { refused, startTestApi, type TestApi } from "./test-support/test-api.js";

const reasons = "Kostnaden är högre än vad som är skäligt.";

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
    expect(content).toEqual(JSON.parse(JSON.stringify({ shown: view.shown, draft: { outcome: "granted" } })));
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

  test.each([
    ["a refusal without reasons and without a test of acute need", { outcome: "refused" }, ["reasons", "emergency"]],
    ["a partial grant without an amount", { outcome: "partly-granted", reasons }, ["amountOre"]],
    ["a grant of another amount without reasons", { outcome: "granted", amountOre: 700_000 }, ["reasons"]],
    [
      "acute help larger than the whole grant",
      { outcome: "partly-granted", reasons, amountOre: 100, emergency: { text: reasons, grantedOre: 200 } },
      ["emergency"],
    ],
    ["an outcome that no delegation order knows", { outcome: "perhaps" }, ["outcome"]],
  ])("%s is sent back with where", async (_what, draft, paths) => {
    const response = await decide(await open(), draft);
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).errors?.map(({ path }) => path)).toEqual(paths);
  });

  test.each([
    ["a cost that the case does not have", { costId: "k9", approvedOre: 1, why: reasons }, "reducedCosts.0.costId"],
    ["a cost that is not cut", { costId: "k1", approvedOre: 564_000, why: reasons }, "reducedCosts.0.approvedOre"],
  ])("reasons for %s are sent back with where, and nothing is stored", async (_what, cost, path) => {
    const before = (await api.events("decision.requested")).length;
    const draft = { outcome: "partly-granted", amountOre: 500_000, reasons, reducedCosts: [cost] };
    const response = await decide(await open(), draft);
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).errors?.map((one) => one.path)).toEqual([path]);
    expect(await api.events("decision.requested")).toHaveLength(before);
  });

  test("everything the person wrote is stored sealed with the request, and none of it in the clear log", async () => {
    const draft = {
      outcome: "partly-granted",
      amountOre: 500_000,
      reasons,
      reducedCosts: [{ costId: "k1", approvedOre: 445_000, why: "Bredbandet ingår redan i hyran." }],
      communicationUnneeded: "Den sökande har själv begärt sänkningen.",
    };
    await decide(await open(), draft);
    const { request, requested } = await storedRequest();
    expect(await api.store.read((tx) => getDecisionDraft(tx, request.id))).toEqual(draft);
    expect(JSON.stringify([request, requested])).not.toMatch(/Bredbandet|sänkningen|500000/);
  });
});
