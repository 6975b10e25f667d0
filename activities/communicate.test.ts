import { afterAll, beforeAll, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { listEvents } from "../audit/events.js";
import { localDate } from "../contracts/dates.js";
import {
  addCommunication,
  answerCommunication,
  askOnce,
  listCommunications,
  markCommunicationSent,
} from "../store/communications.js";
import { extendForLateLetter } from "../store/letter-reach.js";
import { markLetterDelivered, saveLetter } from "../store/letters.js";
import { registerStaff } from "../store/staff.js";
import { receiveAndAssess } from "../store/test-support/assessed-case.js";
import { anyEvent, openTestStore, type TestStore } from "../store/test-support/test-store.js";
import { assess } from "../rules/assess.js";
import { samplePacks } from "../rules/index.js";
import { composeCase } from "./compose/case.js";
import { loadMaterial } from "./compose/load-material.js";
import { createCommunicationActivities } from "./communicate.js";

let here: TestStore;
beforeAll(async () => {
  here = await openTestStore();
});
afterAll(() => here.stop());

test("the time to complete does not run out while the letter has not reached the applicant", async () => {
  const { store } = here;
  const { caseId, communicationId, letterId } = await store.transaction(async (tx) => {
    const id = await receiveAndAssess(tx, "2025-11");
    const asked = await askOnce(tx, {
      caseId: id,
      kind: "completion",
      content: { items: ["Underskrift"] },
      answerBy: localDate("2025-11-03"),
      cause: "signature-missing",
    });
    if (asked === undefined) throw new Error("Nothing was asked.");
    await markCommunicationSent(tx, asked, localDate("2025-10-27"));
    const letter = await saveLetter(tx, {
      caseId: id,
      about: { communicationId: asked },
      kind: "completion",
      recipient: "a",
      bytes: Buffer.from("%PDF-1.7"),
    });
    await append(tx, anyEvent);
    return { caseId: id, communicationId: asked, letterId: letter.id };
  });
  const activities = createCommunicationActivities({ store, today: () => Promise.resolve(localDate("2025-11-04")) });
  const silenceOf = async () =>
    (await store.read((tx) => listCommunications(tx, caseId))).find(({ id }) => id === communicationId)?.silenceAt;

  expect(await activities.followUpCommunications({ caseId })).toEqual({ reminded: false, ranOut: false });
  expect(await silenceOf()).toBeNull();
  const reasonsOf = async () => {
    const day = localDate("2025-11-04");
    const material = await store.read((tx) => loadMaterial(tx, { caseId, today: day }));
    return assess(composeCase(material), samplePacks).reasons.filter((reason) => reason.startsWith("completion-"));
  };
  expect(await reasonsOf()).toEqual(["completion-asked"]);

  await store.transaction(async (tx) => {
    await markLetterDelivered(tx, letterId, "digital-mailbox");
    await append(tx, anyEvent);
  });
  expect(await activities.followUpCommunications({ caseId })).toEqual({ reminded: false, ranOut: true });
  expect(await silenceOf()).not.toBeNull();
  expect(await reasonsOf()).toEqual(["completion-overdue"]);
});

test("what is sent later than it was written gives as many days to answer, and the log says which day", async () => {
  const { store } = here;
  const { caseId, communicationId } = await store.transaction(async (tx) => {
    const id = await receiveAndAssess(tx, "2025-12");
    const { id: by } = await registerStaff(tx, { subject: "karin", displayName: "Karin", unit: "Enhet 1" });
    const written = await addCommunication(tx, {
      caseId: id,
      kind: "communication",
      content: { text: "En inkomst." },
      answerBy: localDate("2025-11-01"),
      preparedOn: localDate("2025-10-27"),
      by,
    });
    await append(tx, anyEvent);
    return { caseId: id, communicationId: written };
  });
  const activities = createCommunicationActivities({ store, today: () => Promise.resolve(localDate("2025-10-30")) });
  for (let times = 0; times < 2; times += 1) await activities.sendCommunication({ caseId, communicationId });
  const [sent] = await store.read((tx) => listCommunications(tx, caseId));
  expect(sent).toMatchObject({ sentOn: "2025-10-30", answerBy: "2025-11-04" });
  const events = await store.read((tx) => listEvents(tx, { caseId, action: "communication.sent" }));
  expect(events.map(({ details }) => details["answerBy"])).toEqual(["2025-11-04"]);
});

test("one party's answer does not shorten the time of another whose letter came late; everybody's answer ends it", async () => {
  const { store } = here;
  const dayOf = async (month: string, byAll: boolean) => {
    const caseId = await store.transaction(async (tx) => {
      const id = await receiveAndAssess(tx, month);
      const { id: by } = await registerStaff(tx, { subject: month, displayName: "Karin", unit: "Enhet 1" });
      const communicationId = await addCommunication(tx, {
        caseId: id,
        kind: "communication",
        content: { text: "En inkomst." },
        answerBy: localDate("2025-11-10"),
        by,
      });
      await markCommunicationSent(tx, communicationId, localDate("2025-10-27"));
      const answer = { text: "Det stämmer.", orally: true, answeredOn: localDate("2025-10-28"), byAll };
      await answerCommunication(tx, { caseId: id, communicationId }, answer);
      const bytes = Buffer.from("%PDF-1.7");
      const about = { communicationId };
      const late = await saveLetter(tx, { caseId: id, about, kind: "communication", recipient: "a", bytes });
      await markLetterDelivered(tx, late.id, "print-queue");
      await extendForLateLetter(tx, late.id, localDate("2025-11-06"));
      await append(tx, anyEvent);
      return id;
    });
    const [sent] = await store.read((tx) => listCommunications(tx, caseId));
    return sent?.answerBy;
  };
  expect(await dayOf("2026-01", false)).toBe("2025-11-20");
  expect(await dayOf("2026-02", true)).toBe("2025-11-10");
});
