import type { CalculationRow, Correctable, SourceMark } from "../../contracts/api/case-view.js";
import type { Case, Cost } from "../../contracts/case.js";
import { costTypes, type CostType, type Proof } from "../../contracts/codes/costs.js";
import { dateInWords } from "../../contracts/dates.js";
import type { DocumentKind } from "../../contracts/document-reading.js";
import type { ReceiptLine } from "../../contracts/receipt.js";
import type { CaseFacts } from "./case-facts.js";
import { evidenceOfCaseFile, evidenceOfDocuments } from "./evidence.js";
import { factIdsOf, lineFor, minus } from "./receipt-lines.js";
import { kr, until } from "./words.js";

const kindsOf: Partial<Record<CostType, readonly DocumentKind[]>> = {
  rent: ["rent-notice"],
  electricity: ["electricity-bill"],
  "home-insurance": ["home-insurance"],
  "unemployment-fund": ["a-kassa-fee"],
  "union-fee": ["union-fee"],
  "medical-care": ["medical-receipt"],
  medicine: ["medical-receipt"],
};

const withoutProof: SourceMark = { kind: "applicant", label: "utan underlag" };

const proofMarks: Readonly<Record<Proof, SourceMark>> = {
  document: { kind: "document", label: "dokument" },
  standing: { kind: "standing", label: "stående" },
  declared: { kind: "applicant", label: "sökande" },
  unreadable: { kind: "document", label: "oläsligt" },
  mismatch: { kind: "document", label: "stämmer inte" },
  none: withoutProof,
};

const markOf = ({ assessedOre, proof }: Cost): SourceMark => {
  if (assessedOre !== undefined) return { kind: "caseworker", label: "handläggare" };
  return proof === undefined ? withoutProof : proofMarks[proof];
};

const explanationOf = (cost: Cost): string =>
  [
    `Sökt ${kr(cost.appliedOre)}`,
    cost.documentOre === undefined ? undefined : `underlaget visar ${kr(cost.documentOre)}`,
    cost.lastApprovedOre === undefined ? "ingen uppgift om förra månaden" : `förra månaden ${kr(cost.lastApprovedOre)}`,
    cost.standingUntil === undefined ? undefined : `stående godkännande ${until(cost.standingUntil)}`,
    cost.assessedOre === undefined ? undefined : `handläggare har godkänt ${kr(cost.assessedOre)}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ")
    .concat(".");

const partsOf = (cost: Cost): CalculationRow["parts"] => [
  { label: "Sökt", value: kr(cost.appliedOre) },
  ...(cost.documentOre === undefined ? [] : [{ label: "Enligt underlaget", value: kr(cost.documentOre) }]),
  ...(cost.billed === undefined
    ? []
    : [{ label: "Räkningen gäller", value: `${dateInWords(cost.billed.from)}–${dateInWords(cost.billed.to)}` }]),
  ...(cost.billed?.dueOn === undefined ? [] : [{ label: "Ska betalas", value: dateInWords(cost.billed.dueOn) }]),
  ...(cost.lastApprovedOre === undefined ? [] : [{ label: "Godkänt förra månaden", value: kr(cost.lastApprovedOre) }]),
  ...(cost.standingUntil === undefined ? [] : [{ label: "Stående godkännande", value: until(cost.standingUntil) }]),
  ...(cost.assessedOre === undefined ? [] : [{ label: "Godkänt av handläggare", value: kr(cost.assessedOre) }]),
];

const correctableOf = (cost: Cost): Correctable[] => {
  const of = (field: Correctable["field"], label: string, current: Correctable["current"]): Correctable => ({
    target: "cost",
    lineId: cost.id,
    field,
    label: `${costTypes[cost.type].title}: ${label}`,
    current,
  });
  return [
    of("assessedOre", "godkänt belopp", cost.assessedOre ?? null),
    of("documentOre", "belopp på underlaget", cost.documentOre ?? null),
    of("appliedOre", "sökt belopp, om mer har sökts", cost.appliedOre),
    of("proof", "hur kostnaden är styrkt", cost.proof ?? null),
    of("costType", "kostnadsslag", cost.type),
  ];
};

const evidenceOf = (cost: Cost, facts: CaseFacts): CalculationRow["evidenceIds"] => {
  const documents = evidenceOfDocuments(facts, { kinds: kindsOf[cost.type] ?? [], row: cost.id });
  return documents.length > 0 || cost.standingUntil === undefined ? documents : evidenceOfCaseFile(facts);
};

/** A row for every cost that was asked for, with what the rulebook made of it. */
export const costRows = (
  input: Case,
  { lines, facts }: { readonly lines: readonly ReceiptLine[]; readonly facts: CaseFacts },
): CalculationRow[] =>
  input.costs.map((cost) => {
    const line = lineFor(lines, { kind: "cost", path: "costs", id: cost.id });
    const computedOre = line?.amountOre ?? null;
    const lastMonthOre = cost.lastApprovedOre ?? null;
    return {
      id: cost.id,
      group: "cost",
      level: "line",
      label: costTypes[cost.type].title,
      mark: markOf(cost),
      askedOre: cost.appliedOre,
      computedOre,
      lastMonthOre,
      differenceOre: minus(computedOre, lastMonthOre),
      explanation: explanationOf(cost),
      parts: partsOf(cost),
      provisionIds: line === undefined ? [] : [line.provision],
      evidenceIds: evidenceOf(cost, facts),
      factIds: factIdsOf(line),
      verified: line?.verified ?? true,
      correctable: correctableOf(cost),
    };
  });
