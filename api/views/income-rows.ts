import type { CalculationRow, Correctable, SourceMark } from "../../contracts/api/case-view.js";
import type { Case, Income } from "../../contracts/case.js";
import { deductionTypes, incomeTypes } from "../../contracts/codes/incomes.js";
import { sources, sourceSchema } from "../../contracts/codes/sources.js";
import { dateInWords } from "../../contracts/dates.js";
import type { EvidenceId } from "../../contracts/ids.js";
import type { Receipt, ReceiptLine } from "../../contracts/receipt.js";
import type { CaseFacts } from "./case-facts.js";
import { evidenceOfDocuments, evidenceOfSource } from "./evidence.js";
import { factIdsOf, idsRead, lineFor, minus, negative } from "./receipt-lines.js";
import { kr, shortDate, shortPeriod } from "./words.js";

const ownMarks: Readonly<Partial<Record<Income["source"], SourceMark>>> = {
  document: { kind: "document", label: "dokument" },
  applicant: { kind: "applicant", label: "sökande" },
  caseworker: { kind: "caseworker", label: "handläggare" },
};

const markOf = ({ source, assessed }: Income): SourceMark => {
  if (assessed !== undefined) return { kind: "caseworker", label: "handläggare" };
  return ownMarks[source] ?? { kind: "register", label: source };
};

/** Payment date and period, then what was taken off before payment. */
const detailOf = (income: Income): string =>
  [
    income.paidOn === undefined ? "utbetalningsdag okänd" : `utbetalt ${shortDate(income.paidOn)}`,
    income.from === undefined || income.to === undefined ? undefined : `avser ${shortPeriod(income.from, income.to)}`,
    income.taxOre === undefined || income.taxOre === 0 ? undefined : `skatt ${kr(income.taxOre)}`,
    ...(income.deductions ?? [])
      .filter(({ type }) => type !== "tax")
      .map(({ type, amountOre }) => `${deductionTypes[type].title} ${kr(amountOre)}`),
    income.preliminary === true ? "preliminär" : undefined,
    income.retroactive === true ? "retroaktiv" : undefined,
    income.declared === false ? "inte uppgiven" : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(", ");

/** The same, each figure by itself: tax apart from other deductions, since they may count differently. */
const partsOf = (income: Income): CalculationRow["parts"] => {
  const part = (label: string, value: string | undefined): CalculationRow["parts"] =>
    value === undefined ? [] : [{ label, value }];
  const { grossOre, taxOre } = income;
  return [
    ...part("Utbetalt", income.paidOn === undefined ? "dagen är okänd" : dateInWords(income.paidOn)),
    ...part(
      "Avser",
      income.from === undefined || income.to === undefined ? "tiden är okänd" : shortPeriod(income.from, income.to),
    ),
    ...part("Före skatt", grossOre === undefined ? undefined : kr(grossOre)),
    ...part("Skatt", taxOre === undefined ? undefined : kr(taxOre)),
    ...(income.deductions ?? [])
      .filter(({ type }) => type !== "tax")
      .map(({ type, amountOre }) => ({ label: deductionTypes[type].title, value: kr(amountOre) })),
    ...part("Utbetalt belopp", kr(income.netOre)),
    ...part("Räknat förra månaden", income.lastCountedOre === undefined ? "nej" : kr(income.lastCountedOre)),
  ];
};

const correctableOf = (income: Income, label: string): Correctable[] => {
  const of = (field: Correctable["field"], name: string, current: Correctable["current"]): Correctable => ({
    target: "income",
    lineId: income.id,
    field,
    label: `${label}: ${name}`,
    current,
  });
  return [
    of("assessed", "räknas eller inte", income.assessed ?? null),
    of("netOre", "utbetalt belopp", income.netOre),
    of("paidOn", "utbetalningsdag", income.paidOn ?? null),
    of("incomeType", "inkomstslag", income.type),
  ];
};

const evidenceOf = (income: Income, facts: CaseFacts): EvidenceId[] => {
  if (income.source === "document") return evidenceOfDocuments(facts, { kinds: ["bank-statement", "payslip"] });
  if (income.source === "applicant" || income.source === "caseworker") return [];
  return evidenceOfSource(facts, { source: income.source, memberId: income.memberId });
};

const explanationOf = (income: Income, line: ReceiptLine | undefined): string => {
  const source = sourceSchema.safeParse(income.source).data;
  const from = source === undefined ? undefined : sources[source].title;
  const stated = [
    from === undefined ? undefined : `${from} betalade ut ${kr(income.netOre)}`,
    income.printedAs === undefined ? undefined : `källan skriver ”${income.printedAs}”`,
    income.lastCountedOre === undefined
      ? "räknades inte förra månaden"
      : `förra månaden räknades ${kr(income.lastCountedOre)}`,
    line === undefined ? "beloppet räknas inte än" : undefined,
  ];
  return `${stated.filter((part) => part !== undefined).join(", ")}.`;
};

/** Whether a row belongs on the page: it is counted, or the rulebook has a question about it. */
const isShown = (income: Income, receipt: Receipt): boolean =>
  receipt.lines.some((line) => line.kind === "income" && idsRead(line, "incomes").includes(income.id)) ||
  receipt.findings.some(({ factId, reason }) => factId === income.id && reason !== undefined);

const nameOf = (income: Income, { input, facts }: { readonly input: Case; readonly facts: CaseFacts }): string => {
  const { title } = incomeTypes[income.type];
  const whose = facts.members.find(({ memberId }) => memberId === income.memberId)?.identity.givenName;
  return input.household.members.length === 1 || whose === undefined ? title : `${title}, ${whose}`;
};

const disregardRows = (receipt: Receipt, income: Income): CalculationRow[] =>
  receipt.lines
    .filter((line) => line.kind === "disregard" && idsRead(line, "incomes").includes(income.id))
    .map((line, index) => ({
      id: `${income.id}-disregard-${String(index)}`,
      group: "income",
      level: "line",
      label: line.text,
      askedOre: null,
      computedOre: line.amountOre,
      lastMonthOre: null,
      differenceOre: null,
      parts: [],
      provisionIds: [line.provision],
      evidenceIds: [],
      factIds: factIdsOf(line),
      verified: line.verified,
      correctable: [],
    }));

/** A row for every income that counts or that somebody has to judge, each followed by what is disregarded of it. */
export const incomeRows = (
  input: Case,
  { receipt, facts }: { readonly receipt: Receipt; readonly facts: CaseFacts },
): CalculationRow[] =>
  input.incomes
    .filter((income) => isShown(income, receipt))
    .flatMap((income) => {
      const line = lineFor(receipt.lines, { kind: "income", path: "incomes", id: income.id });
      const label = nameOf(income, { input, facts });
      const computedOre = negative(line?.amountOre ?? null);
      const lastMonthOre = negative(income.lastCountedOre ?? null);
      const row: CalculationRow = {
        id: income.id,
        group: "income",
        level: "line",
        label,
        detail: detailOf(income),
        mark: markOf(income),
        askedOre: null,
        computedOre,
        lastMonthOre,
        differenceOre: minus(computedOre, lastMonthOre),
        explanation: explanationOf(income, line),
        parts: partsOf(income),
        provisionIds: line === undefined ? [] : [line.provision],
        evidenceIds: evidenceOf(income, facts),
        factIds: factIdsOf(line),
        verified: line?.verified ?? true,
        correctable: correctableOf(income, label),
      };
      return [row, ...disregardRows(receipt, income)];
    });
