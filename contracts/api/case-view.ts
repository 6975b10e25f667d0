import { z } from "zod";
import { reasonSchema } from "../codes/reasons.js";
import { instantSchema, localDateSchema, monthSchema } from "../dates.js";
import { caseIdSchema, evidenceIdSchema, sha256Schema } from "../ids.js";
import { oreSchema, signedOreSchema } from "../money.js";
import { deliveryChannelSchema, deliveryStateSchema } from "../delivery.js";
import { paymentViewSchema } from "../payments.js";
import { caseStates, decisionRefusals } from "../process.js";
import { codesOfTable } from "./codes-of-table.js";
import { assigneeSchema } from "./queue.js";
import { provisionViewSchema } from "./rules-view.js";

/** What a person can do with an open question. */
export const questionActionSchema = z.enum(["confirm", "correct", "communicate", "ask", "enter-norm"]);
export type QuestionAction = z.output<typeof questionActionSchema>;

/** Something a person has to take a position on before the case can be decided. */
export const questionSchema = z.strictObject({
  reason: reasonSchema,
  title: z.string(),
  /** What differs, with figures. */
  text: z.string(),
  /** What the caseworker is asked to check. */
  check: z.string(),
  basis: z.string().exactOptional(),
  amountOre: signedOreSchema.exactOptional(),
  /** The line it concerns: `i2`. */
  lineId: z.string().exactOptional(),
  /** Whether the machine or the applicant has the next move. */
  path: z.enum(["waiting", "referred"]),
  actions: z.array(questionActionSchema),
});
export type Question = z.output<typeof questionSchema>;

/** What the machine has checked, when and with what result. */
export const checkSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  result: z.enum(["ok", "differs", "unknown"]),
  at: instantSchema.exactOptional(),
});
export type Check = z.output<typeof checkSchema>;

/** Where a figure comes from, as a short mark on its row. */
export const sourceMarkSchema = z.strictObject({
  kind: z.enum(["register", "document", "standing", "applicant", "caseworker", "rule"]),
  label: z.string(),
});
export type SourceMark = z.output<typeof sourceMarkSchema>;

/** A field of a row that a caseworker may correct. */
export const correctableSchema = z.strictObject({
  target: z.enum(["cost", "income"]),
  lineId: z.string(),
  field: z.enum([
    "appliedOre",
    "assessedOre",
    "documentOre",
    "proof",
    "costType",
    "netOre",
    "paidOn",
    "incomeType",
    "assessed",
  ]),
  label: z.string(),
  current: z.union([z.string(), z.number(), z.null()]),
});
export type Correctable = z.output<typeof correctableSchema>;

/** A row of the calculation: asked, computed, last month and the difference. */
export const calculationRowSchema = z.strictObject({
  id: z.string(),
  group: z.enum(["norm", "cost", "income", "result"]),
  /** A group's sum, one of its lines, or the result. */
  level: z.enum(["sum", "line", "result"]),
  label: z.string(),
  /** Payment date, period, tax and deductions: "utbetalad 24 okt, avser oktober, skatt 1 012 kr". */
  detail: z.string().exactOptional(),
  mark: sourceMarkSchema.exactOptional(),
  askedOre: signedOreSchema.nullable(),
  computedOre: signedOreSchema.nullable(),
  lastMonthOre: signedOreSchema.nullable(),
  differenceOre: signedOreSchema.nullable(),
  /** How the computed amount comes about, in plain Swedish. */
  explanation: z.string().exactOptional(),
  /** What the row is made of, apart: payment date, period, before tax, tax, each other deduction, paid out. */
  parts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Ids into `provisions`, `evidence`. */
  provisionIds: z.array(z.string()),
  evidenceIds: z.array(evidenceIdSchema),
  /** Paths of the facts that were read: `incomes.i1.netOre`. */
  factIds: z.array(z.string()),
  verified: z.boolean(),
  correctable: z.array(correctableSchema),
});
export type CalculationRow = z.output<typeof calculationRowSchema>;

/** A value that was read in a document, and where on the page. */
export const readFieldSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  confidence: z.number().min(0).max(1).exactOptional(),
  accepted: z.boolean(),
  page: z.int().min(1).exactOptional(),
  /** x, y, width and height as parts of the page's, 0 to 1, from the upper left corner. */
  region: z.tuple([z.number(), z.number(), z.number(), z.number()]).exactOptional(),
});
export type ReadField = z.output<typeof readFieldSchema>;

/** Evidence of a fact. The bytes are fetched apart, and that is an event of its own. */
export const evidenceViewSchema = z.strictObject({
  id: evidenceIdSchema,
  title: z.string(),
  kind: z.enum(["screenshot", "page", "document"]),
  mediaType: z.enum(["image/png", "image/jpeg", "text/html", "application/pdf"]),
  source: z.string(),
  fetchedAt: instantSchema,
  botVersion: z.string(),
  sha256: sha256Schema,
  fields: z.array(readFieldSchema),
  /** Whether pages can be fetched as pictures, `…/pages/1`: a PDF's places can then be marked. */
  hasPagePictures: z.boolean(),
});
export type EvidenceView = z.output<typeof evidenceViewSchema>;

/** Why the case cannot be granted now. */
export const blockerSchema = z.strictObject({ code: z.enum(codesOfTable(decisionRefusals)), text: z.string() });
export type Blocker = z.output<typeof blockerSchema>;

/** What a decision would be, and what the person in front of the screen may do. */
export const proposalSchema = z.strictObject({
  outcome: z.literal("granted"),
  /** Null where no amount can be proposed. */
  amountOre: oreSchema.nullable(),
  basis: z.string(),
  mandate: z.strictObject({ sufficient: z.boolean(), text: z.string() }),
  payee: z.strictObject({ maskedAccount: z.string(), note: z.string().exactOptional() }).nullable(),
  paymentDate: localDateSchema.nullable(),
  paymentNote: z.string().exactOptional(),
  childPerspectiveRequired: z.boolean(),
  /** Empty where it can be granted. A missing declaration or child perspective is no blocker: they come with the decision. */
  blockers: z.array(blockerSchema),
});
export type Proposal = z.output<typeof proposalSchema>;

/** Something the applicant was sent or asked for, and what came of it. */
export const correspondenceSchema = z.strictObject({
  id: z.string(),
  /** `communication`: to comment on before the decision (FL 25 §). `completion`: something is missing (FL 23 §). */
  kind: z.enum(["communication", "completion"]),
  text: z.string(),
  /** What was asked for; empty for a communication. */
  items: z.array(z.string()),
  sentAt: instantSchema.nullable(),
  answerBy: localDateSchema,
  /** When the reminder went out; null where none has. */
  remindedAt: instantSchema.nullable(),
  /** Given in writing or by word of mouth (14 kap. 8 § SoL). */
  answer: z.strictObject({ text: z.string(), on: localDateSchema, orally: z.boolean() }).nullable(),
  /** Whether the time to answer passed without an answer, as the file says. */
  silent: z.boolean(),
});
export type Correspondence = z.output<typeof correspondenceSchema>;

/** A line from a colleague about where the case stands. */
export const caseNoteSchema = z.strictObject({ text: z.string(), by: z.string(), to: z.string(), at: instantSchema });
export type CaseNote = z.output<typeof caseNoteSchema>;

/** The decision that was made, with what its decider wrote. */
export const madeDecisionSchema = z.strictObject({
  /** "Beviljat", "Delvis beviljat", "Avslag". */
  outcome: z.string(),
  amountOre: oreSchema,
  by: z.string(),
  at: instantSchema,
  delegationItem: z.string(),
  /** The decider's own texts in the order of the letter, heading and text; empty for a grant as computed. */
  texts: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
});

/** Exactly what a caseworker is shown and decides on; `shownHash` is the SHA-256 of its RFC 8785 form. */
export const shownCaseSchema = z.strictObject({
  caseId: caseIdSchema,
  reference: z.string(),
  month: monthSchema,
  kind: z.enum(["first", "renewal", "supplement"]),
  state: z.enum(caseStates),
  receivedAt: instantSchema,
  /** "1 vuxen, 1 barn (9 år)". */
  household: z.string(),
  persons: z.array(
    z.strictObject({ id: z.string(), role: z.string(), name: z.string(), birthDate: localDateSchema, age: z.int() }),
  ),
  restricted: z.boolean(),
  answerDue: localDateSchema.exactOptional(),
  /** "Som förra månaden" and what is not; `known: false` where there is no last month to compare with. */
  comparison: z.strictObject({ known: z.boolean(), exceptions: z.array(z.string()) }),
  prompts: z.array(z.string()),
  questions: z.array(questionSchema),
  settled: z.array(z.strictObject({ title: z.string(), explanation: z.string(), by: z.string(), at: instantSchema })),
  corrected: z.array(
    z.strictObject({ label: z.string(), to: z.string(), reason: z.string(), by: z.string(), at: instantSchema }),
  ),
  checks: z.array(checkSchema),
  notChecked: z.array(z.string()),
  calculation: z.array(calculationRowSchema),
  /** Where an open reading leaves the amount undetermined. */
  variants: z.array(z.strictObject({ text: z.string(), amountOre: signedOreSchema.nullable() })),
  standing: z.array(z.string()),
  evidence: z.array(evidenceViewSchema),
  provisions: z.array(provisionViewSchema),
  rulebookVersion: z.string(),
  letterAvailable: z.boolean(),
  proposal: proposalSchema,
  /** What the applicant was sent or asked for, oldest first. */
  correspondence: z.array(correspondenceSchema),
  /** What colleagues have written when they handed over or put aside, oldest first. */
  notes: z.array(caseNoteSchema),
  decision: madeDecisionSchema.nullable(),
  /** How the case ended where it ended without a decision. */
  closing: z.strictObject({ title: z.string(), explanation: z.string(), by: z.string(), at: instantSchema }).nullable(),
  /** The assessment this view rests on; null before the first. */
  sequence: z.int().min(1).nullable(),
});
export type ShownCase = z.output<typeof shownCaseSchema>;

/** A letter of the case, and how it left. */
export const letterViewSchema = z.strictObject({
  id: z.string(),
  /** "Bifall", "Begäran om yttrande". */
  title: z.string(),
  to: z.string(),
  madeAt: instantSchema,
  sha256: sha256Schema,
  /** Absent until its way out is chosen. */
  delivery: z
    .strictObject({
      state: deliveryStateSchema,
      channel: deliveryChannelSchema,
      /** "Skickat, digital brevlåda". */
      text: z.string(),
      sentAt: instantSchema.nullable(),
      receiptId: z.string().nullable(),
      openedAt: instantSchema.nullable(),
    })
    .exactOptional(),
});
export type LetterView = z.output<typeof letterViewSchema>;

/** A case as it is opened: what is shown, its hash, when, and who works on it. */
export const caseViewSchema = z.strictObject({
  shown: shownCaseSchema,
  shownHash: sha256Schema,
  /** The moment of the opening, as the log has it. */
  openedAt: instantSchema,
  assignedTo: assigneeSchema.nullable(),
  /** What is paid, or was; absent where nothing is. Beside what is decided on, since it changes by the clock. */
  payment: paymentViewSchema.exactOptional(),
  letters: z.array(letterViewSchema).exactOptional(),
});
export type CaseView = z.output<typeof caseViewSchema>;
