import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { colleaguesSchema, mandateAnswerSchema } from "../contracts/api/reading.js";
import { caseSchema } from "../contracts/case.js";
import { queueViewSchema } from "../contracts/api/queue.js";
import { storeCase, undeclaredBenefit, type StoredCase } from "./test-support/a-household.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";

describe("what the desk asks and tells beside a decision", () => {
  let api: TestApi;
  let open: StoredCase;
  let hidden: StoredCase;
  let caseworker: Awaited<ReturnType<TestApi["signIn"]>>;
  let lead: Awaited<ReturnType<TestApi["signIn"]>>;

  beforeAll(async () => {
    api = await startTestApi();
    open = await storeCase(api.store, { reference: "T-1" });
    hidden = await storeCase(api.store, { reference: "T-2", input: undeclaredBenefit(), isProtected: true });
    caseworker = await api.signIn(["caseworker"]);
    lead = await api.signIn(["team-lead"]);
    await api.signIn(["auditor"]);
  });
  afterAll(() => api.stop());

  const post = (path: string, payload: object, { headers } = caseworker) =>
    api.app.inject({ method: "POST", url: path, headers, payload });
  const get = (path: string, { headers } = caseworker) => api.app.inject({ url: path, headers });

  test("logs how long a case was in sight and whether its letter was seen, on the hash that was shown", async () => {
    const reading = { shownHash: "a".repeat(64), seconds: 43, letterSeen: true, ended: "decided" };
    expect((await post(`/api/cases/${open.caseId}/reading`, reading)).statusCode).toBe(200);
    const [event] = await api.events("case.read");
    expect(event).toMatchObject({
      caseId: open.caseId,
      actor: { kind: "staff", id: caseworker.staffId, role: "caseworker" },
      details: { shown: reading.shownHash, seconds: 43, letterSeen: true, ended: "decided" },
    });
  });

  test("tells the mandate for an outcome and an amount, and for 12 kap. 2 § by itself", async () => {
    const ask = async (input: object) =>
      mandateAnswerSchema.parse((await post(`/api/cases/${open.caseId}/mandate`, input)).json());
    const small = await ask({ outcome: "granted", amountOre: 619_000 });
    expect(small.month.sufficient).toBe(true);
    expect(small.discretionary).toBeNull();
    const large = await ask({ outcome: "granted", amountOre: 9_000_000, discretionaryOre: 9_000_000 });
    expect(large.month).toEqual({ sufficient: false, text: "din delegation räcker inte" });
    expect(large.discretionary?.sufficient).toBe(false);
  });

  test("names the colleagues a case can go to: who decide, not oneself, and for a protected one only who may see it", async () => {
    const ids = async (stored: StoredCase, who: typeof lead) =>
      colleaguesSchema
        .parse((await get(`/api/cases/${stored.caseId}/colleagues`, who)).json())
        .colleagues.map(({ staffId }) => staffId);
    expect(await ids(open, caseworker)).toEqual([lead.staffId]);
    expect(await ids(open, lead)).toEqual([caseworker.staffId]);
    expect(await ids(hidden, lead)).toEqual([]);
  });

  test("nothing of a protected case is asked, told or listed by one who may not see it", async () => {
    const { caseId } = hidden;
    const reading = { shownHash: "a".repeat(64), seconds: 1, letterSeen: false, ended: "left" };
    expect((await post(`/api/cases/${caseId}/reading`, reading)).statusCode).toBe(404);
    expect((await post(`/api/cases/${caseId}/mandate`, { outcome: "granted", amountOre: 1 })).statusCode).toBe(404);
    expect((await get(`/api/cases/${caseId}/colleagues`)).statusCode).toBe(404);
    expect((await get(`/api/events?case=${caseId}`)).statusCode).toBe(404);
    const queue = queueViewSchema.parse((await get("/api/queue?tab=attention")).json());
    expect(queue.rows).toEqual([]);
    expect(queue.counts.attention).toBe(0);
    const leads = queueViewSchema.parse((await get("/api/queue?tab=attention", lead)).json());
    expect(leads.rows.map(({ household, need, amountOre }) => ({ household, need, amountOre }))).toEqual([
      { household: "Skyddade personuppgifter", need: [], amountOre: null },
    ]);
  });

  test("narrows the queue by who has the case and by reason, and says so for a page that is not there", async () => {
    const queue = async (query: string) => queueViewSchema.parse((await get(`/api/queue?tab=ready&${query}`)).json());
    expect((await queue("assigned=nobody")).total).toBe(1);
    expect((await queue("assigned=me")).total).toBe(0);
    expect((await queue("reason=cost-new")).rows).toEqual([]);
    expect(await queue("page=7")).toMatchObject({ page: 1, pages: 1, months: ["2025-11"] });
  });

  test("tells the mandate of a refusal by what the household would have had, as the decision is judged", async () => {
    const input = { ...undeclaredBenefit(), costs: [{ id: "k1", type: "rent", appliedOre: 9_000_000 }] };
    const costly = await storeCase(api.store, { reference: "T-3", input: caseSchema.parse(input) });
    const mandateIn = async ({ caseId }: StoredCase, outcome: "refused" | "written-off") =>
      mandateAnswerSchema.parse((await post(`/api/cases/${caseId}/mandate`, { outcome, amountOre: 0 })).json()).month
        .sufficient;
    expect(await mandateIn(open, "refused")).toBe(true);
    expect(await mandateIn(costly, "refused")).toBe(false);
    expect(await mandateIn(costly, "written-off")).toBe(true);
  });
});
