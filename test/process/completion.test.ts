import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { listCommunications } from "../../store/communications.js";
import { listLetters } from "../../store/letters.js";
import { aRenewal, couple } from "./fake-portals.js";
import { openOffice, type Office } from "./office.js";

describe("a case that waits for its applicant", () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const unsigned = aRenewal(couple({ partnerHasSigned: false }));
  const sentTo = async () => {
    const [{ id } = { id: undefined }] = await office.cases();
    return id === undefined ? [] : office.store.read((tx) => listCommunications(tx, id));
  };

  it("is asked for a missing signature by the process itself, once, reminded once, and given to a person after the last day", async () => {
    office.world.inbox.push(unsigned);
    await office.readInbox();
    const { id } = await office.caseThat(({ reasons }) => reasons.includes("completion-asked"));
    expect((await office.cases())[0]).toMatchObject({
      state: "waiting",
      reasons: ["completion-asked", "signature-missing"],
    });
    expect(await sentTo()).toMatchObject([
      { kind: "completion", preparedBy: null, sentOn: "2025-10-27", remindOn: "2025-11-01", answerBy: "2025-11-03" },
    ]);
    const kinds = async () => (await office.store.read((tx) => listLetters(tx, id))).map(({ kind }) => kind).sort();
    // To the one who has signed; the other has applied for nothing yet.
    await expect.poll(kinds, { timeout: 20_000 }).toEqual(["completion"]);

    for (const day of ["2025-10-31", "2025-11-01", "2025-11-02", "2025-11-03"]) {
      await office.beginDay(localDate(day));
      await office.process.reassess(id, { cause: "asked" });
    }
    await expect.poll(() => office.events(id, "completion.reminded"), { timeout: 20_000 }).toHaveLength(1);
    await expect.poll(kinds, { timeout: 20_000 }).toEqual(["completion", "reminder"]);
    expect(await office.events(id, "completion.unanswered")).toHaveLength(0);

    await office.beginDay(localDate("2025-11-04"));
    const overdue = await office.caseThat(({ state }) => state === "referred");
    expect(overdue.reasons).toEqual(["completion-overdue", "signature-missing"]);
    await expect.poll(() => office.events(id, "completion.unanswered"), { timeout: 20_000 }).toHaveLength(1);
    expect(await sentTo()).toHaveLength(1);

    // What is left undone is decided by a person in the end; the application was there from the first day.
    const answer = await office.decide(id, {
      outcome: "partly-granted",
      amountOre: 400_000,
      reasons: "Ansökan är inte undertecknad av båda; den del som gäller sökanden beviljas.",
      communicationUnneeded: "Uppgifterna kommer från den sökande själv.",
    });
    expect(answer).toMatchObject({ result: "refused", code: "data-too-old" });
    await office.caseThat(({ state }) => state === "referred");
  });

  it("goes on by itself when the signature comes in the e-service", async () => {
    office.world.inbox.push(unsigned);
    await office.readInbox();
    const { id } = await office.caseThat(({ reasons }) => reasons.includes("completion-asked"));
    office.world.inbox.push(
      aRenewal({
        ...couple({ partnerHasSigned: true }),
        kind: "completion",
        reference: "EB-2511-0002",
        receivedAt: "2025-10-29T09:00:00.000Z",
      }),
    );
    await office.readInbox();
    const done = await office.caseThat(({ state }) => state === "prefilled");
    expect(done).toMatchObject({ id, reasons: [] });
    expect(await sentTo()).toMatchObject([{ answeredOn: "2025-10-29", orally: false, silenceAt: null }]);
    expect(await office.events(id, "completion.answered")).toHaveLength(1);
    expect(await office.cases()).toHaveLength(1);
  });

  it("is a person's when the answer does not bring what was missing", async () => {
    office.world.inbox.push(unsigned);
    await office.readInbox();
    await office.caseThat(({ reasons }) => reasons.includes("completion-asked"));
    office.world.inbox.push(
      aRenewal({
        ...couple({ partnerHasSigned: false }),
        kind: "completion",
        reference: "EB-2511-0002",
        receivedAt: "2025-10-29T09:00:00.000Z",
        message: "Han är bortrest.",
      }),
    );
    await office.readInbox();
    const { reasons } = await office.caseThat(({ state }) => state === "referred");
    expect(reasons).toEqual(["completion-insufficient", "signature-missing"]);
    expect(await sentTo()).toHaveLength(1);
  });
});
