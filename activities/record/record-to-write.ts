import { dateInWords, monthInWords } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import { formatKronor } from "../../contracts/money.js";
import { paymentDate } from "../../contracts/payment-date.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import type { Packs } from "../../contracts/rule-pack.js";
import type { WriteKind } from "../../contracts/write-kinds.js";
import { findAssessment } from "../../store/assessments.js";
import { getCase } from "../../store/cases.js";
import { citationsFor, lawOf } from "../../rules/letters/citations.js";
import { getDecisionDraft, listDecisions, type Decision } from "../../store/decisions.js";
import { listMembers } from "../../store/members.js";
import { listOrdersOf } from "../../store/payment-orders.js";
import { findStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { systemVersion } from "../actors.js";
import { calculationLines } from "./calculation-lines.js";
import { decisionWords, type OutcomeWord } from "./decision-words.js";

const letterOf: Record<WriteKind, string> = { calculation: "N", decision: "B", payment: "U", journal: "J" };

/**
 * The record of one kind that a decision gives rise to, from the assessment it was made on.
 * The same decision gives the same record, so that a new attempt looks for what the first one wrote.
 */
export const recordToWrite = async (
  tx: StoreTransaction,
  {
    caseId,
    kind,
    decisionId,
    packs,
  }: { readonly caseId: CaseId; readonly kind: WriteKind; readonly decisionId: string; readonly packs: Packs },
): Promise<CaseSystemRecord> => {
  const decision = (await listDecisions(tx, caseId)).find(({ id }) => id === decisionId);
  if (decision === undefined) throw new Fault("InvariantBroken", "Nothing is written before a decision.", { caseId });
  const assessment = await findAssessment(tx, caseId, { sequence: decision.sequence });
  const applicant = (await listMembers(tx, caseId)).find(({ role }) => role === "applicant");
  const decidedBy = await findStaff(tx, decision.decidedBy);
  if (assessment === undefined || applicant === undefined || decidedBy === undefined)
    throw new Fault("InvariantBroken", "The decision lacks its assessment, applicant or decider.", { caseId });
  const { number, benefitMonth, answerDue } = await getCase(tx, caseId);
  const draft = await getDecisionDraft(tx, decision.requestId);
  const { outcome, section } = decisionWords(decision, draft);
  const { amountOre } = decision;
  const common = {
    reference: `${number}-${letterOf[kind]}-${decision.id.slice(0, 8)}`,
    personalNumber: applicant.identity.personalNumber,
    month: benefitMonth,
  };
  switch (kind) {
    case "calculation":
      return { kind, ...common, amountOre, lines: calculationLines(assessment, { draft, amountOre }) };
    case "decision":
      return { kind, ...common, amountOre, outcome };
    case "payment": {
      const order = (await listOrdersOf(tx, caseId)).find((one) => one.decisionId === decisionId);
      return { kind, ...common, amountOre, payOn: order?.payOn ?? paymentDate(decision.decidedOn, answerDue) };
    }
    case "journal":
      return {
        kind,
        ...common,
        text: noteOf(decision, {
          month: monthInWords(benefitMonth),
          decidedBy: decidedBy.displayName,
          outcome,
          law: citationsFor({ law: lawOf(packs), case: { benefitMonth } })(section),
        }),
      };
  }
};

type Note = {
  readonly month: string;
  readonly decidedBy: string;
  readonly outcome: OutcomeWord;
  readonly law: string;
};

const noteOf = (
  { decidedOn, amountOre, delegationItem, supplement }: Decision,
  { month, decidedBy, outcome, law }: Note,
): string =>
  `Beslut ${dateInWords(decidedOn)} om ${supplement ? "bistånd enligt 12 kap. 2 §" : "försörjningsstöd"} för ${month}: ` +
  `${outcome.toLowerCase()}${amountOre > 0 ? ` med ${formatKronor(amountOre)} kronor` : ""} enligt ${law}. ` +
  `Fattat av ${decidedBy} enligt punkt ${delegationItem} i delegationsordningen. ` +
  `Uppgifterna hämtades och beräkningen gjordes av Skälig ${systemVersion}; se ärendets logg.`;
