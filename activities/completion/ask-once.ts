import { append } from "../../audit/append.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { Case } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { parametersFor } from "../../rules/index.js";
import { askOnce, markCommunicationSent } from "../../store/communications.js";
import type { CaseRow } from "../../store/schema.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { theSystem } from "../actors.js";
import { lastDayToComplete, remindOn, whatToAskFor } from "./ask-for.js";

/** What the process asked the applicant for by itself. */
export type AskedByProcess = {
  readonly communicationId: string;
  readonly answerBy: LocalDate;
  readonly items: string[];
};

/**
 * Stores the request that a case waiting for its applicant needs: a missing signature, a document that nobody could
 * read. It is no decision, so the process asks by itself (FL 20 and 23 §§), and each cause is asked about once.
 * Undefined where there is nothing to ask for, or it has been asked.
 */
export const askByProcess = async (
  tx: StoreTransaction,
  row: Pick<CaseRow, "id" | "answerDue" | "benefitMonth">,
  about: { readonly assessed: Assessed; readonly input: Case; readonly packs: Packs; readonly today: LocalDate },
): Promise<AskedByProcess | undefined> => {
  const { today, packs } = about;
  const { completion: limits, leastAnswerDays: leastDays } = parametersFor(packs, row.benefitMonth);
  const asked = whatToAskFor(about);
  if (asked === undefined || limits === undefined) return undefined;
  const { cause, items } = asked;
  const answerBy = lastDayToComplete(today, { answerDays: limits.answerDays, leastDays, dueOn: row.answerDue });
  const reminder = remindOn(answerBy, { today, daysBefore: limits.remindDaysBefore });
  const communicationId = await askOnce(tx, {
    caseId: row.id,
    kind: "completion",
    content: { items },
    answerBy,
    ...(reminder !== undefined && { remindOn: reminder }),
    cause,
  });
  if (communicationId === undefined) return undefined;
  await markCommunicationSent(tx, communicationId, today);
  return { communicationId, answerBy, items };
};

/** Logs what the process asked for. The caller has stored it in the same transaction. */
export const logAsked = async (tx: StoreTransaction, caseId: CaseRow["id"], asked: AskedByProcess): Promise<void> => {
  const { communicationId, answerBy, items } = asked;
  const event = { caseId, actor: theSystem, details: { communicationId, answerBy } };
  await append(tx, { ...event, action: "completion.prepared", content: { items } });
  await append(tx, { ...event, action: "completion.sent" });
};
