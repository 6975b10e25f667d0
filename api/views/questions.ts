import type { Question, QuestionAction, ShownCase } from "../../contracts/api/case-view.js";
import type { Reason, ReasonEntry } from "../../contracts/codes/reasons.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { findings } from "../../contracts/codes/findings.js";
import type { Case } from "../../contracts/case.js";
import { month } from "../../contracts/dates.js";
import type { Finding, Receipt } from "../../contracts/receipt.js";
import type { CaseFacts } from "./case-facts.js";
import { letterQuestions } from "./letter-questions.js";

type Means = { readonly canBeSettled: (reason: Reason) => boolean };

const isCorrectable = (input: Case, factId: string | undefined): boolean =>
  factId !== undefined && [...input.costs, ...input.incomes].some(({ id }) => id === factId);

/** Reasons that the applicant cannot answer for: they are about the law, other authorities or our own machinery. */
const notForTheApplicant: ReadonlySet<Reason> = new Set([
  "no-verified-table",
  "norm-deviates",
  "reading-open",
  "rule-stopped",
  "not-codified",
  "portal-changed",
  "write-unclear",
  "month-decided",
  "history-unclear",
]);
/** What the applicant alone can mend, although the case is said to wait. */
const mendedByTheApplicant: ReadonlySet<Reason> = new Set(["signature-missing", "document-unreadable"]);

/** What can be done about a reason: what the rulebook lets a person settle, facts that can be corrected, and the applicant's word. */
const actionsFor = (
  reason: Reason,
  { finding, input, canBeSettled }: Means & { readonly finding: Finding; readonly input: Case },
): QuestionAction[] => [
  ...(canBeSettled(reason) ? (["confirm"] as const) : []),
  ...(isCorrectable(input, finding.factId) ? (["correct"] as const) : []),
  ...(reason === "no-verified-table" || reason === "norm-deviates" ? (["enter-norm"] as const) : []),
  ...(reasons[reason].path === "referred" && !notForTheApplicant.has(reason) ? (["communicate", "ask"] as const) : []),
  ...(mendedByTheApplicant.has(reason) ? (["ask"] as const) : []),
];

/** The reasons name the acts of 2025; a month before them is judged by what the finding cites. */
const actsOf2025 = /\(2025:\d+\)/;
const firstMonthOfThem = month("2025-07");

const basisOf = (reason: Reason, { finding, input }: { readonly finding: Finding; readonly input: Case }) => {
  const { basis }: ReasonEntry = reasons[reason];
  const isEarlier = input.benefitMonth < firstMonthOfThem && basis !== undefined && actsOf2025.test(basis);
  return basis === undefined || isEarlier ? finding.basis[0] : basis;
};

const questionOf = (finding: Finding, means: Means & { readonly input: Case }): Question[] => {
  const { reason, result, factId, amountOre } = finding;
  if (reason === undefined || result === "met" || finding.settled === true) return [];
  const basis = basisOf(reason, { finding, input: means.input });
  return [
    {
      reason,
      title: reasons[reason].title,
      text: finding.text ?? `Stämmer inte: ${findings[finding.code].title}.`,
      check: reasons[reason].check,
      path: reasons[reason].path,
      actions: actionsFor(reason, { ...means, finding }),
      ...(basis === undefined ? {} : { basis }),
      ...(amountOre === undefined ? {} : { amountOre }),
      ...(factId === undefined ? {} : { lineId: factId }),
    },
  ];
};

const unclearWrites = ({ writes }: CaseFacts): Question[] =>
  writes
    .filter(({ state }) => state === "unclear")
    .map(({ kind }) => ({
      reason: "write-unclear" as const,
      title: reasons["write-unclear"].title,
      text: `Det gäller: ${writeNames[kind]}.`,
      check: reasons["write-unclear"].check,
      path: "referred" as const,
      lineId: kind,
      actions: ["confirm" as const],
    }));

const writeNames = {
  calculation: "beräkningen",
  decision: "beslutet",
  payment: "utbetalningen",
  journal: "journalanteckningen",
} as const;

/** What a person has to take a position on: the receipt's open reasons, staff's first, then those that wait for others. */
export const questionsOf = (
  facts: CaseFacts,
  means: Means & { readonly input: Case; readonly receipt: Receipt },
): Question[] => {
  const letters = letterQuestions(facts);
  const hasEnded = facts.decision !== undefined || facts.closing !== undefined;
  if (hasEnded) return [...unclearWrites(facts), ...letters];
  const open = means.receipt.findings.flatMap((finding) => questionOf(finding, means));
  return [...letters, ...open].toSorted((one, other) => one.path.localeCompare(other.path));
};

/** What persons have taken a position on, with their words. */
export const settledOf = ({ settled, staff }: CaseFacts): ShownCase["settled"] =>
  settled.map(({ reason, note, madeBy, madeAt }) => ({
    title: reasons[reason].title,
    explanation: note,
    by: staff.get(madeBy) ?? "okänd",
    at: madeAt,
  }));
