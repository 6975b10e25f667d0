import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openContent } from "../audit/events.js";
import { problemSchema } from "../contracts/api/problem.js";
import { listApplications } from "../store/applications.js";
import { listCorrections } from "../store/corrections.js";
import { findManualNorm } from "../store/manual-norms.js";
import { listSettled } from "../store/settled.js";
import { storeCase, type StoredCase } from "./test-support/a-household.js";
import { refused, startTestApi, type TestApi } from "./test-support/test-api.js";

describe("what a person changes before a decision", () => {
  let api: TestApi;
  let stored: StoredCase;
  let other: StoredCase;
  let headers: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    stored = await storeCase(api.store, { reference: "T-1" });
    other = await storeCase(api.store, { reference: "T-2" });
    ({ headers } = await api.signIn(["caseworker"]));
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.process.again = { sequence: 2, outcome: "prefilled", reasons: [] };
    api.process.told.length = 0;
  });

  const send = (path: string, payload: object) =>
    api.app.inject({ method: "POST", url: `/api/cases/${stored.caseId}/${path}`, headers, payload });
  const correction = { target: "cost", lineId: "k1", field: "assessedOre", value: 664_000 };
  const reason = "Avin visar 6 640 kr.";

  test("a correction is stored with its reason and evidence, logged, and leads to a new assessment", async () => {
    const response = await send("corrections", { sequence: 1, correction, reason, evidenceId: stored.evidenceId });
    expect(response.json()).toEqual({ sequence: 2, outcome: "prefilled" });
    const [made] = await api.store.read((tx) => listCorrections(tx, stored.caseId));
    expect(made).toMatchObject({
      target: "cost.k1",
      field: "assessedOre",
      value: correction,
      reason,
      evidenceId: stored.evidenceId,
    });
    const [logged] = await api.events("fact.corrected");
    expect(logged?.details).toMatchObject({ target: "cost.k1", field: "assessedOre", sequence: 1 });
    expect(JSON.stringify(logged)).not.toContain("664000");
    expect(api.process.told).toEqual([{ message: "reassess", input: { cause: "fact-corrected" } }]);
  });

  test("a correction without a reason, of an unknown field, or of the outcome itself is refused with where", async () => {
    const refusedAt = async (payload: object): Promise<string[]> => {
      const response = await send("corrections", payload);
      expect(response.statusCode).toBe(400);
      return (problemSchema.parse(response.json()).errors ?? []).map(({ path }) => path);
    };
    expect(await refusedAt({ sequence: 1, correction, reason: "" })).toEqual(["reason"]);
    expect(await refusedAt({ sequence: 1, correction: { ...correction, field: "grantOre" }, reason })).toEqual([
      "correction.field",
    ]);
    expect(await refusedAt({ sequence: 1, correction: { ...correction, value: -1 }, reason })).toEqual([
      "correction.value",
    ]);
    expect(api.process.told).toEqual([]);
  });

  test("what was applied for may not be corrected below the application: approving less is another field", async () => {
    const [first] = await api.store.read((tx) => listApplications(tx, stored.caseId));
    const cost = first?.application.costs[0];
    if (cost === undefined) throw new Error("the household applies for a cost");
    const before = await api.store.read((tx) => listCorrections(tx, stored.caseId));
    const lower = { target: "cost", lineId: cost.row, field: "appliedOre", value: cost.appliedOre - 1 };
    const response = await send("corrections", { sequence: 1, correction: lower, reason });
    expect(response.statusCode).toBe(400);
    expect(problemSchema.parse(response.json()).errors?.map(({ path }) => path)).toEqual(["correction.value"]);
    expect(await api.store.read((tx) => listCorrections(tx, stored.caseId))).toEqual(before);
    expect(api.process.told).toEqual([]);
    const same = { ...lower, value: cost.appliedOre };
    expect((await send("corrections", { sequence: 1, correction: same, reason })).statusCode).toBe(200);
  });

  test("a correction may not rest on another household's evidence", async () => {
    const response = await send("corrections", { sequence: 1, correction, reason, evidenceId: other.evidenceId });
    expect(response.statusCode).toBe(404);
  });

  test("a change made on an old assessment is refused and leaves nothing behind", async () => {
    const before = await api.store.read((tx) => listSettled(tx, stored.caseId));
    const response = await send("settlements", { sequence: 7, reason: "cost-changed", explanation: reason });
    expect(response.statusCode).toBe(409);
    expect(problemSchema.parse(response.json()).code).toBe("stale-view");
    expect(await api.store.read((tx) => listSettled(tx, stored.caseId))).toEqual(before);
  });

  test("a question is settled once, with the person's words", async () => {
    const settle = (explanation: string) =>
      send("settlements", { sequence: 1, reason: "cost-changed", lineId: "k1", explanation });
    await settle("Hyran är höjd enligt avin.");
    await settle("En gång till.");
    const settled = await api.store.read((tx) => listSettled(tx, stored.caseId));
    expect(settled.map(({ factId, note }) => [factId, note])).toEqual([["k1", "Hyran är höjd enligt avin."]]);
    expect(await api.events("question.settled")).toHaveLength(1);
  });

  test("each answer to a write that became unclear again is logged with its words", async () => {
    const before = (await api.events("question.settled")).length;
    for (const explanation of ["Beslutet finns inte, skriv det.", "Nu finns det, jag har sett det."]) {
      const settlement = { sequence: 1, reason: "write-unclear", lineId: "decision", explanation };
      expect((await send("settlements", settlement)).statusCode).toBe(200);
    }
    const answers = (await api.events("question.settled")).slice(before);
    expect(answers.map(({ details }) => details)).toEqual([
      { reason: "write-unclear", sequence: 1, target: "decision" },
      { reason: "write-unclear", sequence: 1, target: "decision" },
    ]);
    const words = await api.store.read((tx) => Promise.all(answers.map((event) => openContent(tx, event))));
    expect(words).toEqual([
      { explanation: "Beslutet finns inte, skriv det." },
      { explanation: "Nu finns det, jag har sett det." },
    ]);
  });

  test("a norm entered by hand is stored with where it is read, logged as the person's, and assessed with", async () => {
    const norm = { personalOre: 401_000, commonOre: 130_000, citation: "SFS 2025:468 12 kap. 2 §, 2026 års belopp" };
    const response = await send("norm", { sequence: 1, ...norm });
    expect(response.json()).toEqual({ sequence: 2, outcome: "prefilled" });
    expect((await api.store.read((tx) => findManualNorm(tx, stored.caseId)))?.norm).toEqual(norm);
    const [logged] = await api.events("norm.entered");
    expect(logged?.actor).toMatchObject({ kind: "staff", role: "caseworker" });
    expect(JSON.stringify(logged)).not.toMatch(/401000|2026 års/);
    expect(api.process.told).toEqual([{ message: "reassess", input: { cause: "norm-entered" } }]);
    const without = await send("norm", { sequence: 1, ...norm, citation: "" });
    expect(without.statusCode).toBe(400);
  });

  test("the process's refusal reaches the person in words", async () => {
    api.process.again = refused("not-open");
    const response = await send("settlements", { sequence: 1, reason: "income-changed", explanation: reason });
    expect(response.statusCode).toBe(409);
    expect(problemSchema.parse(response.json()).title).toBe("Ärendet är inte öppet för beslut.");
  });
});
