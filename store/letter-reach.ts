import { addDays, daysBetween, type LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { StoreTransaction } from "./transaction.js";

/** Whether every letter that was written of it, one for each party, is known to have arrived. False where none was. */
export const hasReachedAll = async (
  tx: StoreTransaction,
  { id, kind }: { readonly id: string; readonly kind: "communication" | "completion" },
): Promise<boolean> => {
  const letters = await tx.db
    .selectFrom("letter")
    .select("deliveredAt")
    .where("communicationId", "=", id)
    .where("kind", "=", kind)
    .execute();
  return letters.length > 0 && letters.every(({ deliveredAt }) => deliveredAt !== null);
};

/**
 * Moves the last day to answer, and the reminder, on by as many days as the letter was late, when its last recipient has
 * just been reached. For the caller that has marked the letter as delivered, in the same transaction: it happens once.
 * The day that stood in the letter is kept beside. Returns the new last day, or undefined where nothing was late. A reminder's arrival moves nothing.
 */
export const extendForLateLetter = async (
  tx: StoreTransaction,
  letterId: string,
  reachedOn: LocalDate,
): Promise<LocalDate | undefined> => {
  const sent = await tx.db
    .selectFrom("letter")
    .innerJoin("communication", "communication.id", "letter.communicationId")
    .whereRef("letter.kind", "=", "communication.kind")
    .select(["communication.id", "communication.kind", "communication.sentOn"])
    .select(["communication.answerBy", "communication.remindOn"])
    .where("letter.id", "=", letterId)
    // One party's answer leaves the other's time as it is: only the answer of all ends it.
    .where((where) =>
      where.or([where("communication.answeredAt", "is", null), where("communication.answeredByAll", "=", false)]),
    )
    .forUpdate("communication")
    .executeTakeFirst();
  if (sent === undefined || sent.sentOn === null || sent.sentOn >= reachedOn) return undefined;
  if (!(await hasReachedAll(tx, sent))) return undefined;
  const late = daysBetween(sent.sentOn, reachedOn);
  const answerBy = addDays(sent.answerBy, late);
  await tx.db
    .updateTable("communication")
    .set({
      answerBy,
      answerByTold: sent.answerBy,
      remindOn: sent.remindOn === null ? null : addDays(sent.remindOn, late),
      silenceAt: null,
    })
    .where("id", "=", sent.id)
    .execute();
  return answerBy;
};

/**
 * Cases with a letter that is a person's to send, or to find out about. None of those that are closed, or have ended
 * without a decision, but for the letter that tells of that: nobody waits for what was asked in them.
 */
export const casesWithLetterQuestions = async (
  tx: StoreTransaction,
): Promise<ReadonlyMap<CaseId, ReadonlySet<"letter-unclear" | "letter-by-hand">>> => {
  const rows = await tx.db
    .selectFrom("delivery")
    .innerJoin("cases", "cases.id", "delivery.caseId")
    .innerJoin("letter", "letter.id", "delivery.letterId")
    .select(["delivery.caseId", "delivery.state"])
    .distinct()
    .where("delivery.state", "in", ["unclear", "by-hand"])
    .where("cases.state", "!=", "closed")
    .where((where) => where.or([where("cases.endedAs", "is", null), where("letter.closingId", "is not", null)]))
    .execute();
  const questions = new Map<CaseId, Set<"letter-unclear" | "letter-by-hand">>();
  for (const { caseId, state } of rows) {
    const about = questions.get(caseId) ?? new Set();
    questions.set(caseId, about.add(state === "unclear" ? "letter-unclear" : "letter-by-hand"));
  }
  return questions;
};
