import { describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import type { RegisterAnswer } from "../../contracts/readings/register-answer.js";
import { assess, samplePacks } from "../../rules/index.js";
import { composeCase } from "./case.js";
import { membersOf } from "./members.js";
import { aMaterial, applicantNumber, aProtectedRegisterAnswer, aRegisterAnswer } from "./test-support.js";

const elsewhere = { street: "Annangatan 9", postalCode: "999 99", city: "Granneköping" };

/** What the rulebook says of an applicant whose register record has a part replaced. */
const reasonsFor = (parts: Partial<RegisterAnswer>): readonly string[] =>
  assess(composeCase(aMaterial({ registerAnswers: new Map([["a", aRegisterAnswer(parts)]]) })), samplePacks).reasons;

describe("the population register", () => {
  it("gives no reason where it is as the application says", () => {
    expect(reasonsFor({})).not.toContain("register-changed");
  });

  it.each([
    ["deceased", { deceasedOn: localDate("2025-10-19") }],
    ["registered in another municipality", { municipality: "Granneköping" }],
    ["registered at another address", { address: elsewhere }],
    [
      "married to somebody outside the household",
      { relations: [{ relation: "spouse", personalNumber: "198506119992" }] },
    ],
    ["changed since the last decision", { lastChangedOn: localDate("2025-10-02") }],
  ] as const)("fault 39: sends an applicant who is %s to a person", (_, parts) => {
    expect(reasonsFor({ ...parts, relations: [...("relations" in parts ? parts.relations : [])] })).toContain(
      "register-changed",
    );
  });

  it("fault 39: sends an applicant who is under age to a person", () => {
    const minor = "201501012395";
    const { application, ...rest } = aMaterial();
    const persons = application.persons.map((person) => ({ ...person, personalNumber: minor }));
    const material = {
      ...rest,
      application: { ...application, persons },
      members: membersOf({ ...application, persons }),
      registerAnswers: new Map([["a", aRegisterAnswer({ personalNumber: minor })]]),
    };
    const { findings, outcome } = assess(composeCase(material), samplePacks);
    expect(outcome).toBe("referred");
    expect(findings).toContainEqual(expect.objectContaining({ code: "member-placed", reason: "not-codified" }));
  });

  it("fault 38: sends a household with a protected person to a person, and asks nothing of what was left unread", () => {
    const material = aMaterial({
      registerAnswers: new Map([["a", aProtectedRegisterAnswer()]]),
      agencyAnswers: new Map(),
      caseFile: undefined,
    });
    expect(assess(composeCase(material), samplePacks)).toMatchObject({
      outcome: "referred",
      reasons: ["protected-identity"],
      grantOre: null,
    });
  });

  it("knows a spouse within the household, and lets a visiting child be registered with the other parent", () => {
    const couple = aMaterial({ coApplicant: true });
    const [, partner] = couple.members;
    const child = {
      personalNumber: "201501012395",
      givenName: "Ett",
      familyName: "Ek",
      role: "visiting-child" as const,
      daysInHome: 10,
    };
    const application = { ...couple.application, persons: [...couple.application.persons, child] };
    const answers = new Map([
      ...couple.registerAnswers,
      [
        "a",
        aRegisterAnswer({
          personalNumber: applicantNumber,
          relations: [{ relation: "spouse", personalNumber: partner?.personalNumber ?? "" }],
        }),
      ] as const,
      ["v1", aRegisterAnswer({ personalNumber: child.personalNumber, address: elsewhere })] as const,
    ]);
    const { flags } = composeCase({
      ...couple,
      application,
      members: membersOf(application),
      registerAnswers: answers,
    });
    expect(flags.registerUnchanged).toBe(true);
  });
});
