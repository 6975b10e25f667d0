import { afterEach, describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { openTown, type Town } from "./town.js";

describe("a case that was sent to a person", () => {
  let town: Town;
  afterEach(() => town.close());

  it("is assessed again for every fact and question the caseworker settles, and ends granted", async () => {
    town = await openTown(["14"]);
    const { caseId } = await town.caseIn("referred");
    const amina = await town.signIn();
    const before = await amina.open(caseId);
    expect(before.shown.questions.map(({ reason }) => reason).sort()).toEqual([
      "deposit-to-assess",
      "undeclared-income",
    ]);
    await expect(amina.approve(caseId)).rejects.toThrow(/409/);

    const lineOf = (reason: string): string =>
      before.shown.questions.find((one) => one.reason === reason)?.lineId ?? "";
    await amina.change(caseId, "corrections", {
      sequence: before.shown.sequence,
      correction: { target: "income", lineId: lineOf("deposit-to-assess"), field: "assessed", value: "does-not-count" },
      reason: "Återbetalning av ett lån enligt den sökande, med kvitto.",
    });
    const between = await amina.open(caseId);
    await amina.change(caseId, "settlements", {
      sequence: between.shown.sequence,
      reason: "undeclared-income",
      lineId: lineOf("undeclared-income"),
      explanation: "Den sökande har fått del av uppgiften och bekräftar den.",
    });

    // 5 180 norm + 6 300 costs − 4 100 activity support − 1 300 housing allowance.
    expect(await town.caseIn("prefilled")).toMatchObject({ amountOre: 608_000, reasons: [] });
    // The decision rests on an income the applicant did not tell of: they are heard first (FL 25 §).
    await expect(amina.approve(caseId)).rejects.toThrow(/communication-missing/);
    await amina.communicate(caseId, {
      text: "Försäkringskassan har betalat ut bostadsbidrag, 1 300 kronor, som inte finns i din ansökan.",
      answerBy: localDate("2025-11-03"),
    });
    await town.caseIn("waiting");
    const { shown } = await amina.open(caseId);
    await amina.change(caseId, `communications/${shown.correspondence[0]?.id ?? ""}/answer`, {
      sequence: shown.sequence,
      text: "Hon ringde: det stämmer, hon glömde kryssa i det.",
      orally: true,
      answeredOn: "2025-10-27",
    });
    await town.caseIn("prefilled");
    await amina.approve(caseId);
    await town.caseIn("closed");
    const { events, decisions } = await town.show();
    expect(decisions).toHaveLength(1);
    for (const action of ["fact.corrected", "question.settled", "communication.answered", "decision.recorded"])
      expect(events.map((event) => event.action)).toContain(action);
    expect(await town.control.writes()).toMatchObject({ decision: 1, payment: 1, duplicates: 0 });
    expect(await town.verify()).toMatchObject({ verified: true });
  });

  it("lets one of two caseworkers who approve at the same moment win, and tells the other", async () => {
    town = await openTown(["01"]);
    const { caseId } = await town.caseIn("prefilled");
    const both = await Promise.all([town.signIn("handlaggare-1"), town.signIn("handlaggare-2")]);
    const answers = await Promise.allSettled(both.map((person) => person.approve(caseId)));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await town.caseIn("closed");
    expect(await town.control.writes()).toEqual({ calculation: 1, decision: 1, payment: 1, journal: 1, duplicates: 0 });
  });
});
