import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { caseViewSchema } from "../contracts/api/case-view.js";
import { queueViewSchema } from "../contracts/api/queue.js";
import { problemSchema } from "../contracts/api/problem.js";
import { addDays, daysBetween, localDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { letterContentSchema } from "../contracts/letter.js";
import { changeCase } from "../store/cases.js";
import { addCommunication, listCommunications, markCommunicationSent } from "../store/communications.js";
import { intendDelivery } from "../store/deliveries.js";
import { casesWithLetterQuestions } from "../store/letter-reach.js";
import { saveLetter } from "../store/letters.js";
import { testActor } from "../store/test-support/test-store.js";
import type { LetterPreview, PreviewAsked } from "./deps.js";
import { storeCase } from "./test-support/a-household.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";

const draft = {
  outcome: "refused",
  reasons: "Inkomsterna är högre än kostnaderna.",
  emergency: { text: "Det finns inget akut behov av hjälp.", grantedOre: 0 },
};

describe("letters at the desk", () => {
  let api: TestApi;
  let headers: Record<string, string>;
  let staffId: string;
  let caseId: CaseId;
  const asked: PreviewAsked[] = [];
  let answer: ((one: PreviewAsked) => Promise<LetterPreview | undefined>) | undefined;

  beforeAll(async () => {
    const plain = await startTestApi();
    const { previewLetter } = plain.deps;
    await plain.stop();
    api = await startTestApi({
      previewLetter: (one) => {
        asked.push(one);
        return answer === undefined ? previewLetter(one) : answer(one);
      },
    });
    ({ headers, staffId } = await api.signIn(["caseworker"]));
    ({ caseId } = await storeCase(api.store, { reference: "T-1" }));
  });
  afterAll(() => api.stop());

  const preview = (payload: object, accept = "application/json") =>
    api.app.inject({
      method: "POST",
      url: `/api/cases/${caseId}/letter-preview`,
      headers: { ...headers, accept },
      payload,
    });

  test("a draft is shown as the letter it would be, as content or as the PDF, and that is an event", async () => {
    const events = (await api.events("evidence.opened")).length;
    const content = await preview(draft);
    expect(letterContentSchema.parse(content.json()).language).toBe("sv");
    expect(asked.at(-1)).toMatchObject({ caseId, draft, viewer: { staffId, roles: ["caseworker"] } });
    const pdf = await preview(draft, "application/pdf");
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(pdf.body.startsWith("%PDF")).toBe(true);
    expect(await api.events("evidence.opened")).toHaveLength(events + 2);
  });

  test("a draft that lacks what its outcome needs is refused, with where", async () => {
    const response = await preview({ outcome: "refused" });
    expect(response.statusCode).toBe(400);
    const { errors = [] } = problemSchema.parse(response.json());
    expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining(["reasons", "emergency"]));
  });

  test("what keeps a draft from being a letter is said in plain words", async () => {
    answer = () => Promise.resolve({ missing: "Barnens situation måste beskrivas i beslutet." });
    const response = await preview(draft);
    answer = undefined;
    expect(response.statusCode).toBe(409);
    expect(problemSchema.parse(response.json())).toMatchObject({
      code: "letter-incomplete",
      title: "Barnens situation måste beskrivas i beslutet.",
    });
  });

  test("a letter that waits for a person in a case that has ended holds up nobody in the queue", async () => {
    const ended = await storeCase(api.store, { reference: "T-3" });
    await api.store.transaction(async (tx) => {
      const asked = { caseId: ended.caseId, kind: "communication" as const, content: { text: "En inkomst." } };
      const communicationId = await addCommunication(tx, { ...asked, answerBy: localDate("2025-11-06"), by: staffId });
      const about = { communicationId };
      const bytes = Buffer.from("%PDF-1.7");
      const letter = await saveLetter(tx, {
        caseId: ended.caseId,
        about,
        kind: "communication",
        recipient: "a",
        bytes,
      });
      await intendDelivery(tx, { letterId: letter.id, caseId: ended.caseId, channel: "protected-mail" });
      await append(tx, { action: "letter.intended", caseId: ended.caseId, actor: testActor });
    });
    const waits = async () => (await api.store.read(casesWithLetterQuestions)).has(ended.caseId);
    expect(await waits()).toBe(true);
    await api.store.transaction(async (tx) => {
      await changeCase(tx, ended.caseId, { state: "delivering", endedAs: "withdrawn", reasons: [] });
      await append(tx, { action: "case.state-changed", caseId: ended.caseId, actor: testActor });
    });
    expect(await waits()).toBe(false);
  });

  test("a letter that is a person's to send is a question, and is sent when they say so, once", async () => {
    const bytes = Buffer.from("%PDF-1.7 as sent");
    const letterId = await api.store.transaction(async (tx) => {
      const communicationId = await addCommunication(tx, {
        caseId,
        kind: "communication",
        content: { text: "En inkomst som inte är uppgiven." },
        answerBy: localDate("2025-11-06"),
        by: staffId,
      });
      const letter = await saveLetter(tx, {
        caseId,
        about: { communicationId },
        kind: "communication",
        recipient: "a",
        bytes,
      });
      await intendDelivery(tx, { letterId: letter.id, caseId, channel: "protected-mail" });
      await append(tx, { action: "letter.intended", caseId, actor: testActor });
      return letter.id;
    });
    const open = async () =>
      caseViewSchema.parse((await api.app.inject({ url: `/api/cases/${caseId}`, headers })).json());
    const view = await open();
    expect(view.shown.questions.find(({ reason }) => reason === "letter-by-hand")).toMatchObject({
      lineId: letterId,
      text: "Det gäller: begäran om yttrande till Prov Person, förmedling genom Skatteverket.",
      actions: ["confirm"],
    });

    const settle = () =>
      api.app.inject({
        method: "POST",
        url: `/api/cases/${caseId}/settlements`,
        headers,
        payload: { sequence: 1, reason: "letter-by-hand", lineId: letterId, explanation: "Postat i dag." },
      });
    expect((await settle()).statusCode).toBe(200);
    expect((await settle()).statusCode).toBe(404);
    const [delivered, ...more] = await api.events("letter.delivered");
    expect(more).toEqual([]);
    expect(delivered).toMatchObject({
      actor: { kind: "staff", id: staffId },
      details: { letter: letterId, channel: "protected-mail" },
    });
    expect((await open()).letters?.[0]?.delivery).toMatchObject({ state: "confirmed", channel: "protected-mail" });

    const sent = await api.app.inject({ url: `/api/cases/${caseId}/letters/${letterId}`, headers });
    expect(sent.body).toBe(bytes.toString());
    expect(await api.events("letter.read")).toHaveLength(1);
  });

  test("a request whose letter was sent by hand days later is answered days later; until then it is among what needs a person", async () => {
    const { caseId: asked } = await storeCase(api.store, { reference: "T-2" });
    const dates = { sent: localDate("2025-10-23"), remind: localDate("2025-10-28"), last: localDate("2025-10-30") };
    const letterId = await api.store.transaction(async (tx) => {
      await changeCase(tx, asked, { state: "waiting", reasons: ["completion-asked"] });
      const communicationId = await addCommunication(tx, {
        caseId: asked,
        kind: "completion",
        content: { items: ["Underskrift"] },
        answerBy: dates.last,
        remindOn: dates.remind,
        by: staffId,
      });
      await markCommunicationSent(tx, communicationId, dates.sent);
      const letter = await saveLetter(tx, {
        caseId: asked,
        about: { communicationId },
        kind: "completion",
        recipient: "a",
        bytes: Buffer.from("%PDF-1.7 asked"),
      });
      await intendDelivery(tx, { letterId: letter.id, caseId: asked, channel: "by-hand" });
      await append(tx, { action: "letter.intended", caseId: asked, actor: testActor });
      return letter.id;
    });
    const waiting = async () =>
      queueViewSchema
        .parse((await api.app.inject({ url: "/api/queue?tab=attention&reason=letter-by-hand", headers })).json())
        .rows.map(({ caseId: id, reasons }) => ({ id, reasons: reasons.map(({ code }) => code) }));
    expect(await waiting()).toEqual([{ id: asked, reasons: ["completion-asked", "letter-by-hand"] }]);

    const settled = await api.app.inject({
      method: "POST",
      url: `/api/cases/${asked}/settlements`,
      headers,
      payload: { sequence: 1, reason: "letter-by-hand", lineId: letterId, explanation: "Postat i dag." },
    });
    expect(settled.statusCode).toBe(200);
    expect(await waiting()).toEqual([]);
    const [sent] = await api.store.read((tx) => listCommunications(tx, asked));
    const late = daysBetween(dates.sent, await api.store.read(api.deps.today));
    expect(late).toBeGreaterThan(0);
    expect(sent).toMatchObject({ answerBy: addDays(dates.last, late), remindOn: addDays(dates.remind, late) });
    const delivered = (await api.events("letter.delivered")).at(-1);
    expect(delivered?.details).toMatchObject({ letter: letterId, answerBy: addDays(dates.last, late) });
  });
});
