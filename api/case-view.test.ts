import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseViewSchema, type CaseView } from "../contracts/api/case-view.js";
import { decidingFactsSchema } from "../contracts/api/deciding-facts.js";
import { queueViewSchema } from "../contracts/api/queue.js";
import { canonicalJson, sha256Hex } from "../platform/canonical.js";
import { storeCase, undeclaredBenefit, type StoredCase } from "./test-support/a-household.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";

describe("a case on its page", () => {
  let api: TestApi;
  let ready: StoredCase;
  let referred: StoredCase;
  let headers: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    ready = await storeCase(api.store, { reference: "T-1" });
    referred = await storeCase(api.store, { reference: "T-2", input: undeclaredBenefit() });
    ({ headers } = await api.signIn(["caseworker"]));
  });
  afterAll(() => api.stop());

  const open = async ({ caseId }: StoredCase): Promise<CaseView> => {
    const response = await api.app.inject({ url: `/api/cases/${caseId}`, headers });
    expect(response.statusCode, response.body).toBe(200);
    return caseViewSchema.parse(response.json());
  };

  test("shows norm, costs, incomes and the result with last month beside", async () => {
    const { shown } = await open(ready);
    const amounts = shown.calculation.map(({ label, computedOre, lastMonthOre, differenceOre }) => [
      label,
      computedOre,
      lastMonthOre,
      differenceOre,
    ]);
    expect(amounts).toEqual([
      ["Riksnorm", 518_000, 518_000, 0],
      ["Ensamstående vuxen", 391_000, 391_000, 0],
      ["Gemensamma kostnader, 1 person", 127_000, 127_000, 0],
      ["Kostnader", 621_000, 621_000, 0],
      ["Hyra", 564_000, 564_000, 0],
      ["Hushållsel", 42_000, 42_000, 0],
      ["Hemförsäkring", 15_000, 15_000, 0],
      ["Inkomster i oktober", -520_000, -520_000, 0],
      ["Aktivitetsstöd", -520_000, -520_000, 0],
      ["Försörjningsstöd november", 619_000, 619_000, 0],
    ]);
  });

  test("says that nothing differs, and may be granted under the caseworker's delegation", async () => {
    const { shown } = await open(ready);
    expect(shown.comparison).toEqual({ known: true, exceptions: [] });
    expect(shown.questions).toEqual([]);
    expect(shown.proposal.amountOre).toBe(619_000);
    expect(shown.proposal.blockers).toEqual([]);
    expect(shown.proposal.mandate.text).toMatch(/^din delegation: punkt /);
    expect(shown.proposal.payee?.maskedAccount).toBe("•••• 4137");
    expect(shown.proposal.basis).toContain("12 kap. 1 §");
  });

  test("leads from an income to the evidence of the agency's answer", async () => {
    const { shown } = await open(ready);
    const income = shown.calculation.find(({ id }) => id === "i1");
    expect(income?.evidenceIds).toEqual([ready.evidenceId]);
    expect(income?.mark).toEqual({ kind: "register", label: "FK" });
    expect(income?.detail).toContain("avser 1–31\u00a0okt");
    expect(shown.provisions.map(({ id }) => id)).toContain(income?.provisionIds[0]);
  });

  test("asks about a benefit that was not declared, in words and with what can be done", async () => {
    const { shown } = await open(referred);
    const question = shown.questions.find(({ reason }) => reason === "undeclared-income");
    expect(question).toMatchObject({ path: "referred", lineId: "i2", title: "En inkomst som inte är uppgiven" });
    expect(question?.actions).toEqual(["confirm", "correct", "communicate", "ask"]);
    expect(shown.proposal.blockers.map(({ code }) => code)).toContain("open-questions");
    expect(shown.comparison.exceptions.some((text) => text.startsWith("bostadsbidrag"))).toBe(true);
  });

  test("tells on request what the outcome hangs on, logs that it was told, and keeps it out of what is hashed", async () => {
    const before = await open(ready);
    const response = await api.app.inject({ url: `/api/cases/${ready.caseId}/deciding-facts`, headers });
    const { sequence, facts } = decidingFactsSchema.parse(response.json());

    expect(sequence).toBe(before.shown.sequence);
    // 5 180 + 6 210 − 5 200 = 6 190 kronor are left of the need.
    expect(facts.find(({ effect }) => effect === "right")).toMatchObject({
      differenceOre: 619_000,
      provision: { id: "need-exceeds-means" },
    });
    expect((await api.events("case.opened")).at(-1)).toMatchObject({
      caseId: ready.caseId,
      details: { kind: "deciding-facts", sequence },
    });
    expect((await open(ready)).shownHash).toBe(before.shownHash);
  });

  test("hashes exactly what is shown, and logs the hash with every opening", async () => {
    const before = await api.events("case.opened");
    const view = await open(ready);
    expect(view.shownHash).toBe(sha256Hex(canonicalJson(view.shown)));
    const opened = (await api.events("case.opened")).slice(before.length);
    expect(opened).toHaveLength(1);
    expect(opened[0]?.details).toMatchObject({ shown: view.shownHash, sequence: 1 });
  });

  test("holds no personal number", async () => {
    expect(JSON.stringify(await open(ready))).not.toMatch(/19890315-?2398/);
  });

  test("a queue that is asked for again and again leaves the log as it is", async () => {
    const before = await api.events();
    for (let look = 0; look < 3; look += 1) await api.app.inject({ url: "/api/queue?tab=ready", headers });
    expect(await api.events()).toHaveLength(before.length);
  });

  test("the queue sorts cases into tabs and counts them", async () => {
    const response = await api.app.inject({ url: "/api/queue?tab=attention", headers });
    const queue = queueViewSchema.parse(response.json());
    expect(queue.counts).toEqual({ ready: 1, attention: 1, waiting: 0, mine: 0, closed: 0 });
    expect(queue.rows.map(({ caseId }) => caseId)).toEqual([referred.caseId]);
    expect(queue.rows[0]?.reasons.map(({ code }) => code)).toContain("undeclared-income");
  });
});
