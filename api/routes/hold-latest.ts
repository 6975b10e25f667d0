import type { AssessedAgain } from "../../contracts/api/commands.js";
import { addDays, type LocalDate } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import type { AssessmentSummary } from "../../contracts/process.js";
import { findAssessment } from "../../store/assessments.js";
import { lockCase } from "../../store/cases.js";
import { findClosing } from "../../store/closings.js";
import { findDecision } from "../../store/decisions.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { Refused } from "../deps.js";
import { changeRefusal, Refusal } from "../plugins/refusal.js";

/** Holds the case, and refuses a change that was made on anything but the latest assessment. */
export const holdLatest = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { sequence, afterDecision = false }: { readonly sequence: number; readonly afterDecision?: boolean },
): Promise<void> => {
  await lockCase(tx, caseId);
  if (!afterDecision && (await findDecision(tx, caseId)) !== undefined) throw changeRefusal("already-decided");
  if (!afterDecision && (await findClosing(tx, caseId)) !== undefined) throw changeRefusal("not-open");
  if ((await findAssessment(tx, caseId))?.sequence !== sequence) throw changeRefusal("stale-view");
};

/** What the process made of a change that is already stored; an answer that never came is said to be just that. */
export const assessedAgain = async (answer: Promise<AssessmentSummary | Refused>): Promise<AssessedAgain> => {
  const assessed = await answer.catch(() => {
    throw new Refusal("unavailable", {
      title: "Ändringen är sparad, men beräkningen svarar inte just nu. Öppna ärendet igen om en stund.",
    });
  });
  if ("result" in assessed) throw changeRefusal(assessed.code);
  return { sequence: assessed.sequence, outcome: assessed.outcome };
};

/** Refuses a last day that leaves no day to answer, with where, or fewer days than the municipality gives. */
export const refuseUnlessAhead = (
  answerBy: LocalDate,
  { today, leastDays = 1 }: { readonly today: LocalDate; readonly leastDays: number | undefined },
): void => {
  if (addDays(today, leastDays) <= answerBy) return;
  if (today < answerBy) throw changeRefusal("answer-time-short");
  throw new Refusal("input-invalid", { errors: [{ path: "answerBy", message: "Välj en dag efter i dag." }] });
};
