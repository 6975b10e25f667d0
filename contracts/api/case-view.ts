import { z } from "zod";
import { reasonSchema } from "../codes/reasons.js";
import { instantSchema, localDateSchema, monthSchema } from "../dates.js";
import { caseIdSchema, evidenceIdSchema, sha256Schema } from "../ids.js";
import { oreSchema, signedOreSchema } from "../money.js";
import { caseStates, decisionRefusals } from "../process.js";
import { codesOfTable } from "./codes-of-table.js";
import { assigneeSchema } from "./queue.js";
import { provisionViewSchema } from "./rules-view.js";

/** What a person can do with an open question. */
export const questionActionSchema = z.enum(["confirm", "correct", "communicate"]);
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
  communication: z.strictObject({ sentAt: instantSchema, answerBy: localDateSchema, text: z.string() }).nullable(),
  decision: z
    .strictObject({
      outcome: z.string(),
      amountOre: oreSchema,
      by: z.string(),
      at: instantSchema,
      delegationItem: z.string(),
    })
    .nullable(),
  /** The assessment this view rests on; null before the first. */
  sequence: z.int().min(1).nullable(),
});
export type ShownCase = z.output<typeof shownCaseSchema>;

/** A case as it is opened: what is shown, its hash, and who works on it. */
export const caseViewSchema = z.strictObject({
  shown: shownCaseSchema,
  shownHash: sha256Schema,
  assignedTo: assigneeSchema.nullable(),
});
export type CaseView = z.output<typeof caseViewSchema>;
