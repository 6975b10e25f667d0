import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { month } from "../../contracts/dates.js";
import { decisionRequestIdSchema, type CaseId } from "../../contracts/ids.js";
import { listApplications } from "../../store/applications.js";
import { findAssessment } from "../../store/assessments.js";
import { listDecisions } from "../../store/decisions.js";
import { settleQuestion } from "../../store/settled.js";
import { listUnreadApplications } from "../../store/unread-applications.js";
import { ada, aRenewal, bo } from "./fake-portals.js";
import { openOffice, type Office } from "./office.js";

const first = aRenewal();
const reasons = "Den akuta tandvården är nödvändig och kan inte vänta.";

describe("more than one application for the month", () => {
  let office: Office;
  let id: CaseId;
  beforeEach(async () => {
    office = await openOffice();
    office.world.inbox.push(first);
    await office.readInbox();
    ({ id } = await office.caseThat(({ state }) => state === "prefilled"));
  });
  afterEach(() => office.close());

  const linked = async () =>
    (await office.store.read((tx) => listApplications(tx, id))).map(({ linkedAs }) => linkedAs);

  it("fault 33: the same application sent twice within a minute is one case, merged visibly, and changes nothing", async () => {
    office.world.inbox.push(aRenewal({ reference: "EB-2511-0002", receivedAt: "2025-10-27T08:00:40.000Z" }));
    await office.readInbox();
    await office.readInbox();
    expect((await office.cases()).map((row) => [row.id, row.state])).toEqual([[id, "prefilled"]]);
    expect(await linked()).toEqual(["first", "duplicate"]);
    expect(await office.events(id, "application.linked")).toMatchObject([{ details: { linkedAs: "duplicate" } }]);
    // What is stored is not read in the e-service again.
    expect(office.world.asked.inbox).toBe(2);
  });

  it("fault 34: the partner's application for the same month reaches a person, and is never paid beside the first", async () => {
    office.world.inbox.push(
      aRenewal({
        reference: "EB-2511-0002",
        receivedAt: "2025-10-28T08:00:00.000Z",
        persons: [
          { ...bo, role: "applicant", signedOn: "2025-10-28" },
          { ...ada, role: "co-applicant", signedOn: "2025-10-28" },
        ],
      }),
    );
    await office.readInbox();
    await office.caseThat(({ state }) => state === "referred");
    expect((await office.cases()).map((row) => row.reasons)).toEqual([["second-application"]]);
    expect(await office.decide(id, { outcome: "granted" })).toMatchObject({
      result: "refused",
      code: "open-questions",
    });
    expect(office.world.records).toEqual([]);

    // A person has read it and says what it was; then the month is decided once.
    await office.logged((tx) =>
      settleQuestion(tx, {
        caseId: id,
        reason: "second-application",
        factId: "s1",
        note: "Samma ansökan från sambon; prövas i samma beslut.",
        by: office.caseworker,
      }),
    );
    await office.process.reassess(id, { cause: "question-settled" });
    expect(await office.decide(id, { outcome: "granted" })).toMatchObject({ result: "recorded" });
    await office.caseThat(({ state }) => state === "closed");
    expect(office.world.records.filter(({ kind }) => kind === "payment")).toHaveLength(1);
  });

  it("fault 35: a changed application after the sources were read is assessed with, and an older page cannot be decided on", async () => {
    const shown = await office.store.read((tx) => findAssessment(tx, id));
    office.world.inbox.push(
      aRenewal({
        reference: "EB-2511-0002",
        receivedAt: "2025-10-28T08:00:00.000Z",
        costs: [{ row: "k1", type: "rent", appliedOre: 580_000 }],
      }),
    );
    await office.readInbox();
    await office.caseThat(({ state }) => state === "referred");
    expect(await linked()).toEqual(["first", "second"]);
    const latest = await office.store.read((tx) => findAssessment(tx, id));
    expect(latest?.sequence).toBe((shown?.sequence ?? 0) + 1);
    const requestId = decisionRequestIdSchema.parse("5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d11");
    const older = await office.process.recordDecision(id, { requestId, sequence: shown?.sequence ?? 0 });
    expect(older).toEqual({ result: "refused", code: "stale-view" });
  });

  it("fault 54: what comes after the decision is a case and a decision of its own; the decided month stays, and only the difference is paid", async () => {
    expect(await office.decide(id, { outcome: "granted" })).toMatchObject({ result: "recorded" });
    await office.caseThat(({ state }) => state === "closed");
    const before = await office.store.read((tx) => findAssessment(tx, id));

    office.world.inbox.push(
      aRenewal({
        reference: "EB-2511-0002",
        receivedAt: "2025-10-27T12:00:00.000Z",
        costs: [{ row: "k1", type: "acute-dental-care", appliedOre: 150_000 }],
      }),
    );
    await office.readInbox();
    const beside = await office.caseThat(({ state }) => state === "referred");
    expect(beside).toMatchObject({ supplementTo: id, kind: "supplement" });
    expect(beside.reasons).toContain("supplement");
    const open = await office.store.read((tx) => findAssessment(tx, beside.id));
    for (const { reason, factId, settled } of open?.receipt.findings ?? [])
      if (reason !== undefined && settled !== true && reason !== "supplement" && !reason.startsWith("cost-"))
        await office.logged((tx) =>
          settleQuestion(tx, {
            caseId: beside.id,
            reason,
            note: "Tillägget prövas för sig.",
            by: office.caseworker,
            ...(factId !== undefined && { factId }),
          }),
        );
    await office.process.reassess(beside.id, { cause: "question-settled" });
    const answer = await office.decide(beside.id, { outcome: "granted", amountOre: 150_000, reasons });
    expect(answer).toMatchObject({ result: "recorded" });
    await expect
      .poll(async () => (await office.cases()).map(({ state }) => state), { timeout: 30_000 })
      .toEqual(["closed", "closed"]);

    expect(await office.store.read((tx) => findAssessment(tx, id))).toEqual(before);
    const decided = async (caseId: CaseId) =>
      (await office.store.read((tx) => listDecisions(tx, caseId))).map(({ amountOre }) => amountOre);
    expect(await decided(id)).toEqual([before?.amountOre]);
    expect(await decided(beside.id)).toEqual([150_000]);
    expect(office.world.records.filter(({ kind }) => kind === "payment").map(({ amountOre }) => amountOre)).toEqual([
      before?.amountOre,
      150_000,
    ]);
    for (const caseId of [id, beside.id]) expect(await office.events(caseId, "decision.recorded")).toHaveLength(1);
  });

  it("goes past an application that nobody can read, shows it until it is read, and takes it in then", async () => {
    const [second, third] = ["EB-2511-0002", "EB-2511-0003"] as const;
    const later = { receivedAt: "2025-10-28T08:00:00.000Z" };
    office.world.inbox.push(aRenewal({ ...later, reference: second }), aRenewal({ ...later, reference: third }));
    office.world.unreadable.add(second);
    const unread = () => office.store.read((tx) => listUnreadApplications(tx, month("2025-11")));
    await office.readInbox();
    await office.readInbox();
    expect(await linked()).toEqual(["first", "second"]);
    expect(await unread()).toMatchObject([{ reference: second }]);

    office.world.unreadable.clear();
    await office.readInbox();
    expect(await linked()).toHaveLength(3);
    expect(await unread()).toEqual([]);
  });
});
