import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { openContent } from "../audit/events.js";
import { caseViewSchema } from "../contracts/api/case-view.js";
import { problemSchema } from "../contracts/api/problem.js";
import { localDate, month } from "../contracts/dates.js";
import { personalNumberSchema } from "../contracts/readings/person.js";
import { getCase } from "../store/cases.js";
import { addClosing, getClosing, recordClosing } from "../store/closings.js";
import { listHandovers } from "../store/handovers.js";
import { intendWrite, markWrite } from "../store/outward-writes.js";
import { setStaffActive } from "../store/staff.js";
import { anyEvent } from "../store/test-support/test-store.js";
import { storeCase, undeclaredBenefit, type StoredCase } from "./test-support/a-household.js";
import { refused, startTestApi, type TestApi } from "./test-support/test-api.js";

describe("a case leaves somebody's desk", () => {
  let api: TestApi;
  let stored: StoredCase;
  let hidden: StoredCase;
  let headers: Record<string, string>;
  let lead: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    stored = await storeCase(api.store, { reference: "T-1" });
    hidden = await storeCase(api.store, { reference: "T-2", isProtected: true });
    ({ headers } = await api.signIn(["caseworker"]));
    ({ headers: lead } = await api.signIn(["team-lead"]));
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.process.ended = { result: "ended" };
    api.process.told.length = 0;
  });

  const send = (path: string, payload: object, { caseId = stored.caseId, as = headers } = {}) =>
    api.app.inject({ method: "POST", url: `/api/cases/${caseId}/${path}`, headers: as, payload });
  const handTo = (staffId: string, differs: { note?: string } = {}, about = {}) =>
    send("assignment", { to: { staffId }, ...differs }, about);

  test("handed over to a colleague with a line about where it stands, which the log keeps sealed", async () => {
    const { staffId } = await api.signIn(["caseworker"]);
    const note = "Väntar på hyresavin, ring hyresvärden.";
    const response = await handTo(staffId, { note });
    expect(response.statusCode, response.body).toBe(200);
    expect((await api.store.read((tx) => getCase(tx, stored.caseId))).assignedTo).toBe(staffId);
    const handovers = await api.store.read((tx) => listHandovers(tx, stored.caseId));
    expect(handovers.at(-1)).toMatchObject({ handedTo: staffId, note });
    const event = (await api.events("case.assigned")).at(-1);
    expect(JSON.stringify(event)).not.toContain("hyresavin");
    expect(event && (await api.store.read((tx) => openContent(tx, event)))).toEqual({ note });
  });

  test("never to someone unknown, someone who has left, or someone who decides nothing", async () => {
    const gone = await api.signIn(["caseworker"]);
    await api.store.transaction(async (tx) => {
      await setStaffActive(tx, gone.staffId, false);
      await append(tx, anyEvent);
    });
    const auditor = await api.signIn(["auditor"]);
    const before = (await api.events("case.assigned")).length;
    for (const staffId of ["5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d11", gone.staffId, auditor.staffId]) {
      const response = await handTo(staffId);
      expect(response.statusCode).toBe(400);
      expect(problemSchema.parse(response.json()).errors?.map(({ path }) => path)).toEqual(["to.staffId"]);
    }
    expect(await api.events("case.assigned")).toHaveLength(before);
  });

  test("a protected case only to somebody who may see it", async () => {
    const caseworker = await api.signIn(["caseworker"]);
    const another = await api.signIn(["team-lead"]);
    const about = { caseId: hidden.caseId, as: lead };
    expect((await handTo(caseworker.staffId, {}, about)).statusCode).toBe(400);
    expect((await handTo(another.staffId, {}, about)).statusCode).toBe(200);
  });

  const today = localDate("2025-10-27");
  const end = (ending: object) => send("closing", { sequence: 1, on: today, noConflictOfInterest: true, ...ending });
  const elsewhere = {
    kind: "decided-elsewhere",
    explanation: "Grannkommunen beviljade bistånd för månaden.",
    reference: "GR 2025/1182-3",
    triedThere: true,
  };

  test("ended as withdrawn: the wish is stored with its words, and the process is told", async () => {
    const explanation = "Sökanden ringde och tog tillbaka ansökan.";
    const response = await end({ kind: "withdrawn", explanation });
    expect(response.json()).toEqual({ result: "ended" });
    const [requested] = await api.events("closing.requested");
    const closingId = String(requested?.details["closing"]);
    expect(await api.store.read((tx) => getClosing(tx, closingId))).toMatchObject({
      kind: "withdrawn",
      explanation,
      happenedOn: today,
      conflictDeclared: true,
      recordedAt: null,
    });
    expect(JSON.stringify(requested)).not.toContain("ringde");
    expect(api.process.told).toEqual([{ message: "endWithoutDecision", input: { closingId } }]);
  });

  test("decided elsewhere only with that decision's number and day, and where this very application was tried", async () => {
    const { reference, triedThere, ...bare } = elsewhere;
    const wrong = [
      [{ ...bare, triedThere }, "reference"],
      [{ ...bare, reference }, "triedThere"],
      [{ ...elsewhere, triedThere: false }, "triedThere"],
      [{ ...elsewhere, on: undefined }, "on"],
      [{ ...elsewhere, on: "2025-10-28" }, "on"],
    ] as const;
    for (const [ending, path] of wrong) {
      const response = await end(ending);
      expect(response.statusCode, path).toBe(400);
      expect(problemSchema.parse(response.json()).errors?.map((error) => error.path)).toEqual([path]);
    }
    expect(api.process.told).toEqual([]);
    expect((await end({ ...elsewhere, on: "2025-10-24" })).json()).toEqual({ result: "ended" });
    const requested = (await api.events("closing.requested")).at(-1);
    const closing = await api.store.read((tx) => getClosing(tx, String(requested?.details["closing"])));
    expect(closing).toMatchObject({ happenedOn: "2025-10-24", reference: "GR 2025/1182-3", triedThere: true });
    expect(JSON.stringify(requested)).not.toContain("1182");
  });

  test("not ended without the mandate, and the person is told that it is theirs that is lacking", async () => {
    api.process.ended = refused("mandate-missing");
    const response = await end({ kind: "withdrawn", explanation: "Återkallad på telefon." });
    expect(response.statusCode).toBe(403);
    expect(problemSchema.parse(response.json()).code).toBe("mandate-missing");
  });

  test("ended, still asks about a note that may not have been written, and about nothing else", async () => {
    const closed = await storeCase(api.store, { reference: "T-3", input: undeclaredBenefit() });
    const { caseId } = closed;
    const { staffId: by } = await api.signIn(["caseworker"]);
    const reasonsAsked = async (): Promise<string[]> => {
      const response = await api.app.inject({ url: `/api/cases/${caseId}`, headers });
      return caseViewSchema.parse(response.json()).shown.questions.map(({ reason }) => reason);
    };
    expect(await reasonsAsked()).toEqual(["undeclared-income"]);
    await api.store.transaction(async (tx) => {
      const closingId = await addClosing(tx, {
        caseId,
        kind: "withdrawn",
        on: today,
        explanation: "Återkallad.",
        conflictDeclared: true,
        by,
      });
      await recordClosing(tx, closingId, { endedOn: today, delegationItem: "3.5" });
      const { write } = await intendWrite(tx, {
        caseId,
        cause: { closingId },
        record: {
          kind: "journal",
          reference: "2511-0003-A-1a2b3c4d",
          personalNumber: personalNumberSchema.parse("199004082385"),
          month: month("2025-11"),
          text: "Avslutat.",
        },
      });
      await markWrite(tx, write.id, { state: "unclear" });
      await append(tx, anyEvent);
    });
    expect(await reasonsAsked()).toEqual(["write-unclear"]);
  });

  test("not ended where a decision came first, and the person is told so", async () => {
    api.process.ended = refused("already-decided");
    const response = await end(elsewhere);
    expect(response.statusCode).toBe(409);
    expect(problemSchema.parse(response.json()).title).toBe("Någon annan har redan fattat beslut i ärendet.");
  });
});
