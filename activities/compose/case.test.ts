import { describe, expect, it } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import { composeCase } from "./case.js";
import { birthDateOf, membersOf } from "./members.js";
import { aPayment, aMaterial, aRegisterAnswer, applicantNumber } from "./test-support.js";

describe("composing a case from what was read", () => {
  it("leaves a source out that was never asked, and keeps one that could not answer as unavailable", () => {
    const material = aMaterial({
      agencyAnswers: new Map([["a", [{ agency: "FK", status: "unavailable", errorCode: "BT-17" }]]]),
    });
    expect(composeCase(material).sources).toEqual({ FK: "unavailable", population: "read" });
  });

  it("calls a source unavailable when it answered for one adult only", () => {
    const couple = aMaterial({ coApplicant: true });
    const answers = new Map(couple.agencyAnswers);
    answers.set("b", [{ agency: "FK", status: "unavailable", errorCode: "BT-17" }]);
    expect(composeCase({ ...couple, agencyAnswers: answers }).sources.FK).toBe("unavailable");
  });

  it("says nothing of a protected identity until everyone has been found in the register", () => {
    expect(composeCase(aMaterial()).flags.protectedIdentity).toBe(false);
    expect(composeCase(aMaterial({ registerAnswers: new Map() })).flags).not.toHaveProperty("protectedIdentity");
  });

  it("lets a mark from any agency stand although the register shows none", () => {
    const material = aMaterial({
      agencyAnswers: new Map([["a", [{ agency: "AF", status: "nothing-registered", protectedMark: true }]]]),
    });
    expect(composeCase(material).flags.protectedIdentity).toBe(true);
  });

  it("marks a benefit that the applicant did not tick as undeclared, without an amount from last month", () => {
    const material = aMaterial({ payments: [aPayment({ type: "housing-allowance", netOre: 85_000 })] });
    const [income] = composeCase(material).incomes;
    expect(income).toMatchObject({ type: "housing-allowance", declared: false, netOre: 85_000 });
    expect(income).not.toHaveProperty("lastCountedOre");
  });

  it("shows a cost whose document could not be read as unreadable, never as declared", () => {
    const material = aMaterial({ documents: [{ declaredKind: "Hyresavi", reading: undefined }] });
    expect(composeCase(material).costs[0]).toMatchObject({ type: "rent", proof: "unreadable" });
  });

  it("does not lean on a standing approval that ends before the benefit month does", () => {
    const valid = aMaterial({ rentApprovedUntil: localDate("2025-11-30") });
    const ended = aMaterial({ rentApprovedUntil: localDate("2025-11-29") });
    expect(composeCase(valid).costs[0]?.proof).toBe("standing");
    expect(composeCase(ended).costs[0]?.proof).toBe("none");
  });

  it("sees a move since last month's decision", () => {
    const moved = aRegisterAnswer({ lastChangedOn: localDate("2025-10-01") });
    expect(composeCase(aMaterial()).flags.registerUnchanged).toBe(true);
    expect(composeCase(aMaterial({ registerAnswers: new Map([["a", moved]]) })).flags.registerUnchanged).toBe(false);
  });

  it("keeps a caseworker's correction over what was read, and the latest of two", () => {
    const material = aMaterial({
      corrections: [
        { target: "cost", lineId: "k1", field: "assessedOre", value: 500_000 },
        { target: "cost", lineId: "k1", field: "assessedOre", value: 510_000 },
      ],
    });
    expect(composeCase(material).costs[0]).toMatchObject({ appliedOre: 520_000, assessedOre: 510_000 });
  });

  it("takes the birth day out of a coordination number", () => {
    expect(birthDateOf("194011772383")).toBe("1940-11-17");
  });

  it("numbers children in the order of the application", () => {
    const { application } = aMaterial();
    const persons = [
      ...application.persons,
      { personalNumber: "201501012395", givenName: "Ett", familyName: "Barn", role: "child" as const },
      { personalNumber: "201502042391", givenName: "Två", familyName: "Barn", role: "child" as const },
    ];
    expect(membersOf({ ...application, persons }).map(({ id }) => id)).toEqual(["a", "c1", "c2"]);
  });

  it("carries neither name nor number of anyone", () => {
    expect(JSON.stringify(composeCase(aMaterial()))).not.toMatch(new RegExp(`${applicantNumber}|Ek|Exempelgatan`));
  });

  it("sets the benefit month and the day the application came in, in Swedish time", () => {
    const late = aMaterial();
    const composed = composeCase({
      ...late,
      application: {
        ...late.application,
        receivedAt: "2025-10-26T23:30:00.000Z" as typeof late.application.receivedAt,
      },
    });
    expect(composed).toMatchObject({ benefitMonth: month("2025-11"), appliedOn: "2025-10-27" });
  });
});
