import { describe, expect, it } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import { letterContentSchema } from "../../contracts/letter.js";
import { composeCommunication } from "./compose-communication.js";
import { composeCompletion } from "./compose-completion.js";
import { singleCase, singleInput } from "./test-support/household.js";
import { textOf } from "./test-support/text-of.js";

const own = (text: string) => ({ text, by: "Karin Ek", on: localDate("2025-11-10") });

describe("the letter for comments", () => {
  const letter = composeCommunication({
    ...singleInput,
    sentOn: localDate("2025-10-28"),
    answerBy: localDate("2025-11-07"),
    material: own("Bostadsbidrag, 1\u00a0300 kr, utbetalt 21 oktober 2025.\n\nDet stod inte i ansökan."),
  });

  it("gives the material, the last day, and the right to answer by word of mouth", () => {
    expect(() => letterContentSchema.parse(letter)).not.toThrow();
    const text = textOf(letter);
    expect(text).toContain("Bostadsbidrag, 1\u00a0300 kr");
    expect(text).toContain("senast den 7 november 2025");
    expect(text).toContain("muntligt");
    expect(text).toContain("25 § FL (2017:900), 14 kap. 8 § SoL (2025:400)");
  });

  it("tells of the right to speak before the board, and how to ask for it", () => {
    expect(textOf(letter)).toContain(
      "Du har också rätt att lämna dina synpunkter muntligt inför socialnämnden. Säg till oss senast den 7 november 2025 om du vill det.",
    );
  });

  it("sets what the caseworker wrote paragraph by paragraph, in their name", () => {
    const written = (letter.sections[0]?.paragraphs ?? []).filter(({ textId }) => textId === "own");
    expect(written.map(({ text }) => text)).toEqual([
      "Bostadsbidrag, 1\u00a0300 kr, utbetalt 21 oktober 2025.",
      "Det stod inte i ansökan.",
    ]);
    expect(written.every(({ trace }) => trace.from === "person" && trace.name === "Karin Ek")).toBe(true);
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

  it("reminds with the same list, and says when it was asked for", () => {
    const letter = composeCompletion({
      ...singleInput,
      sentOn: localDate("2025-11-04"),
      answerBy: localDate("2025-11-07"),
      missing: ["En ny, tydlig bild av hyresavin för november 2025"],
      remindsOf: localDate("2025-10-28"),
    });
    expect(letter.kind).toBe("reminder");
    expect(letter.title).toBe("Påminnelse: uppgifter saknas för november 2025");
    expect(textOf(letter)).toContain("Den 28 oktober 2025 bad vi dig om uppgifter");
    expect(textOf(letter)).toContain("En ny, tydlig bild av hyresavin");
  });
});

describe("the fixed points of a letter for comments", () => {
  const income = { memberId: "a", source: "FK", paidOn: "2025-10-21", netOre: 130_000 };
  const composed = (incomes: readonly object[], assets: readonly object[] = []): string =>
    textOf(
      composeCommunication({
        ...singleInput,
        case: caseSchema.parse({ ...singleCase, incomes, assets }),
        sentOn: localDate("2025-10-28"),
        answerBy: localDate("2025-11-07"),
        material: own("Vi undrar om dina inkomster."),
      }),
    );

  it("lists every row that the applicant has not told of, whatever the caseworker wrote", () => {
    const text = composed(
      [
        { ...income, id: "i1", type: "housing-allowance", declared: false },
        { ...income, id: "i2", type: "activity-support", declared: true, netOre: 520_000 },
        { ...income, id: "i3", type: "parental-benefit", assessed: "does-not-count", netOre: 40_000 },
      ],
      [{ id: "t1", kind: "vehicle", source: "TNS", valueOre: 2_000_000 }],
    );
    expect(text).toContain(
      "Bostadsbidrag, Försäkringskassan och Pensionsmyndigheten, utbetalt 21 oktober 2025: 1\u00a0300 kronor",
    );
    expect(text).toContain(
      "Föräldrapenning, Försäkringskassan och Pensionsmyndigheten, utbetalt 21 oktober 2025: 400 kronor",
    );
    expect(text).toMatch(/Fordon, .*: 20\u00a0000 kronor/);
    expect(text).not.toContain("5\u00a0200 kronor");
  });

  it("has no list where the applicant has told of everything", () => {
    expect(composed([{ ...income, id: "i1", type: "housing-allowance", declared: true }])).not.toContain("av andra än");
  });
});
