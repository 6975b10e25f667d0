import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { problemSchema } from "../contracts/api/problem.js";
import { localDate } from "../contracts/dates.js";
import { listCommunications, markCommunicationSent, type Communication } from "../store/communications.js";
import { anyEvent } from "../store/test-support/test-store.js";
import { storeCase, type StoredCase } from "./test-support/a-household.js";
import { refused, startTestApi, type TestApi } from "./test-support/test-api.js";

const text = "Försäkringskassan har betalat ut bostadsbidrag.";

describe("what is written to the applicant, and what they answer", () => {
  let api: TestApi;
  let stored: StoredCase;
  let other: StoredCase;
  let headers: Record<string, string>;

  beforeEach(async () => {
    await (api as TestApi | undefined)?.stop();
    api = await startTestApi();
    stored = await storeCase(api.store, { reference: "T-1" });
    other = await storeCase(api.store, { reference: "T-2" });
    ({ headers } = await api.signIn(["caseworker"]));
    api.process.again = { sequence: 2, outcome: "waiting", reasons: ["communicated"] };
  });
  afterAll(() => api.stop());

  const send = (path: string, payload: object, caseId = stored.caseId) =>
    api.app.inject({ method: "POST", url: `/api/cases/${caseId}/${path}`, headers, payload });
  const communications = (): Promise<Communication[]> => api.store.read((tx) => listCommunications(tx, stored.caseId));
  const pathsOf = (response: { readonly body: string }): string[] =>
    (problemSchema.parse(JSON.parse(response.body)).errors ?? []).map(({ path }) => path);

  /** Sent, as the process does it. */
  const asked = async (): Promise<string> => {
    await send("completions", { sequence: 1, items: ["Hyresavi för november."], answerBy: "2025-11-03" });
    const [{ id } = { id: "" }] = await communications();
    await api.store.transaction(async (tx) => {
      await markCommunicationSent(tx, id, localDate("2025-10-20"));
      await append(tx, anyEvent);
    });
    api.process.told.length = 0;
    return id;
  };

  test("material is stored sealed and sent by the process", async () => {
    const response = await send("communications", { sequence: 1, text, answerBy: "2025-11-06" });
    expect(response.json()).toEqual({ sequence: 2, outcome: "waiting" });
    const [communication] = await communications();
    expect(communication).toMatchObject({ kind: "communication", content: { text }, answerBy: "2025-11-06" });
    expect(JSON.stringify(await api.events("communication.prepared"))).not.toContain("bostadsbidrag");
    expect(api.process.told).toEqual([{ message: "communicate", input: { communicationId: communication?.id } }]);
  });

  test("a completion is asked for point by point, with the law it rests on in the log", async () => {
    const items = ["Hyresavi för november.", "Underskrift av medsökande."];
    await send("completions", { sequence: 1, items, answerBy: "2025-11-03" });
    expect(await communications()).toMatchObject([{ kind: "completion", content: { items } }]);
    expect(await api.events("completion.prepared")).toHaveLength(1);
  });

  test("a last day that is today or gone leaves no time to answer, and is refused", async () => {
    for (const path of ["communications", "completions"]) {
      const response = await send(path, { sequence: 1, text, items: [text], answerBy: "2025-10-27" });
      expect(response.statusCode).toBe(400);
    }
    const late = await send("communications", { sequence: 1, text, answerBy: "2025-10-27" });
    expect(pathsOf(late)).toEqual(["answerBy"]);
    expect(await communications()).toEqual([]);
  });

  test("fewer days than the municipality gives at the least are refused, and exactly as many are enough", async () => {
    for (const path of ["communications", "completions"]) {
      const content = path === "communications" ? { text } : { items: [text] };
      const short = await send(path, { sequence: 1, ...content, answerBy: "2025-10-31" });
      expect(short.statusCode).toBe(409);
      expect(short.json()).toMatchObject({ code: "answer-time-short" });
    }
    expect(await communications()).toEqual([]);
    expect((await send("communications", { sequence: 1, text, answerBy: "2025-11-01" })).statusCode).toBe(200);
  });

  test("an answer by word of mouth is kept in the person's words, with the day, and leads to a new assessment", async () => {
    const id = await asked();
    const answer = { text: "Hon ringde: hyran är oförändrad.", orally: true, answeredOn: "2025-10-24" };
    const response = await send(`communications/${id}/answer`, { sequence: 1, ...answer });
    expect(response.statusCode, response.body).toBe(200);
    expect(await communications()).toMatchObject([{ answer: answer.text, orally: true, answeredOn: "2025-10-24" }]);
    const [event] = await api.events("completion.answered");
    expect(event?.details).toMatchObject({ orally: true, answeredOn: "2025-10-24", byAll: false });
    expect(JSON.stringify(event)).not.toContain("ringde");
    expect(api.process.told).toEqual([{ message: "reassess", input: { cause: "answer-arrived" } }]);
  });

  test("a second answer does not replace the first", async () => {
    const id = await asked();
    const answer = (words: string) =>
      send(`communications/${id}/answer`, { sequence: 1, text: words, orally: false, answeredOn: "2025-10-24" });
    await answer("Bifogar avin.");
    expect((await answer("Något annat.")).statusCode).toBe(409);
    expect(await communications()).toMatchObject([{ answer: "Bifogar avin." }]);
  });

  test.each(["2025-10-19", "2025-10-28"])(
    "an answer on %s, before it was asked for or after today, is refused",
    async (day) => {
      const id = await asked();
      const response = await send(`communications/${id}/answer`, {
        sequence: 1,
        text: "Ja.",
        orally: false,
        answeredOn: day,
      });
      expect(response.statusCode).toBe(400);
      expect(pathsOf(response)).toEqual(["answeredOn"]);
    },
  );

  test("nothing can be answered that was not sent, or that belongs to another household", async () => {
    const id = await asked();
    const answer = { sequence: 1, text: "Ja.", orally: false, answeredOn: "2025-10-24" };
    expect((await send(`communications/${id}/answer`, answer, other.caseId)).statusCode).toBe(404);
    await send("communications", { sequence: 1, text, answerBy: "2025-11-06" });
    const unsent = (await communications()).find(({ sentAt }) => sentAt === null);
    expect((await send(`communications/${unsent?.id ?? ""}/answer`, answer)).statusCode).toBe(404);
  });

  test("a case that has moved on is not written to", async () => {
    const response = await send("completions", { sequence: 7, items: [text], answerBy: "2025-11-03" });
    expect(problemSchema.parse(response.json()).code).toBe("stale-view");
    api.process.again = refused("not-open");
    const closed = await send("completions", { sequence: 1, items: [text], answerBy: "2025-11-03" });
    expect(problemSchema.parse(closed.json()).title).toBe("Ärendet är inte öppet för beslut.");
  });
});
