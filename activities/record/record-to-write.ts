import { dateInWords, monthInWords } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import { formatKronor } from "../../contracts/money.js";
import { paymentDate } from "../../contracts/payment-date.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import type { Receipt, ReceiptLine } from "../../contracts/receipt.js";
import type { WriteKind } from "../../contracts/write-kinds.js";
import { findAssessment } from "../../store/assessments.js";
import { getCase } from "../../store/cases.js";
import { listDecisions, type Decision } from "../../store/decisions.js";
import { listMembers } from "../../store/members.js";
import { findStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { systemVersion } from "../actors.js";

const letterOf: Record<WriteKind, string> = { calculation: "N", decision: "B", payment: "U", journal: "J" };

/**
 * The record of one kind that a decision gives rise to, from the assessment it was made on.
 * The same decision gives the same record, so that a new attempt looks for what the first one wrote.
 */
export const recordToWrite = async (
  tx: StoreTransaction,
  { caseId, kind, decisionId }: { readonly caseId: CaseId; readonly kind: WriteKind; readonly decisionId: string },
): Promise<CaseSystemRecord> => {
  const decision = (await listDecisions(tx, caseId)).find(({ id }) => id === decisionId);
  if (decision === undefined) throw new Fault("InvariantBroken", "Nothing is written before a decision.", { caseId });
  const assessment = await findAssessment(tx, caseId, { sequence: decision.sequence });
  const applicant = (await listMembers(tx, caseId)).find(({ role }) => role === "applicant");
  const decidedBy = await findStaff(tx, decision.decidedBy);
  if (assessment === undefined || applicant === undefined || decidedBy === undefined)
    throw new Fault("InvariantBroken", "The decision lacks its assessment, applicant or decider.", { caseId });
  const { number, benefitMonth, answerDue } = await getCase(tx, caseId);
  const common = {
    reference: `${number}-${letterOf[kind]}-${decision.id.slice(0, 8)}`,
    personalNumber: applicant.identity.personalNumber,
    month: benefitMonth,
  };
  const record = ((): CaseSystemRecord => {
    switch (kind) {
      case "calculation":
        return { kind, ...common, amountOre: decision.amountOre, lines: linesOf(assessment.receipt) };
      case "decision":
        return { kind, ...common, amountOre: decision.amountOre, outcome: "Bifall" };
      case "payment":
        return { kind, ...common, amountOre: decision.amountOre, payOn: paymentDate(decision.decidedOn, answerDue) };
      case "journal":
        return {
          kind,
          ...common,
          text: noteOf(decision, { month: monthInWords(benefitMonth), decidedBy: decidedBy.displayName }),
        };
    }
  })();
  return record;
};

const linesOf = ({ lines }: Receipt): { label: string; amountOre: number }[] =>
  lines.map(({ text, kind, amountOre }) => ({ label: text, amountOre: lowersTheNeed(kind) ? -amountOre : amountOre }));

const lowersTheNeed = (kind: ReceiptLine["kind"]): boolean => kind === "income";

const noteOf = (
  decision: Decision,
  { month, decidedBy }: { readonly month: string; readonly decidedBy: string },
): string =>
  `Beslut ${dateInWords(decision.decidedOn)} om försörjningsstöd för ${month}: bifall med ${formatKronor(decision.amountOre)} kronor ` +
  `enligt 12 kap. 1 § socialtjänstlagen. Fattat av ${decidedBy} enligt punkt ${decision.delegationItem} i delegationsordningen. ` +
  `Uppgifterna hämtades och beräkningen gjordes av Skälig ${systemVersion}; se ärendets logg.`;
