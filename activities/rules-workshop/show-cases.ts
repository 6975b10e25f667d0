import { appendAll } from "../../audit/append.js";
import { workshopReaders } from "../../contracts/api/workshop.js";
import type { CaseId } from "../../contracts/ids.js";
import { unprotectedAmong } from "../../store/cases.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { actorFor, type Asking } from "./workshop-deps.js";

/** Where the workshop tells of single cases: code in the log. */
type ShownIn = "rehearsal" | "affected" | "board-report";

/**
 * Writes down that cases are shown to somebody who judges a rule by them, an event for each case, as for any reading of
 * it (SoLPuL (2001:454) 10 §). Answers with those that may be shown: a case with protected identity never is, to anybody,
 * also where it became so while the list was worked out. For the transaction that gives the answer: no log, no cases.
 */
export const showCases = async (
  tx: StoreTransaction,
  {
    asking,
    change,
    kind,
    cases,
  }: {
    readonly asking: Asking;
    readonly change: string;
    readonly kind: ShownIn;
    readonly cases: readonly CaseId[];
  },
): Promise<ReadonlySet<CaseId>> => {
  const shown = await unprotectedAmong(tx, cases);
  const actor = actorFor(asking, workshopReaders);
  await appendAll(
    tx,
    [...shown].map((caseId) => ({ action: "case.listed", caseId, actor, details: { kind, change } })),
  );
  return shown;
};
