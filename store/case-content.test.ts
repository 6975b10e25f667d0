import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { localDate, month, periodOf } from "../contracts/dates.js";
import { evidenceIdSchema, type CaseId } from "../contracts/ids.js";
import type { AgencyAnswer } from "../contracts/readings/agency-answer.js";
import type { CapturedEvidence, Provenance } from "../contracts/readings/evidence.js";
import type { RegisterAnswer } from "../contracts/readings/register-answer.js";
import { sha256Hex } from "../platform/canonical.js";
import { findCaseFileReading, saveCaseFileReading } from "./case-file-readings.js";
import { changeCase, getCase, listCases } from "./cases.js";
import {
  addCommunication,
  answerCommunication,
  askOnce,
  listCommunications,
  markCommunicationSent,
  noteSilence,
} from "./communications.js";
import { addCorrection, listCorrections, withdrawCorrection } from "./corrections.js";
import { listApplications } from "./applications.js";
import { listDocuments, saveDocument, saveDocumentReading } from "./documents.js";
import { findEvidence, listEvidence, openEvidence, saveEvidence, saveEvidenceOf } from "./evidence.js";
import { findDelivery, intendDelivery, markDelivery, markOpened } from "./deliveries.js";
import { findLetter, listLetters, markLetterDelivered, openLetter, saveLetter } from "./letters.js";
import type { Store } from "./open-store.js";
import { listSettled, settleQuestion } from "./settled.js";
import { listSourceReadings, saveSourceReading } from "./source-readings.js";
import { registerStaff } from "./staff.js";
import { persons } from "./test-support/an-application.js";
import { receiveAndAssess } from "./test-support/assessed-case.js";
import { databaseKinds } from "./test-support/databases.js";
import { anyEvent, openTestStore, testInstant, type TestStore } from "./test-support/test-store.js";
import type { StoreTransaction } from "./transaction.js";

const provenance: Provenance = { portal: "agencies", botVersion: "1.0.0", readAt: testInstant };
const captured: CapturedEvidence = { kind: "page", mediaType: "text/html", bytes: Buffer.from("<p>Hemligt</p>") };
const period = periodOf(month("2025-10"));
const nothing: AgencyAnswer = { agency: "CSN", status: "nothing-registered", protectedMark: false };

describe.each(databaseKinds)("what a case holds, on $name", (kind) => {
  let test: TestStore;
  let store: Store;
  let caseId: CaseId;
  let staffId: string;
  beforeAll(async () => {
    test = await openTestStore(kind);
    store = test.store;
    caseId = await logged((tx) => receiveAndAssess(tx, "2025-11"));
    const staff = { subject: "s1", displayName: "Hand Läggare", unit: "Enhet 1" };
    ({ id: staffId } = await logged((tx) => registerStaff(tx, staff)));
  });
  afterAll(() => test.stop());

  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });

  it("counts up the version of a case with every change, and shows it in the queue by what it is", async () => {
    const before = await store.read((tx) => getCase(tx, caseId));
    const changes = {
      state: "referred",
      reasons: ["undeclared-income", "cost-new"],
      answerDue: localDate("2025-11-05"),
    } as const;
    expect(await logged((tx) => changeCase(tx, caseId, changes))).toBe(before.version + 1);
    expect(await store.read((tx) => listCases(tx, { states: ["referred"] }))).toMatchObject([
      { id: caseId, ...changes },
    ]);
    expect(await store.read((tx) => listCases(tx, { states: ["waiting"] }))).toEqual([]);
  });

  it("leaves a protected case out of the queue of those who are not to see it", async () => {
    await logged((tx) => changeCase(tx, caseId, { protected: true }));
    expect(await store.read((tx) => listCases(tx))).toEqual([]);
    expect(await store.read((tx) => listCases(tx, { includeProtected: true }))).toHaveLength(1);
    await logged((tx) => changeCase(tx, caseId, { protected: false }));
  });

  it("keeps evidence sealed, and opens it to the same bytes with the same hash", async () => {
    const [id] = await logged((tx) => saveEvidenceOf(tx, caseId, { evidence: [captured], provenance }));
    const evidenceId = evidenceIdSchema.parse(id);
    expect(await store.read((tx) => openEvidence(tx, evidenceId))).toEqual(captured.bytes);
    expect(await store.read((tx) => findEvidence(tx, evidenceId))).toMatchObject({
      sha256: sha256Hex(captured.bytes),
      size: captured.bytes.length,
      takenAt: testInstant,
    });
    const { rows } = await store.read((tx) =>
      sql<{ text: string }>`SELECT evidence::text AS text FROM evidence`.execute(tx.db),
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(Buffer.from("Hemligt").toString("hex"));
    expect(await store.read((tx) => listEvidence(tx, caseId))).toHaveLength(1);
  });

  it("refuses evidence whose stored hash was changed", async () => {
    const id = await logged((tx) => saveEvidence(tx, caseId, { captured, provenance }));
    await logged((tx) => sql`UPDATE evidence SET sha256 = ${"0".repeat(64)} WHERE id = ${id}`.execute(tx.db));
    await expect(store.read((tx) => openEvidence(tx, id))).rejects.toThrow("does not have the hash");
  });

  it("holds one reading in force of each source and member, and keeps the earlier ones", async () => {
    const reading = { caseId, memberId: "a", source: "CSN", period, provenance, evidence: [] } as const;
    await logged((tx) => saveSourceReading(tx, { ...reading, status: "unavailable" }));
    expect(await store.read((tx) => listSourceReadings(tx, caseId))).toMatchObject([{ status: "unavailable" }]);
    await logged((tx) => saveSourceReading(tx, { ...reading, status: "nothing-registered", answer: nothing }));
    const inForce = await store.read((tx) => listSourceReadings(tx, caseId));
    expect(inForce).toMatchObject([{ status: "nothing-registered", agency: nothing, periodFrom: "2025-10-01" }]);
    expect(await store.read((tx) => listSourceReadings(tx, caseId, { all: true }))).toHaveLength(2);
  });

  it("gives the register's answer as the register's", async () => {
    const answer: RegisterAnswer = {
      ...{ personalNumber: persons.applicant.personalNumber, givenName: "Prov", familyName: "Ett" },
      ...{ relations: [], protectedMark: false, municipality: "Provköping" },
    };
    const reading = { caseId, memberId: "a", source: "population", status: "read", period, provenance } as const;
    await logged((tx) => saveSourceReading(tx, { ...reading, answer, evidence: [] }));
    const readings = await store.read((tx) => listSourceReadings(tx, caseId));
    expect(readings.find(({ source }) => source === "population")).toMatchObject({ register: answer });
  });

  it("holds one reading in force of the case file, read or not", async () => {
    expect(await store.read((tx) => findCaseFileReading(tx, caseId))).toBeUndefined();
    await logged((tx) => saveCaseFileReading(tx, { caseId, provenance, evidence: [] }));
    expect(await store.read((tx) => findCaseFileReading(tx, caseId))).toMatchObject({ status: "unavailable" });
    const lists = { persons: [], standingCosts: [], standingFacts: [], planning: [], history: [], earnings: [] };
    await logged((tx) => saveCaseFileReading(tx, { caseId, provenance, evidence: [], answer: lists }));
    expect(await store.read((tx) => findCaseFileReading(tx, caseId))).toMatchObject({ status: "read", answer: lists });
  });

  it("stores a document once for its evidence, and what is read in it", async () => {
    const evidenceId = await logged((tx) => saveEvidence(tx, caseId, { captured, provenance }));
    const [application] = await store.read((tx) => listApplications(tx, caseId));
    const document = {
      caseId,
      applicationId: application?.id ?? "",
      evidenceId,
      name: "hyra å.pdf",
      declaredKind: "rent-notice",
    };
    const save = () => logged((tx) => saveDocument(tx, document));
    const documentId = await save();
    expect(await save()).toBe(documentId);
    await logged((tx) => saveDocumentReading(tx, { caseId, documentId, reading: { fields: [{ value: "6 400" }] } }));
    expect(await store.read((tx) => listDocuments(tx, caseId))).toMatchObject([
      { id: documentId, name: "hyra å.pdf", declaredRow: null, reading: { fields: [{ value: "6 400" }] } },
    ]);
  });

  it("lets a later correction of a field take the place of the earlier, and keeps both", async () => {
    const correction = { caseId, target: "incomes.i1", field: "netOre", reason: "Enligt beskedet.", by: staffId };
    await logged((tx) => addCorrection(tx, { ...correction, value: 1 }));
    const id = await logged((tx) => addCorrection(tx, { ...correction, value: 2 }));
    expect(await store.read((tx) => listCorrections(tx, caseId))).toMatchObject([
      { id, value: 2, reason: "Enligt beskedet." },
    ]);
    const withdraw = () => logged((tx) => withdrawCorrection(tx, { caseId, correctionId: id, by: staffId }));
    expect([await withdraw(), await withdraw()]).toEqual([true, false]);
    expect(await store.read((tx) => listCorrections(tx, caseId))).toEqual([]);
    expect(await store.read((tx) => listCorrections(tx, caseId, { all: true }))).toHaveLength(2);
  });

  it("settles a question once for each fact, and keeps the first note", async () => {
    const settle = (note: string, factId?: string) =>
      logged((tx) =>
        settleQuestion(tx, {
          caseId,
          reason: "cost-new",
          note,
          by: staffId,
          ...(factId === undefined ? {} : { factId }),
        }),
      );
    expect([await settle("one"), await settle("two"), await settle("three", "k1")]).toEqual([true, false, true]);
    const notes = (await store.read((tx) => listSettled(tx, caseId))).map(({ note }) => note);
    expect(notes.sort()).toEqual(["one", "three"]);
  });

  const aCommunication = () =>
    logged((tx) =>
      addCommunication(tx, {
        caseId,
        kind: "communication",
        content: { text: "En inkomst." },
        answerBy: localDate("2025-11-10"),
        by: staffId,
      }),
    );

  it("sends a letter once, and opens it to the same bytes", async () => {
    const bytes = Buffer.from("%PDF-1.7 Beslut");
    const about = { communicationId: await aCommunication() };
    const save = () => logged((tx) => saveLetter(tx, { caseId, about, kind: "communication", recipient: "a", bytes }));
    const letter = await save();
    expect(letter).toMatchObject({ created: true, sha256: sha256Hex(bytes) });
    expect(await save()).toEqual({ ...letter, created: false });
    expect(await store.read((tx) => openLetter(tx, letter.id))).toEqual(bytes);
    const send = () => logged((tx) => markLetterDelivered(tx, letter.id, "post"));
    expect([await send(), await send()]).toEqual([true, false]);
    expect(await store.read((tx) => findLetter(tx, letter.id))).toMatchObject({
      channel: "post",
      deliveredAt: testInstant,
    });
    expect(await store.read((tx) => listLetters(tx, caseId))).toHaveLength(1);
  });

  it("leaves a letter's way out to whoever may take the next step, and notes its opening once", async () => {
    const about = { communicationId: await aCommunication() };
    const { id: letterId } = await logged((tx) =>
      saveLetter(tx, { caseId, about, kind: "communication", recipient: "a", bytes: Buffer.from("%PDF") }),
    );
    const intended = { letterId, caseId, channel: "digital-mailbox" } as const;
    const first = await logged((tx) => intendDelivery(tx, intended));
    const again = await logged((tx) => intendDelivery(tx, { ...intended, channel: "print-queue" }));
    expect([first.created, again.created, again.delivery.channel]).toEqual([true, false, "digital-mailbox"]);
    await logged((tx) => markDelivery(tx, letterId, { state: "submitted" }));
    await expect(logged((tx) => markDelivery(tx, letterId, { state: "submitted" }))).rejects.toThrow("cannot go");
    await logged((tx) => markDelivery(tx, letterId, { state: "confirmed", receiptId: "r-1" }));
    const open = () => logged((tx) => markOpened(tx, letterId, testInstant));
    expect([await open(), await open()]).toEqual([true, false]);
    expect(await store.read((tx) => findDelivery(tx, letterId))).toMatchObject({
      state: "confirmed",
      receiptId: "r-1",
      openedAt: testInstant,
    });
  });

  it("sends what is to be commented on once, and keeps the comments", async () => {
    const content = { text: "En inkomst som inte är uppgiven." };
    const answerBy = localDate("2025-11-10");
    const id = await logged((tx) =>
      addCommunication(tx, { caseId, kind: "communication", content, answerBy, by: staffId }),
    );
    const send = () => logged((tx) => markCommunicationSent(tx, id, localDate("2025-10-27")));
    expect([await send(), await send()]).toEqual([true, false]);
    const answer = (text: string) =>
      logged((tx) =>
        answerCommunication(tx, { caseId, communicationId: id }, { text, orally: true, answeredOn: answerBy }),
      );
    expect([await answer("Det stämmer."), await answer("Nej.")]).toEqual([true, false]);
    expect(await logged((tx) => noteSilence(tx, id))).toBe(false);
    const stored = (await store.read((tx) => listCommunications(tx, caseId))).filter((one) => one.id === id);
    expect(stored).toMatchObject([
      { content, answer: "Det stämmer.", answeredOn: answerBy, orally: true, sentOn: "2025-10-27", silenceAt: null },
    ]);
  });

  it("lets the process ask for the same thing once", async () => {
    const ask = (cause: string) =>
      logged((tx) =>
        askOnce(tx, {
          caseId,
          kind: "completion",
          content: { items: ["Underskrift av medsökande."] },
          answerBy: localDate("2025-11-03"),
          remindOn: localDate("2025-10-31"),
          cause,
        }),
      );
    expect(await ask("signature-missing")).toBeDefined();
    expect(await ask("signature-missing")).toBeUndefined();
    expect(await ask("document-unreadable:k1")).toBeDefined();
  });
});
