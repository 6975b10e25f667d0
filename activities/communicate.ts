import { append } from "../audit/append.js";
import type { AuditAction } from "../contracts/codes/audit-actions.js";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Packs } from "../contracts/rule-pack.js";
import { parametersFor } from "../rules/index.js";
import { findAssessment } from "../store/assessments.js";
import { getCase, lockCase } from "../store/cases.js";
import {
  askOnce,
  listCommunications,
  markCommunicationSent,
  markReminded,
  noteSilence,
  type Communication,
} from "../store/communications.js";
import type { Store } from "../store/open-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";
import { lastDayToComplete, remindOn, whatToAskFor } from "./completion/ask-for.js";

/** What the steps around what is sent to the applicant work with. */
export type CommunicationDeps = {
  readonly store: Store;
  readonly packs: Packs;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

type OfCase = { readonly caseId: CaseId };

/** Which communications a day changed: those that are reminded of, and whether any ran out of time. */
export type FollowedUp = { readonly reminded: readonly string[]; readonly ranOut: boolean };

export const createCommunicationActivities = ({ store, packs, today }: CommunicationDeps) => ({
  /**
   * Marks what is written to the applicant as sent: something to comment on (FL 25 §) or to complete (FL 23 §).
   * Safe to retry because a communication is marked as sent once.
   */
  sendCommunication: ({ caseId, communicationId }: OfCase & { readonly communicationId: string }): Promise<void> =>
    store.transaction(async (tx) => {
      const sent = (await listCommunications(tx, caseId)).find(({ id }) => id === communicationId);
      const sentOn = await today(tx);
      if (sent === undefined || !(await markCommunicationSent(tx, communicationId, sentOn))) return;
      await append(tx, {
        action: `${sent.kind}.sent`,
        caseId,
        actor: theSystem,
        details: { communicationId, answerBy: sent.answerBy },
      });
    }),

  /**
   * Writes the request that a case waiting for its applicant needs: a missing signature, a document that nobody could
   * read. It is no decision, so the process asks by itself. Returns the request, also where an earlier attempt wrote
   * it. Safe to retry because the same cause is asked about once.
   */
  askForCompletion: ({ caseId }: OfCase): Promise<{ readonly communicationId: string } | undefined> =>
    store.transaction(async (tx) => {
      const row = await lockCase(tx, caseId);
      const assessment = await findAssessment(tx, caseId);
      const limits = parametersFor(packs, row.benefitMonth).completion;
      const asked = assessment === undefined ? undefined : whatToAskFor(assessment);
      if (asked === undefined || limits === undefined) return undefined;
      const { cause, items } = asked;
      const day = await today(tx);
      const answerBy = lastDayToComplete(day, { answerDays: limits.answerDays, dueOn: row.answerDue });
      const reminder = remindOn(answerBy, { today: day, daysBefore: limits.remindDaysBefore });
      const id = await askOnce(tx, {
        caseId,
        kind: "completion",
        content: { items },
        answerBy,
        ...(reminder !== undefined && { remindOn: reminder }),
        cause,
      });
      if (id === undefined) return unsentFor(await listCommunications(tx, caseId), cause);
      await append(tx, {
        action: "completion.prepared",
        caseId,
        actor: theSystem,
        details: { communicationId: id, answerBy, items: items.length },
        content: { items },
      });
      return { communicationId: id };
    }),

  /**
   * What a new day means for what the applicant has been asked: a reminder that is due, a time that has run out.
   * Safe to retry because both are noted once.
   */
  followUpCommunications: ({ caseId }: OfCase): Promise<FollowedUp> =>
    store.transaction(async (tx) => {
      await getCase(tx, caseId);
      const day = await today(tx);
      const awaited = (await listCommunications(tx, caseId)).filter(
        ({ sentAt, answeredAt }) => sentAt !== null && answeredAt === null,
      );
      const reminded: string[] = [];
      let ranOut = false;
      for (const communication of awaited) {
        const { id, kind, answerBy, remindOn: reminder } = communication;
        if (answerBy < day) {
          if (!(await noteSilence(tx, id))) continue;
          ranOut = true;
          await log(tx, communication, `${kind}.unanswered`);
        } else if (reminder !== null && reminder <= day && (await markReminded(tx, id))) {
          reminded.push(id);
          await log(tx, communication, "completion.reminded");
        }
      }
      return { reminded, ranOut };
    }),
});

/** A request that was written by an attempt that was cut off before it was sent. */
const unsentFor = (all: readonly Communication[], cause: string): { readonly communicationId: string } | undefined => {
  const earlier = all.find((one) => one.cause === cause && one.sentAt === null);
  return earlier === undefined ? undefined : { communicationId: earlier.id };
};

const log = async (
  tx: StoreTransaction,
  { id, caseId, answerBy }: Communication,
  action: AuditAction,
): Promise<void> => {
  await append(tx, { action, caseId, actor: theSystem, details: { communicationId: id, answerBy } });
};
