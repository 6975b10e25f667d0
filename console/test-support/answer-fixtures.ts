import { findResultSchema } from "../../contracts/api/find.js";
import { decisionDraftSchema } from "../../contracts/decision-draft.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import {
  colleaguesSchema,
  mandateAnswerSchema,
  mandateInputSchema,
  type MandateAnswer,
} from "../../contracts/api/reading.js";
import { paymentViewSchema } from "../../contracts/payments.js";
import { ids } from "./case-fixture.js";

/** A payment whose file has not left. */
export const payment = paymentViewSchema.parse({
  amountOre: 1_048_000,
  payOn: "2025-10-30",
  cutOff: "2025-10-29T14:00",
  state: "ready",
  maskedAccount: "•••• 4417",
  canStop: true,
  canRelease: false,
});

/** Two colleagues to hand over to. Fictive. */
export const colleagues = colleaguesSchema.parse({
  colleagues: [
    { staffId: "5f4a2f1e-0c0b-4a55-9f0a-3c1f5b2d7e90", name: "Jonas Berg", unit: "Enhet 2" },
    { staffId: "5f4a2f1e-0c0b-4a55-9f0a-3c1f5b2d7e91", name: "Åsa Lind", unit: "Enhet 1" },
  ],
});

/** A search with two hits. */
export const found = findResultSchema.parse({
  rows: [
    {
      caseId: ids.ready,
      reference: "2511-0412",
      month: "2025-11",
      name: "Test Testsson",
      household: "1 vuxen, 1 barn",
      state: "prefilled",
    },
    {
      caseId: ids.referred,
      reference: "2511-0407",
      month: "2025-11",
      name: "Prov Testsson",
      household: "1 vuxen",
      state: "referred",
    },
  ],
  more: false,
});

const limitOre = 1_500_000;

/** A caseworker's mandate: grants up to a limit, refusals, nothing under 12 kap. 2 § above 3 000 kr. */
export const mandateFor = (body: unknown): MandateAnswer => {
  const { outcome, amountOre, discretionaryOre } = mandateInputSchema.parse(body);
  const of = (sufficient: boolean, item: string) => ({
    sufficient,
    text: sufficient ? `din delegation: punkt ${item}` : "din delegation räcker inte",
  });
  return mandateAnswerSchema.parse({
    month: of(amountOre <= limitOre, outcome === "written-off" ? "3.5" : "3.2"),
    discretionary: discretionaryOre === undefined ? null : of(discretionaryOre <= 300_000, "3.7"),
  });
};

/** A short letter that says what the draft says. */
export const letterFor = (body: unknown): LetterContent => {
  const draft = decisionDraftSchema.parse(body);
  const isGrant = draft.outcome === "granted";
  const trace = { from: "event", event: "decision" };
  return letterContentSchema.parse({
    schema: "skalig.letter.v1",
    kind: isGrant ? "grant" : draft.outcome === "refused" ? "refusal" : "partial",
    language: "sv",
    texts: { id: "sv-2025", version: "2025.1" },
    letterhead: { municipality: "Exempelby kommun", board: "Socialnämnden", contactLines: ["0000-10 20 30"] },
    recipientLines: ["Test Testsson", "Provgatan 1", "123 45 Exempelby"],
    caseNumber: "2511-0412",
    date: "2025-10-27",
    title: isGrant ? "Du får försörjningsstöd för november" : "Beslut om försörjningsstöd för november",
    sections: [
      { heading: "Beslut", paragraphs: [{ textId: "decision", trace, text: "Socialnämnden har fattat beslut." }] },
      ...(draft.reasons === undefined
        ? []
        : [{ heading: "Skäl", paragraphs: [{ textId: "own", trace, text: draft.reasons }] }]),
    ],
    appeal: {
      heading: "Hur du överklagar",
      paragraphs: [{ textId: "appeal", trace, text: "Skriv till socialnämnden inom tre veckor." }],
    },
    appendix: {
      title: "Så har vi räknat",
      note: "Beräkningen i kronor.",
      tables: [
        {
          caption: "Beräkning",
          columns: [
            { title: "Post", align: "left", width: "wide" },
            { title: "Kronor", align: "right", width: "narrow" },
          ],
          rows: [
            { cells: ["Riksnorm", "9 100"], isTotal: false },
            { cells: ["Summa", "10 480"], isTotal: true },
          ],
        },
      ],
    },
  });
};
