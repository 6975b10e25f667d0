import type { Cost } from "../../contracts/case.js";
import type { CostType, Proof } from "../../contracts/codes/costs.js";
import { lastDayOf, localDateSchema, type Month } from "../../contracts/dates.js";
import type { DocumentKind, DocumentReading } from "../../contracts/document-reading.js";
import { declaredKindOf } from "./declared-kind.js";
import { holderOf } from "./holder.js";
import type { CaseMaterial, KnownDocument } from "./material.js";
import { acceptedOre, acceptedText, soundnessOf } from "./soundness.js";

/** Which kind of document shows which cost. A cost without an entry has no document the reader knows. */
const documentKindOf: Partial<Record<CostType, DocumentKind>> = {
  rent: "rent-notice",
  electricity: "electricity-bill",
  "home-insurance": "home-insurance",
  "unemployment-fund": "a-kassa-fee",
  "union-fee": "union-fee",
  "medical-care": "medical-receipt",
  medicine: "medical-receipt",
  "dental-care": "medical-receipt",
  "acute-dental-care": "medical-receipt",
};

type Asked = { readonly row: string; readonly type: CostType };
type Shown = Pick<Cost, "documentOre" | "billed"> & { readonly proof: Proof };

/** The costs as the rulebook sees them: asked, approved last month, and how they are shown to be real. */
export const composeCosts = (material: CaseMaterial): Cost[] =>
  material.application.costs.map(({ row, type, appliedOre }) => {
    const last = material.caseFile?.previous?.lines.find((line) => line.kind === "cost" && line.type === type);
    const standing = material.caseFile?.standingCosts.find((one) => one.type === type);
    const shown = shownBy({ row, type }, material);
    return {
      id: row,
      type,
      appliedOre,
      ...(last !== undefined && { lastApprovedOre: last.amountOre }),
      ...shown,
      ...(standing !== undefined && { standingUntil: standing.until }),
      ...(standing?.graceUntil !== undefined && { graceUntil: standing.graceUntil }),
    };
  });

/** The documents that were sent for a cost of the application. */
export const documentsOfCosts = (material: CaseMaterial): KnownDocument[] =>
  material.documents.filter((document) => material.application.costs.some((cost) => belongsTo(document, cost)));

const shownBy = (cost: Asked, material: CaseMaterial): Shown => {
  const documents = material.documents.filter((document) => belongsTo(document, cost));
  const [only, ...more] = documents;
  // Two documents for one cost: somebody has to look.
  if (more.length > 0) return { proof: "unreadable" };
  if (only !== undefined) return shownByDocument(only, { cost, material });
  const standing = material.caseFile?.standingCosts.find(({ type }) => type === cost.type);
  if (standing !== undefined && standing.until >= lastDayOf(material.application.month)) return { proof: "standing" };
  return { proof: "none" };
};

const shownByDocument = (
  { reading }: KnownDocument,
  { cost, material }: { readonly cost: Asked; readonly material: CaseMaterial },
): Shown => {
  const soundness = soundnessOf(reading);
  if (reading === undefined || soundness === "unreadable") return { proof: "unreadable" };
  if (soundness === "doubtful" || reading.kind !== documentKindOf[cost.type]) return { proof: "mismatch" };
  const holder = holderOf(reading, material);
  if (holder.is === "other" || isOfAnotherMonth(reading, material.application.month)) return { proof: "mismatch" };
  const documentOre = acceptedOre(reading, reading.kind === "medical-receipt" ? "amountPaidOre" : "amountDueOre");
  if (holder.is === "unknown" || documentOre === undefined) return { proof: "unreadable" };
  const billed = timeOf(reading);
  if (billed === "unsure") return { proof: "unreadable" };
  return { proof: "document", documentOre, ...(billed !== undefined && { billed }) };
};

/** Bills that may be for several months. The time of an insurance is the policy's, not the bill's. */
const billedByTime: readonly DocumentKind[] = ["electricity-bill", "a-kassa-fee", "union-fee"];

/** The time that a bill states by two dates; one that is for a whole month states the month instead. */
const timeOf = (reading: DocumentReading): Cost["billed"] | "unsure" => {
  if (!billedByTime.includes(reading.kind)) return undefined;
  if (!reading.fields.some(({ name }) => name === "periodFrom" || name === "periodTo")) return undefined;
  const [from, to, dueOn] = ["periodFrom", "periodTo", "dueDate"].map(
    (name) => localDateSchema.safeParse(acceptedText(reading, name)).data,
  );
  if (from === undefined || to === undefined || to < from) return "unsure";
  return { from, to, ...(dueOn !== undefined && { dueOn }) };
};

/** Rent is for the month; what other bills are for may lie before or around it, and is for a person to say. */
const isOfAnotherMonth = (reading: DocumentReading, month: Month): boolean => {
  const period = acceptedText(reading, "period");
  return reading.kind === "rent-notice" && period !== undefined && period !== month;
};

/** Sent for the row; or, where no row was given, of the kind that shows such a cost. */
const belongsTo = ({ declaredRow, declaredKind, reading }: KnownDocument, { row, type }: Asked): boolean => {
  if (declaredRow !== undefined) return declaredRow === row;
  const kind = documentKindOf[type];
  return kind !== undefined && (reading?.kind === kind || declaredKindOf(declaredKind) === kind);
};
