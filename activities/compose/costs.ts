import type { Cost } from "../../contracts/case.js";
import type { CostType, Proof } from "../../contracts/codes/costs.js";
import { lastDayOf } from "../../contracts/dates.js";
import type { DocumentKind, DocumentReading } from "../../contracts/document-reading.js";
import type { Ore } from "../../contracts/money.js";
import { declaredKindOf } from "./declared-kind.js";
import type { CaseMaterial, KnownDocument } from "./material.js";

/** Which kind of document shows which cost. A cost without an entry has no document the reader knows. */
const documentKindOf: Partial<Record<CostType, DocumentKind>> = {
  rent: "rent-notice",
  electricity: "electricity-bill",
  "home-insurance": "home-insurance",
  "unemployment-fund": "a-kassa-fee",
  "union-fee": "union-fee",
  "medical-care": "medical-receipt",
  medicine: "medical-receipt",
};

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

const shownBy = (
  cost: { readonly row: string; readonly type: CostType },
  material: CaseMaterial,
): { proof: Proof; documentOre?: Ore } => {
  const kind = documentKindOf[cost.type];
  const documents = material.documents.filter((document) => belongsTo(document, { row: cost.row, kind }));
  const amounts = documents.map(({ reading }) => (reading?.kind === kind ? acceptedAmount(reading) : undefined));
  const [amountOre] = amounts;
  if (amounts.length === 1 && amountOre !== undefined) return { proof: "document", documentOre: amountOre };
  // Two documents for one cost, one of another kind, or one that could not be read: somebody has to look.
  if (documents.length > 0) return { proof: "unreadable" };
  const standing = material.caseFile?.standingCosts.find(({ type }) => type === cost.type);
  if (standing !== undefined && standing.until >= lastDayOf(material.application.month)) return { proof: "standing" };
  return { proof: "none" };
};

/** Sent for the row; or, where no row was given, of the kind that shows such a cost. */
const belongsTo = (
  { declaredRow, declaredKind, reading }: KnownDocument,
  { row, kind }: { readonly row: string; readonly kind: DocumentKind | undefined },
): boolean => {
  if (declaredRow !== undefined) return declaredRow === row;
  return kind !== undefined && (reading?.kind === kind || declaredKindOf(declaredKind) === kind);
};

const acceptedAmount = (reading: DocumentReading | undefined): Ore | undefined => {
  const field = reading?.fields.find(({ name }) => name === "amountDueOre");
  return field?.accepted === true && typeof field.value === "number" ? field.value : undefined;
};
