import type { CalculationRow, CaseView } from "../../contracts/api/case-view.js";
import { caseViewSchema } from "../../contracts/api/case-view.js";

/** Ids that the fixtures share. Fictive. */
export const ids = {
  ready: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e01",
  referred: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e14",
  waiting: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e12",
  closed: "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e02",
  rentNotice: "1c7b1daf-6b10-4b66-8a1b-4d206c3e8f11",
  agencyScreen: "1c7b1daf-6b10-4b66-8a1b-4d206c3e8f12",
} as const;

const stamp = "9f3c1a7be24d5608".repeat(4);
const line = (row: Partial<CalculationRow> & Pick<CalculationRow, "id" | "group" | "label">): CalculationRow => ({
  level: "line",
  askedOre: null,
  computedOre: null,
  lastMonthOre: null,
  differenceOre: null,
  provisionIds: [],
  evidenceIds: [],
  factIds: [],
  verified: true,
  correctable: [],
  ...row,
});
const same = (computedOre: number) => ({ computedOre, lastMonthOre: computedOre, differenceOre: 0 });

const rentFields = [
  { target: "cost", lineId: "k1", field: "assessedOre", label: "Hyra: godkänt belopp", current: 664_000 },
  { target: "cost", lineId: "k1", field: "documentOre", label: "Hyra: belopp på underlaget", current: 664_000 },
] as const;

const calculation = [
  line({ id: "norm", group: "norm", level: "sum", label: "Riksnorm", ...same(910_000) }),
  line({ id: "norm-a", group: "norm", label: "Ensamstående vuxen", ...same(391_000), provisionIds: ["household-norm"] }),
  line({ id: "norm-c1", group: "norm", label: "Barn 9 år (7–10 år)", ...same(379_000), provisionIds: ["household-norm"] }),
  line({ id: "norm-common", group: "norm", label: "Gemensamt, 2 personer", ...same(140_000), provisionIds: ["household-norm"] }),
  line({ id: "cost", group: "cost", level: "sum", label: "Kostnader", askedOre: 735_000, computedOre: 735_000, lastMonthOre: 714_000, differenceOre: 21_000 }),
  line({
    id: "k1",
    group: "cost",
    label: "Hyra",
    mark: { kind: "document", label: "dokument" },
    askedOre: 664_000,
    computedOre: 664_000,
    lastMonthOre: 643_000,
    differenceOre: 21_000,
    explanation: "Sökt 6 640 kr, avin visar 6 640 kr, förra månaden 6 430 kr.",
    provisionIds: ["housing-cost"],
    evidenceIds: [ids.rentNotice],
    factIds: ["costs.k1.appliedOre", "costs.k1.documentOre"],
    correctable: [...rentFields],
  } as CalculationRow),
  line({ id: "k2", group: "cost", label: "Hushållsel", mark: { kind: "document", label: "dokument" }, askedOre: 56_000, ...same(56_000) }),
  line({ id: "k3", group: "cost", label: "Hemförsäkring", mark: { kind: "standing", label: "stående" }, askedOre: 15_000, ...same(15_000) }),
  line({ id: "income", group: "income", level: "sum", label: "Inkomster i oktober", ...same(-597_000) }),
  line({ id: "i1", group: "income", label: "Underhållsstöd", detail: "utbetalt 24 okt, avser oktober", mark: { kind: "register", label: "FK" }, ...same(-222_300), evidenceIds: [ids.agencyScreen], provisionIds: ["countable-income"] } as CalculationRow),
  line({ id: "i2", group: "income", label: "Barnbidrag", detail: "utbetalt 20 okt", mark: { kind: "register", label: "FK" }, ...same(-125_000), evidenceIds: [ids.agencyScreen], provisionIds: ["countable-income"] } as CalculationRow),
  line({ id: "i3", group: "income", label: "Aktivitetsstöd", detail: "10 dagar, skatt 1 012", mark: { kind: "register", label: "FK" }, ...same(-249_700), evidenceIds: [ids.agencyScreen], provisionIds: ["countable-income"] } as CalculationRow),
  line({ id: "result", group: "result", level: "result", label: "Försörjningsstöd november", computedOre: 1_048_000, lastMonthOre: 1_027_000, differenceOre: 21_000 }),
];

const shown = {
  caseId: ids.ready,
  reference: "2511-0412",
  month: "2025-11",
  kind: "renewal",
  state: "prefilled",
  receivedAt: "2025-10-27T07:14:00.000Z",
  household: "1 vuxen, 1 barn (9 år)",
  persons: [
    { id: "a", role: "Sökande", name: "Test Testsson", birthDate: "1988-04-12", age: 37 },
    { id: "c1", role: "Barn", name: "Barn Testsson", birthDate: "2016-03-02", age: 9 },
  ],
  restricted: false,
  answerDue: "2025-10-31",
  comparison: { known: true, exceptions: ["hyran är 210 kr högre"] },
  prompts: [],
  questions: [],
  settled: [],
  corrected: [],
  checks: [
    { id: "agencies", text: "Alla 7 myndigheter har svarat", result: "ok", at: "2025-10-27T07:16:00.000Z" },
    { id: "month-closed", text: "Oktobers utbetalningar är klara, inget väntar", result: "ok", at: "2025-10-27T07:16:00.000Z" },
    { id: "register", text: "Folkbokföringen oförändrad", result: "ok", at: "2025-10-27T07:17:00.000Z" },
    { id: "household", text: "Hushållet som i förra beslutet", result: "ok", at: "2025-10-27T07:17:00.000Z" },
    { id: "plan", text: "Planering gäller till 31 december", result: "ok", at: "2025-10-27T07:17:00.000Z" },
    { id: "account", text: "Kontot oförändrat sedan mars 2025", result: "ok", at: "2025-10-27T07:17:00.000Z" },
    { id: "duplicate", text: "Ingen annan ansökan för november", result: "ok", at: "2025-10-27T07:14:00.000Z" },
  ],
  notChecked: ["Om barnet har haft egna utgifter för fritid", "Kontoutdrag"],
  calculation,
  variants: [],
  standing: ["Hemförsäkring godkänd till 31 mars 2026", "Jobbstimulans: inte aktuell", "Överskott: inget"],
  evidence: [
    {
      id: ids.rentNotice,
      title: "Hyresavi november 2025",
      kind: "document",
      mediaType: "application/pdf",
      source: "e-tjänstens bilaga 2",
      fetchedAt: "2025-10-27T07:15:00.000Z",
      botVersion: "bot e-tjänst 1.4.0",
      sha256: stamp,
      fields: [
        { name: "Att betala", value: "6 640,00", confidence: 0.98, accepted: true, page: 1, region: [0.52, 0.44, 0.2, 0.07] },
        { name: "Hyra bostad", value: "6 430,00", confidence: 0.97, accepted: true, page: 1, region: [0.52, 0.24, 0.2, 0.07] },
      ],
      hasPagePictures: true,
    },
    {
      id: ids.agencyScreen,
      title: "Försäkringskassan svarade",
      kind: "screenshot",
      mediaType: "image/png",
      source: "flerfråga till myndigheter",
      fetchedAt: "2025-10-27T07:15:11.000Z",
      botVersion: "bot flerfråga 2.1.0",
      sha256: stamp,
      fields: [],
      hasPagePictures: false,
    },
  ],
  provisions: [
    {
      id: "housing-cost",
      title: "Boende, skälig kostnad",
      text: "Faktisk hyra godtas när den är skälig. Nämndens riktlinje för 1 vuxen och 1 barn är 7 500 kr.",
      basis: ["12 kap. 7 § första stycket 2 SoL (2025:400)"],
      codified: true,
    },
    { id: "household-norm", title: "Riksnormen", text: "Personliga kostnader för var och en och gemensamma för hushållet.", basis: ["12 kap. 2 § SoF (2025:468)"], codified: true },
    { id: "countable-income", title: "Inkomster som räknas", text: "Det som betalades ut under månaden före, efter skatt.", basis: ["12 kap. 1 § SoL (2025:400)"], codified: true },
  ],
  rulebookVersion: "2025.3",
  letterAvailable: true,
  proposal: {
    outcome: "granted",
    amountOre: 1_048_000,
    basis: "12 kap. 1 § SoL",
    mandate: { sufficient: true, text: "din delegation: punkt 3.2, till 25 000 kr" },
    payee: { maskedAccount: "•••• 4417", note: "oförändrat sedan mars 2025" },
    paymentDate: "2025-10-30",
    paymentNote: "bankens stopp 29 okt 14.00",
    childPerspectiveRequired: true,
    blockers: [],
  },
  communication: null,
  decision: null,
  sequence: 1,
};

/** A renewal that is ready to be decided: a lone parent whose rent is 210 kr higher. */
export const readyCase: CaseView = caseViewSchema.parse({ shown, shownHash: stamp, assignedTo: { name: "Du", isMe: true } });

/** The same case with an undeclared benefit and a deposit to take a position on. */
export const referredCase: CaseView = caseViewSchema.parse({
  shown: {
    ...shown,
    caseId: ids.referred,
    reference: "2511-0407",
    household: "1 vuxen",
    state: "referred",
    persons: [shown.persons[0]],
    comparison: { known: true, exceptions: ["bostadsbidrag 1 300 kr som inte är uppgivet", "Swish 800 kr"] },
    prompts: ["Den sökande har skrivit ett meddelande. Läs det före beslutet."],
    questions: [
      {
        reason: "undeclared-income",
        title: "En inkomst som inte är uppgiven",
        text: "Bostadsbidrag 1 300 kr från Försäkringskassan, utbetalt 27 okt.",
        check: "Kommunicera uppgiften innan den läggs till grund för beslutet.",
        basis: "FL 25 §, 14 kap. 8 § SoL (2025:400)",
        amountOre: -130_000,
        lineId: "i1",
        path: "referred",
        actions: ["communicate", "confirm", "correct"],
      },
      {
        reason: "deposit-to-assess",
        title: "En kontoinsättning eller Swish att ta ställning till",
        text: "Swish 800 kr den 14 oktober.",
        check: "Vad är pengarna för, och vems är de?",
        basis: "12 kap. 1 § SoL (2025:400)",
        amountOre: -80_000,
        path: "referred",
        actions: ["confirm", "communicate"],
      },
    ],
    checks: [...shown.checks.slice(0, 4), { id: "declared", text: "En inkomst är inte uppgiven", result: "differs", at: "2025-10-27T07:17:00.000Z" }],
    letterAvailable: false,
    proposal: {
      ...shown.proposal,
      amountOre: null,
      childPerspectiveRequired: false,
      blockers: [{ code: "open-questions", text: "2 frågor kvar att ta ställning till." }],
    },
  },
  shownHash: stamp,
  assignedTo: null,
});

/** The ready case after the decision. */
export const decidedCase: CaseView = {
  ...readyCase,
  shown: {
    ...readyCase.shown,
    state: "delivering",
    decision: { outcome: "Beviljat", amountOre: 1_048_000, by: "Handläggare Ett", at: readyCase.shown.receivedAt, delegationItem: "punkt 3.2" },
  },
};
