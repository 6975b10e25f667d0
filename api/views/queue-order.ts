import type { QueueRow, WaitsFor } from "../../contracts/api/queue.js";
import { reasons, type Reason } from "../../contracts/codes/reasons.js";
import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import type { CaseRow } from "../../store/schema.js";
import { shortDate } from "./words.js";

/** Reasons that may mean that somebody is without means now. Read from codes only; what it means is for a person. */
const acute: ReadonlySet<Reason> = new Set(["surplus", "applicant-message", "income-missing"]);
const acuteWords: Readonly<Partial<Record<Reason, string>>> = {
  surplus: "akut behov ska prövas före ett avslag",
  "applicant-message": "den sökande har skrivit ett meddelande",
  "income-missing": "en inkomst har fallit bort",
};

const dueWords = (due: LocalDate, today: LocalDate): string =>
  due < today
    ? `svaret behövdes ${shortDate(due)}`
    : due === today
      ? "svaret behövs idag"
      : `svaret behövs senast ${dateInWords(due)}, så att pengarna finns när hyran ska betalas`;

/** Why a case stands where it does, in words. Only what a code or a date says; nobody's life is weighed here. */
export const needOf = (row: CaseRow, today: LocalDate): string[] => {
  if (row.protected) return [];
  const open = row.state !== "delivering" && row.state !== "closed";
  return [
    ...(open && row.answerDue !== null ? [dueWords(row.answerDue, today)] : []),
    ...row.reasons.flatMap((reason) => acuteWords[reason] ?? []),
    ...(row.children > 0 ? ["barn i hushållet"] : []),
  ];
};

const waitingReasons: Readonly<Partial<Record<Reason, WaitsFor>>> = {
  communicated: "comment",
  "completion-asked": "applicant",
  "signature-missing": "applicant",
  "document-unreadable": "applicant",
};

/** What a waiting case waits for: a comment before anything else, then the applicant, else a source. */
export const waitsForOf = (row: CaseRow): QueueRow["waits"] => {
  if (row.state !== "waiting") return undefined;
  const found = row.reasons.flatMap((reason) => waitingReasons[reason] ?? []);
  if (found.includes("comment")) return "comment";
  return found.includes("applicant") ? "applicant" : "source";
};

const noLimit = "9999-12-31";
const isAcute = ({ reasons: codes }: CaseRow): boolean => codes.some((reason) => acute.has(reason));

/** The day an answer is needed first, then signs of acute need, then children, then who has waited longest. */
export const byNeed = (one: CaseRow, other: CaseRow): number =>
  (one.answerDue ?? noLimit).localeCompare(other.answerDue ?? noLimit) ||
  Number(isAcute(other)) - Number(isAcute(one)) ||
  Number(other.children > 0) - Number(one.children > 0) ||
  one.receivedAt.localeCompare(other.receivedAt);

/** The reasons that occur among cases, the most common first. */
export const reasonCounts = (
  rows: readonly CaseRow[],
): { readonly code: Reason; readonly title: string; readonly count: number }[] => {
  const counts = new Map<Reason, number>();
  for (const row of rows) for (const code of row.reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, title: reasons[code].title, count }))
    .toSorted((one, other) => other.count - one.count || one.title.localeCompare(other.title, "sv"));
};
