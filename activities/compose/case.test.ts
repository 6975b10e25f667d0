import { describe, expect, it } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import { composeCase } from "./case.js";
import { birthDateOf, membersOf } from "./members.js";
import { aPayment, aMaterial, aProtectedRegisterAnswer, aRegisterAnswer, applicantNumber } from "./test-support.js";

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

  describe("an income that an agency shows is told by the applicant", () => {
    const told = (
      rows: readonly { readonly personRow: string; readonly amountOre?: number }[],
      declaredBenefits: readonly "sickness-benefit"[] = [],
    ) => {
      const couple = aMaterial({ coApplicant: true });
      const payments = [aPayment({ type: "sickness-benefit", netOre: 520_000 })];
      const answer = { agency: "FK" as const, status: "read" as const, payments, notes: [], protectedMark: false };
      const declaredIncomes = rows.map((row) => ({ row: "i1", type: "sickness-benefit" as const, ...row }));
      const { incomes } = composeCase({
        ...couple,
        application: { ...couple.application, declaredIncomes, declaredBenefits: [...declaredBenefits] },
        agencyAnswers: new Map([["b", [answer]]]),
      });
      return incomes.find(({ source }) => source === "FK")?.declared;
    };

    it("where the form states the amount for the same person", () => {
      expect(told([{ personRow: "p2", amountOre: 520_000 }])).toBe(true);
      expect(told([{ personRow: "p1", amountOre: 520_000 }])).toBe(false);
    });

    it("not where the form states another amount, whatever is ticked", () => {
      expect(told([{ personRow: "p2", amountOre: 200_000 }])).toBe(false);
      expect(told([{ personRow: "p2", amountOre: 200_000 }], ["sickness-benefit"])).toBe(false);
    });

    it("not where a tick is for what the form states for the other adult", () => {
      expect(told([{ personRow: "p1", amountOre: 200_000 }], ["sickness-benefit"])).toBe(false);
    });

    it("where it is told of without an amount: in a row of the same person, or ticked", () => {
      expect(told([{ personRow: "p2" }])).toBe(true);
      expect(told([{ personRow: "p1" }])).toBe(false);
      expect(told([], ["sickness-benefit"])).toBe(true);
      expect(told([])).toBe(false);
    });
  });

  it("takes an income that a person has raised as no longer told by the applicant", () => {
    const declaredAfter = (...values: number[]) =>
      composeCase(
        aMaterial({
          corrections: values.map((value) => ({ target: "income", lineId: "i1", field: "netOre", value })),
        }),
      ).incomes[0]?.declared;
    expect(declaredAfter()).toBe(true);
    expect(declaredAfter(520_001)).toBe(false);
    expect(declaredAfter(519_999)).toBe(true);
    expect(declaredAfter(540_000, 510_000)).toBe(true);
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

  it("says what was counted last month once for each kind of income, and nothing for earlier months' payments", () => {
    const material = aMaterial({
      payments: [
        aPayment({ retroactive: true, netOre: 540_000, paidOn: localDate("2025-10-21") }),
        aPayment({ netOre: 260_000 }),
        aPayment({ netOre: 260_000 }),
      ],
    });
    expect(composeCase(material).incomes.map(({ lastCountedOre }) => lastCountedOre)).toEqual([0, 520_000, 0]);
  });

  it("says that the case file could not be read", () => {
    expect(composeCase(aMaterial()).flags.caseFileRead).toBe(true);
    expect(composeCase(aMaterial({ caseFile: undefined })).flags.caseFileRead).toBe(false);
  });

  it("asks for the days from the day the household applies from, also for its children", () => {
    const { application, ...material } = aMaterial();
    const [applicant] = application.persons;
    if (applicant === undefined) throw new Error("Nobody applies.");
    const child = { personalNumber: "201501012395", givenName: "Ett", familyName: "Barn", role: "child" as const };
    const changed = {
      ...application,
      appliesFrom: localDate("2025-11-14"),
      persons: [applicant, { ...child, daysInHome: 30 }],
    };
    const composed = composeCase({ ...material, application: changed, members: membersOf(changed) });
    expect(composed.household.members.map(({ days }) => days)).toEqual([17, 17]);
  });

  it.each([
    [true, true, true],
    [false, false, false],
    [true, false, undefined],
    [false, true, undefined],
    [undefined, true, true],
    [undefined, false, undefined],
  ])("knows of lunch at preschool stated %s and standing %s: %s", (stated, isStanding, expected) => {
    const { application, caseFile, ...material } = aMaterial();
    const child = { personalNumber: "202102012388", givenName: "Ett", familyName: "Ek", role: "child" as const };
    const persons = [...application.persons, { ...child, ...(stated !== undefined && { lunchAway: stated }) }];
    if (caseFile === undefined) throw new Error("There is no case file.");
    const standing = {
      code: "preschool-lunch" as const,
      personalNumber: child.personalNumber,
      from: localDate("2025-08-01"),
      until: localDate("2026-06-12"),
    };
    const composed = composeCase({
      ...material,
      application: { ...application, persons },
      members: membersOf({ ...application, persons }),
      caseFile: { ...caseFile, standingFacts: isStanding ? [standing] : [] },
    });
    expect(composed.household.members[1]?.lunchAway).toBe(expected);
  });

  it("takes a visiting agreement with its days and what is decided of the common costs", () => {
    const { application, caseFile, ...material } = aMaterial();
    const child = {
      personalNumber: "201501012395",
      givenName: "Ett",
      familyName: "Ek",
      role: "visiting-child" as const,
      daysInHome: 10,
    };
    const persons = [...application.persons, child];
    if (caseFile === undefined) throw new Error("There is no case file.");
    const agreed = { from: localDate("2025-07-01"), days: 10, commonCost: "not-counted" as const };
    const until = localDate("2026-08-31");
    const fact = { code: "visiting-agreement" as const, personalNumber: child.personalNumber, ...agreed, until };
    const composed = composeCase({
      ...material,
      application: { ...application, persons },
      members: membersOf({ ...application, persons }),
      caseFile: { ...caseFile, standingFacts: [fact] },
    });
    expect(composed.household.members[1]).toMatchObject({ days: 10, agreement: { ...agreed, to: until } });
  });

  describe("the right to stay", () => {
    const permitted = (permit?: { term: "permanent" | "time-limited"; from: string }) => {
      const answer = {
        agency: "MIV" as const,
        status: "read" as const,
        payments: [],
        notes: [],
        protectedMark: false,
        ...(permit !== undefined && { permit: { term: permit.term, from: localDate(permit.from) } }),
      };
      return composeCase(aMaterial({ agencyAnswers: new Map([["a", [answer]]]) })).flags.lawfulResidence;
    };

    it("is settled by a permanent permit that runs when the month begins", () => {
      expect(permitted({ term: "permanent", from: "2025-11-01" })).toBe(true);
      expect(permitted({ term: "permanent", from: "2025-11-02" })).toBe(false);
    });

    it("is not settled by a permit for a time, or an answer without a permit", () => {
      expect(permitted({ term: "time-limited", from: "2024-01-01" })).toBe(false);
      expect(permitted()).toBe(false);
    });

    it("is unknown where the agency has not answered", () => {
      const silent = { agency: "MIV" as const, status: "unavailable" as const, errorCode: "BT-1" };
      expect(composeCase(aMaterial({ agencyAnswers: new Map([["a", [silent]]]) })).flags).not.toHaveProperty(
        "lawfulResidence",
      );
    });
  });

  it("says nothing of the register of a household with a protected person, whose address is withheld", () => {
    const { flags } = composeCase(aMaterial({ registerAnswers: new Map([["a", aProtectedRegisterAnswer()]]) }));
    expect(flags.protectedIdentity).toBe(true);
    expect(flags).not.toHaveProperty("registerUnchanged");
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

  it("never lets a correction lower what was applied for, though it may say that more was", () => {
    const appliedAfter = (...values: number[]) =>
      composeCase(
        aMaterial({
          corrections: values.map((value) => ({ target: "cost", lineId: "k1", field: "appliedOre", value })),
        }),
      ).costs[0]?.appliedOre;
    expect(appliedAfter(519_999)).toBe(520_000);
    expect(appliedAfter(540_000)).toBe(540_000);
    expect(appliedAfter(540_000, 510_000)).toBe(520_000);
  });

  it("fault 40: takes the birth day out of a coordination number, and reads the century as it stands", () => {
    expect(birthDateOf("194011772383")).toBe("1940-11-17");
    expect(birthDateOf("193001017072")).toBe("1930-01-01");
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
