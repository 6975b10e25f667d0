import { caseSchema } from "../../../contracts/case.js";
import { localDate } from "../../../contracts/dates.js";
import type { LetterContent, LetterDecision } from "../../../contracts/letter.js";
import { composeCommunication } from "../compose-communication.js";
import { composeCompletion } from "../compose-completion.js";
import { composeWrittenOff } from "../compose-written-off.js";
import { composeDecisionLetter } from "../compose.js";
import type { DecisionLetterInput } from "../letter-input.js";
import { singleCase, singleInput, singleReceipt } from "./household.js";

const own = (text: string) => ({ text, by: "Karin Ek", on: localDate("2025-11-10") });

const heard = {
  sentOn: localDate("2025-10-28"),
  answerBy: localDate("2025-11-07"),
  answer: { on: localDate("2025-11-03"), text: "Hyran gäller tills jag har sagt upp lägenheten.", orally: true },
};

const decided: LetterDecision = { ...singleInput.decision, decidedOn: localDate("2025-11-10") };

const partial: DecisionLetterInput = {
  ...singleInput,
  outcome: "partly-granted",
  communication: heard,
  payment: { payOn: localDate("2025-11-12"), account: "••••1234" },
  decision: {
    ...decided,
    delegationItem: "3.3",
    hearing: "answered",
    amountOre: 579_000,
    reasons: own(
      "Du har haft tid att söka en billigare bostad sedan juni och har inte gjort det.\n\nDet finns inga särskilda skäl att godkänna en högre hyra.",
    ),
    reducedCosts: [
      { costId: "k1", approvedOre: 540_000, why: own("Skälig hyra för ett hushåll av din storlek är 5 400 kronor.") },
    ],
  },
};

const refusal: DecisionLetterInput = {
  ...singleInput,
  outcome: "refused",
  case: caseSchema.parse({
    ...singleCase,
    incomes: singleCase.incomes.map((income) => ({ ...income, netOre: 1_201_000 })),
  }),
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
    ...decided,
    delegationItem: "3.3",
    hearing: "silent",
    amountOre: 0,
    reasons: own("Det finns inga särskilda skäl att räkna på annat sätt."),
    emergency: {
      ...own("Du har pengar till mat och boende den här månaden. Det finns inget akut behov."),
      grantedOre: 0,
    },
  },
};

const discretionary: DecisionLetterInput = {
  ...partial,
  case: caseSchema.parse({
    ...singleCase,
    costs: [...singleCase.costs, { id: "k4", type: "driving-licence", appliedOre: 1_450_000, proof: "document" }],
  }),
  decision: {
    ...decided,
    delegationItem: "3.4",
    hearing: "answered",
    amountOre: 619_000,
    reasons: own("Körkort ingår inte i försörjningsstödet."),
    discretionary: {
      costId: "k4",
      purpose: "körkort",
      appliedOre: 1_450_000,
      amountOre: 1_000_000,
      reasons: own(
        "Körkortet är ett krav för det arbete som du har erbjudits. En del av kostnaden kan du själv betala.",
      ),
      delegationItem: "3.6",
    },
    dissent: { ...own("Hela kostnaden borde ha godkänts."), by: "Per Sund" },
    participants: ["Per Sund"],
    reservation: own("Beslutet kan ändras om anställningen inte blir av."),
  },
};

const emergency: DecisionLetterInput = {
  ...refusal,
  payment: { payOn: localDate("2025-11-12"), account: "••••1234" },
  outcome: "partly-granted",
  decision: {
    ...refusal.decision,
    amountOre: 80_000,
    emergency: { ...own("Du saknar pengar till mat i tio dagar, fram till nästa utbetalning."), grantedOre: 80_000 },
  },
};

/** More in the month of the grant: its payment has no known account. */
const supplement: DecisionLetterInput = {
  ...singleInput,
  caseNumber: "2025-00031",
  case: caseSchema.parse({
    ...singleCase,
    kind: "supplement",
    appliedOn: "2025-11-10",
    costs: [{ id: "k1", type: "acute-dental-care", appliedOre: 184_000, proof: "document" }],
  }),
  receipt: {
    ...singleReceipt,
    outcome: "referred",
    grantOre: null,
    lines: singleReceipt.lines.filter(({ kind }) => kind !== "cost"),
  },
  earlier: { decidedOn: singleInput.decision.decidedOn, caseNumber: singleInput.caseNumber },
  payment: "held",
  sourcesRead: singleInput.sourcesRead.map(({ source }) => ({ source, readOn: localDate("2025-11-10") })),
  decision: {
    ...singleInput.decision,
    decidedOn: localDate("2025-11-12"),
    delegationItem: "3.2",
    amountOre: 184_000,
    reasons: {
      text: "Tandvården var akut och gick inte att vänta med. Kostnaden är styrkt med faktura.",
      by: "Karin Ek",
      on: localDate("2025-11-12"),
    },
  },
};

const asked = {
  ...singleInput,
  sentOn: localDate("2025-10-28"),
  answerBy: localDate("2025-11-07"),
  missing: ["En ny, tydlig bild av hyresavin för november 2025", "Din underskrift i e-tjänsten"],
};

/** One letter of every kind, and of every part that a decision may have. All persons are fictive. */
export const everyKind = {
  grant: composeDecisionLetter(singleInput),
  "partial-grant": composeDecisionLetter(partial),
  refusal: composeDecisionLetter(refusal),
  "discretionary-aid": composeDecisionLetter(discretionary),
  "emergency-aid": composeDecisionLetter(emergency),
  supplement: composeDecisionLetter(supplement),
  "written-off": composeWrittenOff({
    ...singleInput,
    ground: { kind: "withdrawn", on: localDate("2025-11-03") },
    decision: {
      decidedOn: localDate("2025-11-04"),
      decidedBy: { name: "Karin Ek", title: "socialsekreterare" },
      delegationItem: "3.5",
    },
  }),
  communication: composeCommunication({
    ...asked,
    material: own(
      "Försäkringskassan har betalat ut bostadsbidrag till dig med 1\u00a0300 kronor den 21 oktober 2025. Det står inte i din ansökan.\n\nDu har fått 2\u00a0000 kronor via Swish den 14 oktober 2025.",
    ),
  }),
  completion: composeCompletion(asked),
  reminder: composeCompletion({ ...asked, sentOn: localDate("2025-11-05"), remindsOf: localDate("2025-10-28") }),
} as const satisfies Record<string, LetterContent>;
