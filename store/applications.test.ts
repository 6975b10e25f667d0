import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { readHead } from "../audit/events.js";
import { month } from "../contracts/dates.js";
import type { Application } from "../contracts/readings/application.js";
import { listApplications, receiveApplication, type ReceivedApplication } from "./applications.js";
import { findCaseByNumber, getCase, listCases } from "./cases.js";
import { findCasesOfPerson, listMembers } from "./members.js";
import type { Store } from "./open-store.js";
import { anApplication, persons } from "./test-support/an-application.js";
import { databaseKinds } from "./test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "./test-support/test-store.js";

describe.each(databaseKinds)("an application that comes in, on $name", (kind) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(kind);
    store = test.store;
  });
  afterAll(() => test.stop());

  /** Each test has a month of its own, and so a household's month of its own. */
  const receive = (application: Application): Promise<ReceivedApplication> =>
    store.transaction(async (tx) => {
      const received = await receiveApplication(tx, { application, municipality: "0000" });
      if (!received.known) await append(tx, { ...anyEvent, action: "application.received", caseId: received.caseId });
      return received;
    });

  it("opens a case with a number of the month and its household", async () => {
    const first = await receive(
      anApplication({ reference: "A-1", month: "2025-01", persons: [persons.applicant, persons.partner] }),
    );
    expect(first).toMatchObject({ linkedAs: "first", known: false, alsoMatches: [] });
    const row = await store.read((tx) => getCase(tx, first.caseId));
    expect(row).toMatchObject({
      number: "2501-0001",
      state: "received",
      version: 1,
      adults: 2,
      children: 0,
      benefitMonth: "2025-01",
      receivedAt: "2025-10-27T08:00:00.000Z",
      reasons: [],
    });
    expect(await store.read((tx) => listMembers(tx, first.caseId))).toMatchObject([
      { memberId: "a", role: "applicant", identity: { personalNumber: persons.applicant.personalNumber } },
      { memberId: "b", role: "co-applicant", identity: { givenName: "Prov", familyName: "Två" } },
    ]);
    expect(await store.read((tx) => findCaseByNumber(tx, { municipality: "0000", number: "2501-0001" }))).toEqual(row);
    expect(await store.read((tx) => findCasesOfPerson(tx, persons.partner.personalNumber))).toEqual([first.caseId]);
  });

  it("keeps the tenth child after the second", async () => {
    const child = { ...persons.partner, role: "child" };
    const many = [persons.applicant, ...Array.from({ length: 10 }, () => child)];
    const { caseId } = await receive(anApplication({ reference: "A-10", month: "2025-12", persons: many }));
    const members = (await store.read((tx) => listMembers(tx, caseId))).map(({ memberId }) => memberId);
    expect(members).toEqual(["a", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10"]);
  });

  it("stores the same reference once, and says that there is nothing to log", async () => {
    const application = anApplication({ reference: "B-1", month: "2025-02" });
    const first = await receive(application);
    const before = await store.read(readHead);
    expect(await receive(application)).toEqual({ ...first, known: true });
    expect(await store.read(readHead)).toEqual(before);
    expect(await store.read((tx) => listApplications(tx, first.caseId))).toEqual([
      { id: first.applicationId, linkedAs: "first", application },
    ]);
  });

  it("links a second application of the month to the same case", async () => {
    const first = await receive(anApplication({ reference: "C-1", month: "2025-03" }));
    const second = await receive(
      anApplication({ reference: "C-2", month: "2025-03", receivedAt: "2025-10-27T08:00:20.000Z", personsInHome: 2 }),
    );
    expect(second).toMatchObject({ caseId: first.caseId, linkedAs: "second", known: false });
    expect(await store.read((tx) => listCases(tx, { month: month("2025-03") }))).toHaveLength(1);
  });

  it.each([
    ["within a minute, as a duplicate", "2025-10-27T08:01:00.000Z", "duplicate"],
    ["after a minute, as a second application", "2025-10-27T08:01:00.001Z", "second"],
  ] as const)("links the same content sent again %s", async (_, receivedAt, linkedAs) => {
    const at = `2025-${linkedAs === "duplicate" ? "04" : "05"}`;
    const first = await receive(anApplication({ reference: `D-1 ${at}`, month: at }));
    const again = await receive(anApplication({ reference: `D-2 ${at}`, month: at, receivedAt }));
    expect(again).toMatchObject({ caseId: first.caseId, linkedAs });
    expect(await store.read((tx) => listApplications(tx, first.caseId))).toHaveLength(2);
  });

  it("links an application that the partner sends alone", async () => {
    const both = [persons.applicant, persons.partner];
    const first = await receive(anApplication({ reference: "E-1", month: "2025-06", persons: both }));
    const partner = { ...persons.partner, role: "applicant" };
    const second = await receive(anApplication({ reference: "E-2", month: "2025-06", persons: [partner] }));
    expect(second).toMatchObject({ caseId: first.caseId, linkedAs: "second" });
  });

  it("names the other case where two adults had one each, and links to the applicant's", async () => {
    const partner = { ...persons.partner, role: "applicant" };
    const partners = await receive(anApplication({ reference: "F-1", month: "2025-07", persons: [partner] }));
    const own = await receive(anApplication({ reference: "F-2", month: "2025-07" }));
    const both = [persons.applicant, persons.partner];
    const joint = await receive(anApplication({ reference: "F-3", month: "2025-07", persons: both }));
    expect(joint).toMatchObject({ caseId: own.caseId, linkedAs: "second", alsoMatches: [partners.caseId] });
  });

  it("opens one case for applications of one household that come at the same time", async () => {
    const received = await Promise.all(
      ["G-1", "G-2", "G-3", "G-4"].map((reference) => receive(anApplication({ reference, month: "2025-08" }))),
    );
    expect(new Set(received.map(({ caseId }) => caseId)).size).toBe(1);
    expect(received.map(({ linkedAs }) => linkedAs).sort()).toEqual(["duplicate", "duplicate", "duplicate", "first"]);
  });

  it("keeps a household's months apart", async () => {
    const september = await receive(anApplication({ reference: "H-1", month: "2025-09" }));
    const october = await receive(anApplication({ reference: "H-2", month: "2025-10" }));
    expect(october).toMatchObject({ linkedAs: "first" });
    expect(october.caseId).not.toBe(september.caseId);
  });

  it("lets no name, number or address stand readable in any table", async () => {
    const { rows } = await store.read((tx) =>
      sql<{ text: string }>`
        SELECT application::text || member::text || cases::text AS text
        FROM application JOIN member USING (case_id) JOIN cases ON cases.id = case_id`.execute(tx.db),
    );
    const asHex = (text: string): string => Buffer.from(text).toString("hex");
    const stored = rows.map(({ text }) => text).join();
    expect(stored).toContain("2501-0001");
    for (const secret of [persons.applicant.personalNumber, "Provgatan", "Två"])
      for (const form of [secret, asHex(secret)]) expect(stored).not.toContain(form);
  });
});
