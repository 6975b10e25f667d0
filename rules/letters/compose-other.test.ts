import { describe, expect, it } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import { type LetterContent } from "../../contracts/letter.js";
import { composePartial, composeRefusal } from "./compose-negative.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { singleCase, singleInput, singleReceipt } from "./test-support/household.js";
import { textOf } from "./test-support/text-of.js";

const heard = {
  sentOn: localDate("2025-10-28"),
  answerBy: localDate("2025-11-07"),
  answer: { on: localDate("2025-11-03"), text: "Hyran gäller tills jag har sagt upp lägenheten.", orally: true },
};

const own = (text: string) => ({ text, by: "Karin Ek", on: localDate("2025-11-10") });

const reducedRent = {
  ...singleInput.decision,
  hearing: "answered" as const,
  amountOre: 579_000,
  reducedCosts: [
    { costId: "k1", approvedOre: 540_000, why: own("Skälig hyra för ett hushåll av din storlek är 5 400 kronor.") },
  ],
};
const reasoned = {
  ...reducedRent,
  reasons: own("Hyran är högre än vad som är skäligt, och du har haft tid att sänka den."),
};
const partial: DecisionLetterInput = {
  ...singleInput,
  outcome: "partly-granted",
  communication: heard,
  decision: reasoned,
};

describe("the letter of a partial grant", () => {
  it("says what is granted, what is refused with both amounts, and why", () => {
    const letter = composePartial(partial);
    const text = textOf(letter);
    expect(text).toContain("med 5\u00a0790 kronor. Socialnämnden avslår ansökan i dessa delar:");
    expect(text).toContain("Hyra: du sökte 5\u00a0800 kronor och får 5\u00a0400 kronor.");
    expect(text).toContain("Du svarade den 3 november 2025 muntligt: Hyran gäller tills");
    expect(text).toContain("du har haft tid att sänka den");
    expect(letter.appendix?.tables[1]?.rows[0]?.cells).toEqual([
      "Hyra",
      "5\u00a0800",
      "5\u00a0400",
      "Inte godkänd i sin helhet; se skälen.",
    ]);
    expect(text).toContain("Hyra: Skälig hyra för ett hushåll av din storlek är 5 400 kronor.");
    expect(letter.appendix?.tables.at(-1)?.rows.at(-1)?.cells).toEqual(["Bistånd för månaden", "5\u00a0790"]);
  });

  it("refuses the rest in its operative part where the named parts do not explain the amount, and only there", () => {
    const rest = "Socialnämnden avslår ansökan också i övrigt. Varför står under Skälen för beslutet.";
    const lower = composePartial({ ...partial, decision: { ...reasoned, amountOre: 500_000 } });
    expect(lower.sections[0]?.paragraphs.map(({ text }) => text)).toContain(rest);
    expect(textOf(composePartial(partial))).not.toContain("också i övrigt");
  });

  it("names what is granted for other needs than försörjningsstöd, where that is in the amount", () => {
    const withDental = {
      ...partial,
      case: caseSchema.parse({
        ...singleCase,
        costs: singleCase.costs.map((cost) => (cost.id === "k2" ? { ...cost, type: "dental-care" } : cost)),
      }),
    };
    const listed = "I beloppet ingår bistånd till annat än försörjningsstöd:\nTandvård: 410 kronor";
    expect(textOf(composePartial(withDental))).toContain(listed);
    const lower = { ...withDental, decision: { ...reasoned, amountOre: 30_000 } };
    expect(textOf(composePartial(lower))).not.toContain("annat än försörjningsstöd");
  });

  it("names the person behind every sentence of its own", () => {
    const personal = composePartial(partial)
      .sections.flatMap(({ paragraphs }) => paragraphs)
      .filter(({ trace }) => trace.from === "person");
    expect(personal.map(({ textId }) => textId)).toEqual(["partial.why", "own"]);
    expect(personal.every(({ trace }) => trace.from === "person" && trace.name === "Karin Ek")).toBe(true);
  });

  it("says why there was no need to hear, in a person's words", () => {
    const letter = composePartial({
      ...singleInput,
      outcome: "partly-granted",
      decision: {
        ...reasoned,
        hearing: "none",
        communicationUnneeded: own("Du har själv skrivit att hyran är högre."),
      },
    });
    expect(textOf(letter)).toContain("uppenbart obehövligt (25 § förvaltningslagen)");
    expect(textOf(letter)).toContain("Du har själv skrivit att hyran är högre.");
  });

  const unneeded = own("Lönen som kom in sedan är densamma som du själv har skrivit.");

  it("does not say that they were heard where what was sent did not cover the decision, and gives the reasons", () => {
    const text = textOf(
      composePartial({
        ...partial,
        decision: {
          ...reasoned,
          decidedOn: localDate("2025-11-10"),
          hearing: "not-covered",
          communicationUnneeded: unneeded,
        },
      }),
    );
    expect(text).toContain(
      "Den 28 oktober 2025 skickade vi uppgifter till dig för yttrande, men du har inte fått yttra dig över allt som beslutet bygger på. Det var uppenbart obehövligt (25 § förvaltningslagen):\nLönen som kom in sedan",
    );
    expect(text).toContain("Du svarade den 3 november 2025 muntligt: Hyran gäller tills");
    expect(text).not.toContain("Du kunde yttra dig");
    expect(text).not.toContain("inte fått något svar");
  });

  it("gives the reasons for not hearing them on the rest also where they were heard", () => {
    const text = textOf(composePartial({ ...partial, decision: { ...reasoned, communicationUnneeded: unneeded } }));
    expect(text).toContain("Du kunde yttra dig till och med den 7 november 2025");
    expect(text).toContain("Lönen som kom in sedan är densamma");
  });

  it("knows nothing of an answer that came after the decision", () => {
    const late = { ...heard, answer: { ...heard.answer, on: localDate("2025-11-28") } };
    const silent = { ...reasoned, hearing: "silent" as const, decidedOn: localDate("2025-11-10") };
    const text = textOf(composePartial({ ...partial, communication: late, decision: silent }));
    expect(text).toContain("Vi har inte fått något svar.");
    expect(text).not.toContain("Hyran gäller tills");
  });

  it("tells of acute aid as a part of the amount, also where nothing else is granted", () => {
    const letter = composePartial({
      ...partial,
      decision: {
        ...singleInput.decision,
        hearing: "answered",
        amountOre: 80_000,
        reasons: own("Du har avstått från arbete som du har erbjudits."),
        emergency: { ...own("Du saknar pengar till mat i tio dagar."), grantedOre: 80_000 },
      },
    });
    expect(textOf(letter)).toContain("med 800 kronor och avslår ansökan i övrigt.");
    expect(textOf(letter)).toContain("I beloppet ingår 800 kronor som akut hjälp enligt 12 kap. 1 § SoL (2025:400).");
    expect(letter.appendix?.tables.at(-1)?.rows.slice(-2)).toEqual([
      { cells: ["Akut hjälp, en del av beloppet", "800"], isTotal: false },
      { cells: ["Beslutat belopp", "800"], isTotal: true },
    ]);
  });

  const refused: readonly (readonly [string, DecisionLetterInput])[] = [
    ["the applicant could not comment", { ...partial, decision: { ...reasoned, hearing: "none" } }],
    ["what was sent did not cover the decision", { ...partial, decision: { ...reasoned, hearing: "not-covered" } }],
    ["nobody knows what was sent", { ...singleInput, outcome: "partly-granted", decision: reasoned }],
    ["nobody has given reasons", { ...partial, decision: reducedRent }],
    ["nothing is refused", { ...partial, decision: { ...partial.decision, reducedCosts: [], amountOre: 619_000 } }],
    ["nothing is granted", { ...partial, decision: { ...partial.decision, amountOre: 0 } }],
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
  hearing: "silent" as const,
  amountOre: 0,
  reasons: own("Det finns inga särskilda skäl att räkna på annat sätt."),
};
const refusal: DecisionLetterInput = {
  ...singleInput,
  outcome: "refused",
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
    emergency: {
      ...own("Du har pengar till mat och boende den här månaden. Det finns inget akut behov."),
      grantedOre: 0,
    },
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
    expect(letter).not.toHaveProperty("payment");
    expect(letter.appendix?.tables.at(-1)?.rows.at(-1)?.cells).toEqual(["Överskott", "\u2212620"]);
  });

  it("says why it is refused where there is a deficit, and does not call it a surplus", () => {
    const letter = composeRefusal({ ...refusal, receipt: singleReceipt });
    const text = textOf(letter);
    expect(text).toContain(
      "Kostnaderna är 6\u00a0190 kronor högre än inkomsterna som räknas. Socialnämnden avslår ändå",
    );
    expect(text).not.toContain("kan du inte betala själv");
    expect(
      letter.appendix?.tables
        .at(-1)
        ?.rows.slice(-2)
        .map(({ cells }) => cells),
    ).toEqual([
      ["Underskott enligt beräkningen", "6\u00a0190"],
      ["Beslutat belopp", "0"],
    ]);
  });

  it("is not written where acute need was not looked at, or where something is granted", () => {
    expect(() => composeRefusal({ ...refusal, decision: withoutEmergency })).toThrow("Akut behov");
    const granting = { ...refusal, decision: { ...refusal.decision, amountOre: 1 } };
    expect(() => composeRefusal(granting)).toThrow("inget belopp");
  });
});

describe("a decision under 12 kap. 2 § beside the month's own", () => {
  const withLicence = caseSchema.parse({
    ...singleCase,
    costs: [...singleCase.costs, { id: "k4", type: "driving-licence", appliedOre: 1_450_000, proof: "document" }],
  });
  const licence = {
    costId: "k4",
    purpose: "körkort",
    appliedOre: 1_450_000,
    reasons: own("Körkortet är ett krav för det arbete som du har erbjudits."),
    delegationItem: "4.1",
  };
  const decided = (amountOre: number): LetterContent =>
    composePartial({
      ...partial,
      case: withLicence,
      decision: {
        ...singleInput.decision,
        hearing: "answered",
        reasons: own("Körkort ingår inte i försörjningsstödet."),
        discretionary: { ...licence, amountOre },
      },
    });

  it("does not call a cost refused under 12 kap. 1 § that was given in part there", () => {
    const letter = composePartial({
      ...partial,
      case: withLicence,
      decision: {
        ...partial.decision,
        reducedCosts: [
          ...(partial.decision.reducedCosts ?? []),
          { costId: "k4", approvedOre: 500_000, why: own("En del av kostnaden är skälig.") },
        ],
        discretionary: { ...licence, appliedOre: 950_000, amountOre: 950_000 },
      },
    });
    expect(textOf(letter)).toContain(
      "Socialnämnden avslår ansökan om körkort enligt den paragrafen i den del som inte är beviljad där.",
    );
    expect(textOf(decided(1_000_000))).not.toContain("i den del som inte är beviljad");
  });

  it("has its own outcome, reasons and item, after 12 kap. 1 § was tried", () => {
    const text = textOf(decided(1_000_000));
    expect(text).toContain(
      "beviljar dig 10\u00a0000 kronor till körkort enligt 12 kap. 2 § SoL (2025:400). Du sökte 14\u00a0500",
    );
    expect(text).toContain("har först prövats enligt 12 kap. 1 § SoL (2025:400)");
    expect(text).toContain("Körkortet är ett krav");
    expect(text).toContain("enligt punkt 4.1");
    expect(text).toContain(
      "Körkort: du sökte 14\u00a0500 kronor. Kostnaden ger inte rätt till bistånd enligt 12 kap. 1 § SoL (2025:400). Se också beslutet enligt 12 kap. 2 §",
    );
    expect(text).not.toContain("får 0 kronor");
    expect(textOf(decided(0))).toContain("avslår din ansökan om 14\u00a0500 kronor till körkort");
    expect(textOf(decided(1_450_000))).toContain("beviljar dig 14\u00a0500 kronor till körkort enligt 12 kap. 2 §");
  });

  it("is tried by legality review, and the month's own on its merits: each notice with its own section", () => {
    const letter = decided(0);
    const sentences = (section: LetterContent["appeal"]): string =>
      (section?.paragraphs ?? []).map(({ text }) => text).join(" ");
    expect(sentences(letter.legalityReview)).toContain("laglighetsprövning, 13 kap. kommunallagen");
    expect(sentences(letter.legalityReview)).toContain("tillkännagavs på kommunens anslagstavla");
    expect(sentences(letter.legalityReview)).toContain("fattat på delegation");
    expect(sentences(letter.legalityReview)).toContain("där beslutet anmäldes till socialnämnden");
    expect(sentences(letter.appeal)).toContain("inom tre veckor från den dag du fick del av beslutet");
    expect(composePartial(partial)).not.toHaveProperty("legalityReview");
  });
});

describe("what a person adds to a decision", () => {
  it("is a dissent by name and a reservation with its law", () => {
    const text = textOf(
      composePartial({
        ...partial,
        decision: {
          ...reasoned,
          dissent: { ...own("Hela hyran borde ha godkänts."), by: "Per Ek" },
          reservation: own("Beslutet kan ändras om slutlig lön visar ett annat belopp."),
        },
      }),
    );
    expect(text).toContain("Per Ek har en avvikande mening (30 § förvaltningslagen):\nHela hyran borde");
    expect(text).toContain(
      "Beslutet enligt 12 kap. 1 § SoL (2025:400) har ett förbehåll. Det kan ändras till din nackdel bara i det fall som står här (37 § förvaltningslagen):\nBeslutet kan ändras om",
    );
    expect(text).toContain("om slutlig lön visar");
  });
});
