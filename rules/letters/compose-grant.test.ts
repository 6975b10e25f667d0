import { describe, expect, it } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { assess } from "../assess.js";
import { samplePacks } from "../packs.js";
import { caseOf } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { composeGrant } from "./compose-grant.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { municipality, singleCase, singleInput, singleReceipt } from "./test-support/household.js";

const sectionsOf = (letter: LetterContent) => [
  ...letter.sections,
  ...(letter.payment === undefined ? [] : [letter.payment]),
  ...(letter.appeal === undefined ? [] : [letter.appeal]),
];
const textOf = (letter: LetterContent): string =>
  sectionsOf(letter)
    .flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.flatMap(({ text, items }) => [text, ...(items ?? [])]),
    ])
    .join("\n");

const child = {
  text: "Barnens behov av boende och mat är tillgodosedda.",
  by: "Karin Ek",
  on: localDate("2025-10-28"),
};

describe("the letter of a grant", () => {
  const letter = composeGrant(singleInput);
  const text = textOf(letter);

  it("is valid by its contract", () => {
    expect(() => letterContentSchema.parse(letter)).not.toThrow();
  });

  it("says amount, month and who grants it in its first sentence", () => {
    expect(letter.sections[0]?.paragraphs[0]?.text).toBe(
      "Socialnämnden beviljar dig ekonomiskt bistånd för november 2025 med 6\u00a0190 kronor.",
    );
  });

  it.each([
    ["the section of law in force for the month", "12 kap. 1 § SoL (2025:400)"],
    ["the sections the arithmetic rests on", "12 kap. 7 § SoL (2025:400) och 12 kap. 2 § SoF (2025:468)"],
    ["when the application came and what it asked for", "Ansökan kom in den 27 oktober 2025"],
    ["what was applied for, row by row", "Hyra: 5\u00a0800 kronor"],
    ["need, means and difference", "Skillnaden är 6\u00a0190 kronor."],
    ["whether the applicant could comment", "25 § förvaltningslagen"],
    ["which sources were read, and when", "Försäkringskassan och Pensionsmyndigheten, den 27 oktober 2025"],
    ["that a source had nothing", "CSN, den 27 oktober 2025 (inget registrerat)"],
    ["that no program decided", "Programmet har inte fattat beslutet."],
    [
      "who decided, on which mandate",
      "Karin Ek, socialsekreterare, har gått igenom underlaget och fattat beslutet för socialnämnden enligt punkt 4.2",
    ],
    ["that nobody else decided it", "Ingen annan har deltagit i själva beslutet."],
    [
      "that it applies at once",
      "Beslutet enligt 12 kap. 1 § SoL (2025:400) gäller genast (35 kap. 5 § socialtjänstlagen).",
    ],
    ["who answers for personal data, and on what ground", "Socialnämnden är personuppgiftsansvarig"],
    ["what one may ask for about them", "klaga hos Integritetsskyddsmyndigheten"],
    ["that one may ask for restriction and object", "begära begränsning, invända mot behandlingen"],
    ["who receives the data", "Källorna ovan får personnumret på den som vi frågar om."],
    [
      "which decision is appealed, by its section",
      "beslutet enligt 12 kap. 1 § SoL (2025:400) den 28 oktober 2025 i ärende 2025-00017",
    ],
    ["the duty to report changes", "Säg till oss direkt om något ändras"],
    ["when the money comes at the earliest, and to where", "tidigast den 30 oktober 2025 till kontot ****1234"],
    ["that an appeal is handed to the board", "lämna eller skicka överklagandet till socialnämnden"],
    ["which court decides on it", "Förvaltningsrätten i Falun"],
    ["within which time", "inom tre veckor från den dag du fick del av beslutet"],
    ["that a late appeal is dismissed", "Om det har kommit in för sent avvisas det."],
    [
      "that the board may change the decision and the court gets the appeal",
      "I annat fall prövar socialnämnden om beslutet ska ändras och skickar överklagandet till Förvaltningsrätten i Falun.",
    ],
    ["what an appeal must say", "hur du vill att beslutet ska ändras, och varför"],
    ["that there is an interpreter", "tolk"],
  ])("tells %s", (_, part) => {
    expect(text).toContain(part);
  });

  it("keeps the payment apart from the decision", () => {
    expect(letter.sections.flatMap(({ paragraphs }) => paragraphs).map(({ textId }) => textId)).not.toContain(
      "payment.on",
    );
  });

  it("says why no day is given where a person has to see to where the money goes", () => {
    const held = textOf(composeGrant({ ...singleInput, payment: "held" }));
    expect(held).toContain("En handläggare behöver kontrollera vart pengarna ska betalas.");
    expect(held).not.toContain("30 oktober 2025 till kontot");
  });

  it("traces every paragraph to a finding, a figure, an event, a law or a person", () => {
    const own = sectionsOf(letter).flatMap(({ paragraphs }) => paragraphs);
    expect(own.length).toBeGreaterThan(15);
    expect(own.every(({ textId, trace }) => textId !== "" && trace.from !== "person")).toBe(true);
  });

  it("leaves no placeholder open", () => {
    expect(text).not.toMatch(/[{}]/);
  });

  it("has an appendix with norm, costs asked and approved, incomes by source and date, and the result", () => {
    const tables = letter.appendix?.tables ?? [];
    expect(tables.map(({ caption }) => caption)).toEqual([
      "Riksnorm",
      "Kostnader utöver riksnormen",
      "Inkomster",
      "Resultat",
    ]);
    expect(tables[1]?.rows[0]?.cells).toEqual(["Hyra", "5\u00a0800", "5\u00a0800", "Godkänd i sin helhet."]);
    expect(tables[2]?.rows[0]?.cells).toEqual([
      "Åsa Öberg",
      "Aktivitetsstöd",
      "Försäkringskassan och Pensionsmyndigheten",
      "2025-10-01 – 2025-10-31",
      "2025-10-24",
      "5\u00a0200",
    ]);
    expect(tables[3]?.rows.at(-1)).toEqual({ cells: ["Bistånd för månaden", "6\u00a0190"], isTotal: true });
  });

  it("speaks to a couple as two", () => {
    const [applicant] = singleCase.household.members;
    const couple = caseSchema.parse({
      ...singleCase,
      household: {
        sizeInHome: 2,
        sharesHome: false,
        members: [applicant, { id: "b", role: "co-applicant", birthDate: "1991-02-03" }],
      },
    });
    expect(textOf(composeGrant({ ...singleInput, case: couple }))).toContain("beviljar er ekonomiskt bistånd");
    const unsigned = { ...couple, flags: { ...couple.flags, signedByAll: false } };
    expect(textOf(composeGrant({ ...singleInput, case: unsigned }))).toContain("beviljar dig ekonomiskt bistånd");
  });

  it("keeps a name that looks like a placeholder or a formula as it is", () => {
    const named = composeGrant({
      ...singleInput,
      decision: { ...singleInput.decision, decidedBy: { name: "{month} =HYPERLINK(1)", title: "x" } },
    });
    expect(textOf(named)).toContain("{month} =HYPERLINK(1), x, har gått igenom");
  });
});

describe("a grant of another amount than the computed", () => {
  const own = { text: "Hela tandvården beviljas.", by: "Karin Ek", on: localDate("2025-10-28") };
  const [rent] = singleCase.costs;
  const dental = caseSchema.parse({
    ...singleCase,
    costs: [rent, { id: "k9", type: "acute-dental-care", appliedOre: 184_000, proof: "document" }],
  });
  const letter = composeGrant({
    ...singleInput,
    case: dental,
    receipt: { ...singleReceipt, outcome: "referred", grantOre: null },
    decision: { ...singleInput.decision, amountOre: 762_000, reasons: own },
  });

  it("is a letter where a person has reasoned it, with what they approved", () => {
    expect(letter.appendix?.tables[1]?.rows[1]?.cells).toEqual([
      "Akut tandvård",
      "1\u00a0840",
      "1\u00a0840",
      "Godkänd av den som har beslutat; se skälen.",
    ]);
    expect(textOf(letter)).toContain("Hela tandvården beviljas.");
    expect(textOf(letter)).toContain("Akut tandvård: 1\u00a0840 kronor");
  });

  it("says both amounts where the decided one is not the reckoned", () => {
    const more = composeGrant({
      ...singleInput,
      decision: { ...singleInput.decision, amountOre: 650_000, reasons: own },
    });
    expect(textOf(more)).toContain(
      "Beräkningen ger 6\u00a0190 kronor. Socialnämnden har bestämt biståndet till 6\u00a0500",
    );
    expect(more.appendix?.tables.at(-1)?.rows.slice(-2)).toEqual([
      { cells: ["Underskott enligt beräkningen", "6\u00a0190"], isTotal: true },
      { cells: ["Beslutat belopp", "6\u00a0500"], isTotal: true },
    ]);
  });

  it("does not call the whole calculation the program's where a person set part of it", () => {
    const partly = "En del av beräkningen i bilagan är gjord av ett datorprogram";
    expect(textOf(letter)).toContain(partly);
    expect(textOf(composeGrant(singleInput))).not.toContain(partly);
    const byHand = caseSchema.parse({
      ...singleCase,
      manualNorm: { personalOre: 391_000, commonOre: 127_000, citation: "SFS 2025:468 12 kap. 2 §" },
    });
    const entered = composeGrant({ ...singleInput, case: byHand });
    expect(textOf(entered)).toContain(partly);
    expect(entered.appendix?.note).toContain("inskrivna av en handläggare, enligt SFS 2025:468 12 kap. 2 §.");
    expect(entered.appendix?.note).not.toContain("statens riksnorm");
  });

  it("calls no sum less than nothing: where means exceed need, it says by how much, and what is given in spite of it", () => {
    const given = composeGrant({
      ...singleInput,
      receipt: { ...singleReceipt, countedIncomeOre: 1_201_000, shortfallOre: -62_000, grantOre: null },
      decision: { ...singleInput.decision, amountOre: 50_000, reasons: own },
    });
    expect(textOf(given)).toContain(
      "Enligt beräkningen är inkomsterna 620 kronor högre än kostnaderna. Socialnämnden har ändå bestämt biståndet till 500 kronor",
    );
    expect(textOf(given)).not.toContain("\u2212");
  });

  it("names who took part before it says who decided alone", () => {
    const decision = { ...singleInput.decision, participants: ["Per Sund"] };
    expect(textOf(composeGrant({ ...singleInput, decision }))).toContain(
      "utan att besluta: Per Sund.\nIngen annan har deltagit i själva beslutet.",
    );
  });

  it("claims no arithmetic where none was made", () => {
    const unreckoned = composeGrant({
      ...singleInput,
      receipt: { ...singleReceipt, normOre: null, grantOre: null },
      decision: { ...singleInput.decision, amountOre: 650_000, reasons: own },
    });
    expect(textOf(unreckoned)).toContain("Beloppet är bestämt av den som har fattat beslutet");
    expect(unreckoned.appendix?.tables.at(-1)?.rows).toEqual([
      { cells: ["Beslutat belopp", "6\u00a0500"], isTotal: true },
    ]);
  });
});

describe("a letter that may not be written", () => {
  const refused: readonly (readonly [string, DecisionLetterInput])[] = [
    [
      "the decided amount is another than the computed",
      { ...singleInput, decision: { ...singleInput.decision, amountOre: 619_100 } },
    ],
    ["nothing was computed", { ...singleInput, receipt: { ...singleReceipt, grantOre: null } }],
    [
      "less was approved than asked for, and nobody has said why",
      {
        ...singleInput,
        case: caseSchema.parse({
          ...singleCase,
          costs: singleCase.costs.map((cost) => ({ ...cost, appliedOre: cost.appliedOre + 1 })),
        }),
      },
    ],
    [
      "there is a child, and nobody has described its situation",
      {
        ...singleInput,
        case: caseSchema.parse({
          ...singleCase,
          household: {
            ...singleCase.household,
            members: [...singleCase.household.members, { id: "c1", role: "child", birthDate: "2016-08-10" }],
          },
        }),
      },
    ],
    [
      "the month's law has no texts",
      { ...singleInput, case: caseSchema.parse({ ...singleCase, benefitMonth: "2025-06" }) },
    ],
  ];

  it.each(refused)("throws where %s", (_, input) => {
    expect(() => composeGrant(input)).toThrow(expect.objectContaining({ name: "InvariantBroken" }));
  });
});

describe("the sample month", () => {
  const prefilled = sampleMonth.filter(({ outcome }) => outcome === "prefilled");

  it.each(prefilled)("household $id has a letter whose appendix ends in its grant", ({ input, grant }) => {
    const value = caseOf(input);
    const receipt = assess(value, samplePacks);
    const letter = composeGrant({
      ...singleInput,
      municipality,
      case: value,
      receipt: { ...singleReceipt, ...receipt },
      names: {},
      decision: { ...singleInput.decision, amountOre: receipt.grantOre ?? -1, childPerspective: child },
    });
    expect(letter.appendix?.tables.at(-1)?.rows.at(-1)?.cells.at(-1)).toBe(
      String(grant ?? 0).replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0"),
    );
  });
});

describe("what a grant says of hearing the applicant", () => {
  it("is that something was sent, and does not say that they were heard, where the decision did not wait for it", () => {
    const text = textOf(
      composeGrant({
        ...singleInput,
        communication: { sentOn: localDate("2025-10-27"), answerBy: localDate("2025-11-07") },
        decision: { ...singleInput.decision, hearing: "not-covered" },
      }),
    );
    expect(text).toContain("Den 27 oktober 2025 skickade vi uppgifter till dig för yttrande.");
    expect(text).toContain("uppenbart obehövligt när ansökan beviljas (25 § förvaltningslagen)");
    expect(text).not.toMatch(/Du kunde yttra dig|Vi har inte skickat/);
  });
});

describe("what the letter says was applied for", () => {
  it("is no more than the application says: the costs, or that it names none", () => {
    expect(textOf(composeGrant(singleInput))).toContain("gäller november 2025. Du ansökte om dessa kostnader:");
    const reasons = { text: "Beloppet är norm.", by: "Karin Ek", on: localDate("2025-10-28") };
    const none = composeGrant({
      ...singleInput,
      case: caseSchema.parse({ ...singleCase, costs: [] }),
      decision: { ...singleInput.decision, reasons },
    });
    expect(textOf(none)).toContain("gäller november 2025. Den tar inte upp några kostnader.");
    expect(textOf(none)).not.toContain("ansökte om riksnorm");
  });
});

describe("the law that the calculation rests on", () => {
  const household = "12 kap. 3 § SoF (2025:468)";
  const members = (children: number) => [
    ...singleCase.household.members,
    ...Array.from({ length: children }, (_, at) => ({ id: `c${String(at)}`, role: "child", birthDate: "2018-03-01" })),
  ];
  const lived = (more: Readonly<Record<string, unknown>>): string =>
    textOf(
      composeGrant({
        ...singleInput,
        case: caseSchema.parse({ ...singleCase, household: { ...singleCase.household, ...more } }),
        decision: { ...singleInput.decision, childPerspective: child },
      }),
    );

  it("is also that of shares where the home is shared, or the household is larger than the table", () => {
    expect(lived({ sharesHome: true, sizeInHome: 3, sharesHomeUntil: "2025-12-31" })).toContain(household);
    expect(lived({ members: members(7), sizeInHome: 8 })).toContain(household);
    expect(lived({ members: members(6), sizeInHome: 7 })).not.toContain(household);
    expect(textOf(composeGrant(singleInput))).not.toContain(household);
  });

  it("is the right to aid for a cost that is no försörjningsstöd, and says nothing of it where there is none", () => {
    const said = "Kostnader utöver försörjningsstödet är prövade enligt 12 kap. 1 § SoL (2025:400).";
    const dental = textOf(
      composeGrant({
        ...singleInput,
        case: caseSchema.parse({
          ...singleCase,
          costs: singleCase.costs.map((cost) => (cost.id === "k2" ? { ...cost, type: "dental-care" } : cost)),
        }),
      }),
    );
    expect(dental).toContain(said);
    expect(textOf(composeGrant(singleInput))).not.toContain(said);
  });
});
