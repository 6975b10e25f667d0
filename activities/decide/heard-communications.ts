import type { Case } from "../../contracts/case.js";
import type { CaseId } from "../../contracts/ids.js";
import { findAssessment } from "../../store/assessments.js";
import { listCommunications } from "../../store/communications.js";
import { listLetters } from "../../store/letters.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { partiesOf } from "../letters/parties.js";
import { withReach, type HeardBy } from "./hearing.js";

/** What was sent to the applicant, with whom it reached and what each was heard about. */
export const heardCommunications = async (tx: StoreTransaction, caseId: CaseId): Promise<HeardBy[]> => {
  const communications = await listCommunications(tx, caseId);
  const assessed = new Map<number, Case>();
  for (const { kind, sequence } of communications) {
    if (kind !== "communication" || sequence === null || assessed.has(sequence)) continue;
    const assessment = await findAssessment(tx, caseId, { sequence });
    if (assessment !== undefined) assessed.set(sequence, assessment.input);
  }
  return withReach(communications, {
    members: await partiesOf(tx, caseId),
    letters: await listLetters(tx, caseId),
    assessed,
  });
};
