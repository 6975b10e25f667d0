import { describe, expect, it } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { composeCommunication } from "./compose-communication.js";
import { composeCompletion } from "./compose-completion.js";
import { composePartial, composeRefusal } from "./compose-negative.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { singleCase, singleInput, singleReceipt } from "./test-support/household.js";

const textOf = (letter: LetterContent): string =>
  [...letter.sections, ...(letter.appeal === undefined ? [] : [letter.appeal])]
    .flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.flatMap(({ text, items }) => [text, ...(items ?? [])]),
    ])
    .join("\n");

const own = (text: string) => ({ text, by: "Karin Ek", on: localDate("2025-11-10") });
const heard = {
  sentOn: localDate("2025-10-28"),
  answerBy: localDate("2025-11-07"),
  answer: { on: localDate("2025-11-03"), text: "Hyran gäller tills jag har sagt upp lägenheten.", orally: true },
};

describe("the letter for comments", () => {
  const letter = composeCommunication({
    ...singleInput,
    sentOn: localDate("2025-10-28"),
    answerBy: localDate("2025-11-07"),
    material: ["Bostadsbidrag, 1\u00a0300 kr, utbetalt 21 oktober 2025 (Försäkringskassan)"],
  });

  it("gives the material, the last day, and the right to answer by word of mouth", () => {
    expect(() => letterContentSchema.parse(letter)).not.toThrow();
    const text = textOf(letter);
    expect(text).toContain("Bostadsbidrag, 1\u00a0300 kr");
    expect(text).toContain("senast den 7 november 2025");
    expect(text).toContain("muntligt");
    expect(text).toContain("25 § FL (2017:900), 14 kap. 8 § SoL (2025:400)");
  });

  it("is no decision: it has no appeal instructions and no calculation", () => {
    expect(letter).not.toHaveProperty("appeal");
    expect(letter).not.toHaveProperty("appendix");
  });
});

describe("the letter that asks for what is missing", () => {
  it("says that the application stands from the day it came, what is missing, and by when", () => {
    const letter = composeCompletion({
      ...singleInput,
      sentOn: localDate("2025-10-28"),
      answerBy: localDate("2025-11-07"),
      missing: ["En ny, tydlig bild av hyresavin för november 2025"],
    });
    const text = textOf(letter);
    expect(text).toContain("kom in den 27 oktober 2025. Den är mottagen");
    expect(text).toContain("En ny, tydlig bild av hyresavin");
    expect(text).toContain("senast den 7 november 2025");
    expect(letter.kind).toBe("completion");
  });
});

const reducedRent = {
  ...singleInput.decision,
  amountOre: 579_000,
  reducedCosts: [
    { costId: "k1", approvedOre: 540_000, why: own("Skälig hyra för ett hushåll av din storlek är 5 400 kronor.") },
  ],
};
const reasoned = {
  ...reducedRent,
  reasons: own("Hyran är högre än vad som är skäligt, och du har haft tid att sänka den."),
};
const partial: DecisionLetterInput = { ...singleInput, communication: heard, decision: reasoned };

describe("the letter of a partial grant", () => {
  it("says what is granted, what is refused with both amounts, and why", () => {
    const letter = composePartial(partial);
    const text = textOf(letter);
    expect(text).toContain("med 5\u00a0790 kronor. Socialnämnden avslår ansökan i övriga delar:");
    expect(text).toContain("Hyra: du sökte 5\u00a0800 kronor och får 5\u00a0400 kronor.");
    expect(text).toContain("Du svarade den 3 november 2025 muntligt: Hyran gäller tills");
    expect(text).toContain("du har haft tid att sänka den");
    expect(letter.appendix?.tables[1]?.rows[0]?.cells).toEqual([
      "Hyra",
      "5\u00a0800",
      "5\u00a0400",
      "Skälig hyra för ett hushåll av din storlek är 5 400 kronor.",
    ]);
    expect(letter.appendix?.tables.at(-1)?.rows.at(-1)?.cells).toEqual(["Bistånd för månaden", "5\u00a0790"]);
  });

  it("names the person behind every sentence of its own", () => {
    const personal = composePartial(partial)
      .sections.flatMap(({ paragraphs }) => paragraphs)
      .filter(({ textId }) => textId === "own");
    expect(personal.map(({ trace }) => trace)).toEqual([{ from: "person", name: "Karin Ek", on: "2025-11-10" }]);
  });

  const refused: readonly (readonly [string, DecisionLetterInput])[] = [
    ["the applicant could not comment", { ...singleInput, decision: reasoned }],
    ["nobody has given reasons", { ...partial, decision: reducedRent }],
    ["nothing is refused", { ...partial, decision: { ...partial.decision, reducedCosts: [], amountOre: 619_000 } }],
    [
      "the amount does not follow from the approved costs",
      { ...partial, decision: { ...partial.decision, amountOre: 580_000 } },
    ],
  ];
  it.each(refused)("is not written where %s", (_name, input) => {
    expect(() => composePartial(input)).toThrow(expect.objectContaining({ name: "InvariantBroken" }));
  });
});

const surplusCase = caseSchema.parse({
  ...singleCase,
  incomes: singleCase.incomes.map((income) => ({ ...income, netOre: 1_201_000 })),
});
const withoutEmergency = {
  ...singleInput.decision,
  amountOre: 0,
  reasons: own("Det finns inga särskilda skäl att räkna på annat sätt."),
};
const refusal: DecisionLetterInput = {
  ...singleInput,
  case: surplusCase,
  communication: { sentOn: heard.sentOn, answerBy: heard.answerBy },
  receipt: {
    ...singleReceipt,
    outcome: "referred",
    reasons: ["surplus"],
    countedIncomeOre: 1_201_000,
    shortfallOre: -62_000,
    grantOre: null,
    lines: singleReceipt.lines.map((line) => (line.kind === "income" ? { ...line, amountOre: 1_201_000 } : line)),
  },
  decision: {
    ...withoutEmergency,
    emergency: own("Du har pengar till mat och boende den här månaden. Det finns inget akut behov."),
  },
};

describe("the letter of a refusal", () => {
  it("tells the surplus, that acute need was looked at, and that it is for the month only", () => {
    const letter = composeRefusal(refusal);
    const text = textOf(letter);
    expect(text).toContain("Socialnämnden avslår din ansökan om ekonomiskt bistånd för november 2025.");
    expect(text).toContain("Inkomsterna är 620 kronor högre än kostnaderna.");
    expect(text).toContain("Det finns inget akut behov.");
    expect(text).toContain("Beslutet gäller bara november 2025.");
    expect(text).toContain("Vi har inte fått något svar.");
    expect(letter.appendix?.tables.at(-1)?.rows.at(-1)?.cells).toEqual(["Överskott", "\u2212620"]);
  });

  it("is not written where acute need was not looked at, or where there is no surplus", () => {
    expect(() => composeRefusal({ ...refusal, decision: withoutEmergency })).toThrow("Akut behov");
    expect(() => composeRefusal({ ...refusal, receipt: singleReceipt })).toThrow("inte högre");
  });
});
