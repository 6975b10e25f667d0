import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAssessmentActivities } from "../../activities/assess.js";
import { localDate, month } from "../../contracts/dates.js";
import { samplePacks } from "../../rules/index.js";
import { findAssessment } from "../../store/assessments.js";
import { addClosing } from "../../store/closings.js";
import { addCommunication, answerCommunication, listCommunications } from "../../store/communications.js";
import { listDecisions } from "../../store/decisions.js";
import { addManualNorm } from "../../store/manual-norms.js";
import { stopRule } from "../../store/rule-stops.js";
import { listSourceReadings } from "../../store/source-readings.js";
import { aRenewal, withChild } from "./fake-portals.js";
import { openOffice, type Office } from "./office.js";
import { alwaysInForce } from "../../activities/packs-in-force.js";

const patiently = { timeout: 20_000, interval: 500 };

describe("the time a case takes, and how it ends", () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    office.world.inbox.push(aRenewal());
  });
  afterEach(() => office.close());

  const received = async (state: string) => {
    await office.readInbox();
    return (await office.caseThat((row) => row.state === state)).id;
  };

  it("fetches again what is too old before anyone decides on it, and lets them decide on what came", async () => {
    const id = await received("prefilled");
    const asked = office.world.asked.agencies;
    await office.beginDay(localDate("2025-10-31"));
    expect(await office.decide(id, { outcome: "granted" })).toEqual({ result: "refused", code: "data-too-old" });
    await expect.poll(() => office.world.asked.agencies, { timeout: 20_000 }).toBe(asked + 1);
    await office.caseThat((row) => row.state === "prefilled");
    const readings = await office.store.read((tx) => listSourceReadings(tx, id));
    expect(new Set(readings.map(({ readAt }) => readAt.slice(0, 10)))).toEqual(new Set(["2025-10-31"]));
    await expect
      .poll(() => office.decide(id, { outcome: "granted" }), { timeout: 20_000 })
      .toMatchObject({ result: "recorded" });
  });

  it("assesses again what was assessed before a rule was stopped, and lets nobody decide on what it said then", async () => {
    const id = await received("prefilled");
    const on = localDate("2025-10-27");
    await office.logged((tx) =>
      stopRule(tx, { provision: "personal-costs", reason: "Fel i raden", by: office.lead, on }),
    );
    expect(await office.decide(id, { outcome: "granted" })).toEqual({ result: "refused", code: "rules-changed" });
    const again = await office.caseThat((row) => row.state === "referred");
    expect(again.reasons).toEqual(["rule-stopped"]);
    expect(await office.store.read((tx) => listDecisions(tx, id))).toEqual([]);
  });

  it("takes no change of the rules for a person's look at what the delivery asks", async () => {
    const id = await received("prefilled");
    expect(await office.process.reassess(id, { cause: "rules-changed" })).toMatchObject({ outcome: "prefilled" });
    office.world.hidesRecords = true;
    await expect
      .poll(() => office.decide(id, { outcome: "granted" }), { timeout: 20_000 })
      .toMatchObject({ result: "recorded" });
    await expect.poll(() => office.events(id, "write.unclear"), patiently).toHaveLength(1);
    office.world.hidesRecords = false;
    expect(await office.process.reassess(id, { cause: "rules-changed" })).toEqual({
      result: "refused",
      code: "already-decided",
    });
    expect(await office.events(id, "write.confirmed")).toEqual([]);
    await office.process.reassess(id, { cause: "asked" });
    await office.caseThat((row) => row.state === "closed");
  });

  it("waits for the applicant's word until the last day, notes the silence, and lets a person decide after it", async () => {
    office.world.silent.add("FK");
    const id = await received("waiting");
    office.world.silent.clear();
    await office.beginDay(localDate("2025-10-28"));
    await office.caseThat((row) => row.state === "prefilled");
    const communicationId = await office.logged((tx) =>
      addCommunication(tx, {
        caseId: id,
        kind: "communication",
        content: { text: "Bostadsbidrag 1 300 kronor." },
        answerBy: localDate("2025-10-29"),
        by: office.caseworker,
      }),
    );
    expect(await office.process.communicate(id, { communicationId })).toMatchObject({ reasons: ["communicated"] });
    expect(await office.decide(id, { outcome: "granted" })).toEqual({ result: "refused", code: "answer-awaited" });
    await office.beginDay(localDate("2025-10-30"));
    await office.caseThat((row) => row.state === "prefilled");
    await expect.poll(() => office.events(id, "communication.unanswered"), { timeout: 20_000 }).toHaveLength(1);
    const [silent] = await office.store.read((tx) => listCommunications(tx, id));
    expect(silent).toMatchObject({ answeredAt: null });
    expect(silent?.silenceAt).not.toBeNull();
    expect(await office.decide(id, { outcome: "granted" })).toMatchObject({ result: "recorded" });
  });

  it("goes on as soon as the applicant answers", async () => {
    const id = await received("prefilled");
    const communicationId = await office.logged((tx) =>
      addCommunication(tx, {
        caseId: id,
        kind: "communication",
        content: { text: "Bostadsbidrag 1 300 kronor." },
        answerBy: localDate("2025-11-10"),
        by: office.caseworker,
      }),
    );
    await office.process.communicate(id, { communicationId });
    const answer = { text: "Det stämmer.", orally: true, answeredOn: localDate("2025-10-27") };
    await office.logged((tx) => answerCommunication(tx, { caseId: id, communicationId }, answer));
    expect(await office.process.reassess(id, { cause: "answer-arrived" })).toMatchObject({ outcome: "prefilled" });
  });

  it("ends a withdrawn case with a journal note that is read back and a letter, and without a decision", async () => {
    const id = await received("prefilled");
    const closingId = await office.logged((tx) =>
      addClosing(tx, {
        caseId: id,
        kind: "withdrawn",
        on: localDate("2025-10-26"),
        explanation: "Sökanden har fått arbete.",
        conflictDeclared: true,
        by: office.caseworker,
      }),
    );
    expect(await office.process.endWithoutDecision(id, { closingId })).toEqual({ result: "ended" });
    expect(await office.caseThat((row) => row.state === "closed")).toMatchObject({ endedAs: "withdrawn" });
    expect(office.world.records).toMatchObject([{ kind: "journal" }]);
    expect(office.world.records[0]?.text).toContain(
      "Återkallad av den sökande 26 oktober 2025: Sökanden har fått arbete.",
    );
    const once = ["case.ended", "write.intended", "write.submitted", "write.confirmed"] as const;
    for (const action of [...once, "letter.rendered", "letter.delivered", "case.closed"] as const)
      expect(await office.events(id, action)).toHaveLength(1);
    const [letter, ...more] = await office.letters(id);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: "written-off", date: "2025-10-27" });
    expect(JSON.stringify(letter)).toMatch(/tog tillbaka ansökan den 26.oktober 2025/);
    expect(JSON.stringify(letter)).toContain("3.5");
    expect(await office.store.read((tx) => listDecisions(tx, id))).toEqual([]);

    // A new application after that is a case like any other.
    office.world.inbox.push(aRenewal({ reference: "EB-2511-0002", receivedAt: "2025-10-27T14:00:00.000Z" }));
    await office.readInbox();
    expect(await office.caseThat((row) => row.state === "prefilled")).toMatchObject({ supplementTo: null });
  });

  it("fault 36: of a decision and an ending at once, one wins and the other is told", async () => {
    const id = await received("prefilled");
    const closingId = await office.logged((tx) =>
      addClosing(tx, {
        caseId: id,
        kind: "withdrawn",
        on: localDate("2025-10-27"),
        explanation: "Återkallad på telefon.",
        conflictDeclared: true,
        by: office.lead,
      }),
    );
    const [decided, ended] = await Promise.all([
      office.decide(id, { outcome: "granted" }),
      office.process.endWithoutDecision(id, { closingId }),
    ]);
    expect([decided.result, ended.result]).toContain("refused");
    expect([decided.result === "recorded", ended.result === "ended"].filter(Boolean)).toHaveLength(1);
    await office.caseThat((row) => row.state === "closed");
    const outcomes = [...(await office.events(id, "decision.recorded")), ...(await office.events(id, "case.ended"))];
    expect(outcomes).toHaveLength(1);
  });

  it("fault 29: an answer that comes after the decision is logged as late and changes nothing the decision rested on", async () => {
    const id = await received("prefilled");
    const before = await office.store.read((tx) => listSourceReadings(tx, id));
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    office.world.whileAsked = () => held;
    await office.beginDay(localDate("2025-10-31"));
    expect(await office.decide(id, { outcome: "granted" })).toMatchObject({ code: "data-too-old" });
    await expect.poll(() => office.world.asked.agencies, { timeout: 20_000 }).toBe(2);
    // Decided while the agency still thinks: here by another hand than the process, which waits for the answer.
    await office.logged(async (tx) => {
      await tx.db.updateTable("cases").set({ endedAs: "decided-elsewhere" }).where("id", "=", id).execute();
    });
    answer();
    await expect.poll(() => office.events(id, "source.answered-late"), { timeout: 20_000 }).toHaveLength(1);
    const agenciesOf = (readings: typeof before) => readings.filter(({ source }) => source !== "population");
    expect(agenciesOf(await office.store.read((tx) => listSourceReadings(tx, id)))).toEqual(agenciesOf(before));
  });

  it("fault 38: a mark of protected identity in the middle takes the case off the shared lists and out of the machine's hands", async () => {
    const id = await received("prefilled");
    office.world.protectedMark = true;
    await office.beginDay(localDate("2025-10-31"));
    await office.decide(id, { outcome: "granted" });
    const row = await office.caseThat(({ state }) => state === "referred");
    expect(row).toMatchObject({ protected: true, reasons: ["protected-identity"], amountOre: null });
    const reasons = "Som beräknat, av behörig personal.";
    const draft = { outcome: "granted", amountOre: 2_000_000, grantsAllApplied: true, reasons } as const;
    // The row is written a moment before the process has taken in what came of it.
    const decidedBy = (who: string) => () => office.decide(id, draft, who);
    await expect.poll(decidedBy(office.caseworker), patiently).toMatchObject({ code: "role-missing" });
    await expect.poll(decidedBy(office.lead), patiently).toMatchObject({ result: "recorded" });
  });

  it("waits in May 2026 for a norm entered by hand with its source, and counts with it as a person's figure", async () => {
    office.world.today = localDate("2026-04-27");
    office.world.inbox.splice(0);
    office.world.inbox.push(aRenewal({ ...withChild, month: "2026-05", receivedAt: "2026-04-27T08:00:00.000Z" }));
    await office.readInbox(month("2026-05"));
    const { id, reasons } = await office.caseThat((row) => row.state === "referred");
    expect(reasons).toEqual(["no-verified-table"]);
    const norm = { personalOre: 889_000, commonOre: 141_000, citation: "SFS 2025:468 12 kap. 2 §, belopp för 2026" };
    await office.logged((tx) => addManualNorm(tx, { caseId: id, norm, by: office.caseworker }));
    expect(await office.process.reassess(id, { cause: "norm-entered" })).toMatchObject({ outcome: "prefilled" });
    const assessment = await office.store.read((tx) => findAssessment(tx, id));
    expect(assessment?.receipt).toMatchObject({ normOre: 1_030_000, grantOre: 1_550_000 });
    const rows = assessment?.receipt.lines.filter(({ kind }) => kind === "norm") ?? [];
    expect(rows.map(({ text }) => text).join()).toContain("angivna för hand");
    for (const row of rows) expect(row.basis).toContain(norm.citation);
  });

  it("fault 43: a decision stands on the rulebook it was made with, also when the rules change after it", async () => {
    const id = await received("prefilled");
    await office.decide(id, { outcome: "granted" });
    await office.caseThat((row) => row.state === "closed");
    const decided = await office.store.read((tx) => findAssessment(tx, id));
    const changed = createAssessmentActivities({
      store: office.store,
      packsInForce: alwaysInForce(samplePacks),
      rulebook: { version: "changed", hash: "1".repeat(64) },
      today: () => Promise.resolve(office.world.today),
    });
    expect(await changed.assessCase({ caseId: id })).toMatchObject({ sequence: decided?.sequence });
    expect(await office.store.read((tx) => findAssessment(tx, id))).toEqual(decided);
    const [assessed, ...more] = await office.events(id, "case.assessed");
    expect(more).toEqual([]);
    expect(assessed?.details).toMatchObject({ rulebook: "test", sequence: decided?.sequence });
  });

  it("never starts a decided or ended case anew when the Temporal server has lost everything", async () => {
    const id = await received("prefilled");
    await office.decide(id, { outcome: "granted" });
    await office.caseThat((row) => row.state === "closed");
    const written = office.world.records.length;
    const asked = office.world.asked.agencies;
    office.world.inbox.push(
      aRenewal({
        reference: "EB-2511-0009",
        receivedAt: "2025-10-27T09:00:00.000Z",
        persons: [
          {
            personalNumber: "198903152398",
            givenName: "Prov",
            familyName: "Ett",
            role: "applicant",
            signedOn: "2025-10-27",
          },
        ],
      }),
    );
    await office.loseTemporal();
    await office.readInbox();
    // The new household's case comes through, so the inbox was read; the closed one was left alone.
    await office.caseThat((row) => row.id !== id && row.state !== "received" && row.state !== "gathering");
    expect(office.world.records).toHaveLength(written);
    expect(office.world.asked.agencies).toBe(asked + 1);
    expect((await office.cases()).find((row) => row.id === id)?.state).toBe("closed");
    expect(await office.events(id, "decision.recorded")).toHaveLength(1);
  });
});
