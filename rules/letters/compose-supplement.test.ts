import { describe, expect, it } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { composeDecisionLetter } from "./compose.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { singleCase, singleInput, singleReceipt } from "./test-support/household.js";

const textOf = ({ sections }: LetterContent): string =>
  sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text, items }) => [text, ...(items ?? [])])).join("\n");
const own = (text: string) => ({ text, by: "Karin Ek", on: localDate("2025-11-12") });

const dental = caseSchema.parse({
  ...singleCase,
  kind: "supplement",
  appliedOn: "2025-11-10",
  costs: [{ id: "k1", type: "acute-dental-care", appliedOre: 184_000, proof: "document" }],
});
const granted: DecisionLetterInput = {
  ...singleInput,
  case: dental,
  caseNumber: "2511-0009",
  receipt: {
    ...singleReceipt,
    outcome: "referred",
    grantOre: null,
    lines: singleReceipt.lines.filter(({ kind }) => kind !== "cost"),
    findings: [{ code: "income-stable", result: "not-met", provision: "x", basis: [], settled: true }],
  },
  decision: {
    ...singleInput.decision,
    decidedOn: localDate("2025-11-12"),
    amountOre: 184_000,
    reasons: own("Tandvården var nödvändig och kunde inte vänta."),
  },
  earlier: { decidedOn: localDate("2025-10-28"), caseNumber: "2511-0001" },
};
const partly: DecisionLetterInput = {
  ...granted,
  outcome: "partly-granted",
  decision: {
    ...granted.decision,
    amountOre: 100_000,
    communicationUnneeded: own("Du har själv lämnat fakturan."),
    reducedCosts: [{ costId: "k1", approvedOre: 100_000, why: own("En del av vården kunde vänta.") }],
  },
};
const refused: DecisionLetterInput = {
  ...partly,
  outcome: "refused",
  decision: {
    ...partly.decision,
    amountOre: 0,
    reducedCosts: [],
    emergency: { ...own("Det finns inget akut behov av hjälp."), grantedOre: 0 },
  },
};

describe("the letter of a supplement", () => {
  it.each([
    ["a grant", granted, "Socialnämnden beviljar dig 1\u00a0840 kronor mer i ekonomiskt bistånd för november 2025."],
    [
      "a part",
      partly,
      "beviljar dig 1\u00a0000 kronor mer i ekonomiskt bistånd för november 2025. Socialnämnden avslår",
    ],
    ["a refusal", refused, "Socialnämnden avslår din ansökan om mer ekonomiskt bistånd för november 2025."],
  ])("says of %s first that it is about more in the month, then which decision it comes beside", (_, input, first) => {
    const letter = composeDecisionLetter(input);
    expect(() => letterContentSchema.parse(letter)).not.toThrow();
    expect(letter.title).toBe("Beslut om mer bistånd för november 2025");
    expect(letter.sections[0]?.paragraphs[0]?.text).toContain(first);
    expect(letter.sections[0]?.paragraphs[1]?.text).toContain(
      "tidigare beslutat om november 2025: den 28 oktober 2025, i ärende 2511-0001.",
    );
  });

  it.each([granted, partly, refused])("names what was asked for now, and tells no arithmetic of the month", (input) => {
    const letter = composeDecisionLetter(input);
    const text = textOf(letter);
    expect(text).toContain("Ansökan kom in den 10 november 2025 och gäller mer bistånd för november 2025.");
    expect(text).toContain("Akut tandvård: 1\u00a0840 kronor");
    expect(text).not.toMatch(/riksnorm|Skillnaden|Inkomsterna|inkomst har ändrats|Beräkningen i bilagan/i);
    expect(letter.appendix?.tables.map(({ caption }) => caption)).toEqual(["Kostnader utöver riksnormen", "Resultat"]);
    expect(letter.appendix?.tables.at(-1)?.rows).toHaveLength(1);
    expect(letter.appendix?.note).not.toContain("riksnorm");
  });

  it("refuses the rest where less is granted than what was approved of the costs", () => {
    const less = { ...partly, decision: { ...partly.decision, amountOre: 60_000 } };
    expect(textOf(composeDecisionLetter(less))).toContain("avslår ansökan också i övrigt");
    expect(textOf(composeDecisionLetter(partly))).not.toContain("också i övrigt");
  });

  it("refers to no earlier decision where none is known", () => {
    const { earlier, ...alone } = granted;
    expect(earlier).toBeDefined();
    expect(textOf(composeDecisionLetter(alone))).not.toContain("tidigare beslutat");
  });

  it("needs the decider's reasons, since nothing is computed", () => {
    const { reasons, ...unreasoned } = granted.decision;
    expect(reasons).toBeDefined();
    expect(() => composeDecisionLetter({ ...granted, decision: unreasoned })).toThrow("står inte varför");
  });
});
