import { append } from "../audit/append.js";
import type { AuditAction } from "../contracts/codes/audit-actions.js";
import { daysBetween, type LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { lockCase } from "../store/cases.js";
import {
  listCommunications,
  markCommunicationSent,
  markReminded,
  moveAnswerBy,
  noteSilence,
  type Communication,
} from "../store/communications.js";
import { hasReachedAll } from "../store/letter-reach.js";
import { listLetters } from "../store/letters.js";
import { isOpen } from "../store/linked-applications.js";
import type { Store } from "../store/open-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";

/** What the steps around what is sent to the applicant work with. */
export type CommunicationDeps = {
  readonly store: Store;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

type OfCase = { readonly caseId: CaseId };

/** A letter about something that was sent before a decision, or the reminder of it. */
export type LetterToWrite = { readonly communicationId: string; readonly reminder: boolean };

/** What a day brought: whether anything was reminded of, and whether any time ran out. */
export type FollowedUp = { readonly reminded: boolean; readonly ranOut: boolean };

export const createCommunicationActivities = ({ store, today }: CommunicationDeps) => ({
  /**
   * Marks what is written to the applicant as sent: something to comment on (FL 25 §) or to complete (FL 23 §).
   * Safe to retry because a communication is marked as sent once.
   */
  sendCommunication: ({ caseId, communicationId }: OfCase & { readonly communicationId: string }): Promise<void> =>
    store.transaction(async (tx) => {
      await lockCase(tx, caseId);
      // A decision may have come first: what it rests on is not asked for after it.
      if (!(await isOpen(tx, caseId))) return;
      const sent = (await listCommunications(tx, caseId)).find(({ id }) => id === communicationId);
      const sentOn = await today(tx);
      if (sent === undefined || !(await markCommunicationSent(tx, communicationId, sentOn))) return;
      // The least days to answer are counted from the day it is sent: what waited was chosen for an earlier day.
      const days = sent.preparedOn === null ? 0 : daysBetween(sent.preparedOn, sentOn);
      const answerBy = days > 0 ? await moveAnswerBy(tx, { communication: sent, days }) : sent.answerBy;
      await append(tx, {
        action: `${sent.kind}.sent`,
        caseId,
        actor: theSystem,
        details: { communicationId, answerBy },
      });
    }),

  /**
   * What was sent or reminded of and has no letter yet. Safe to retry because it only reads: a letter that an attempt
   * was cut off before is still to be written.
   */
  lettersToWrite: ({ caseId }: OfCase): Promise<LetterToWrite[]> =>
    store.read(async (tx) => {
      const written = new Set(
        (await listLetters(tx, caseId)).map(({ communicationId, kind }) => `${communicationId ?? ""} ${kind}`),
      );
      return (await listCommunications(tx, caseId)).flatMap(({ id: communicationId, kind, sentAt, remindedAt }) => [
        ...(sentAt !== null && !written.has(`${communicationId} ${kind}`)
          ? [{ communicationId, reminder: false }]
          : []),
        ...(remindedAt !== null && !written.has(`${communicationId} reminder`)
          ? [{ communicationId, reminder: true }]
          : []),
      ]);
    }),

  /**
   * What a new day means for what the applicant has been asked: a reminder that is due, a time that has run out.
   * Safe to retry because both are noted once.
   */
  followUpCommunications: ({ caseId }: OfCase): Promise<FollowedUp> =>
    store.transaction(async (tx) => {
      await lockCase(tx, caseId);
      if (!(await isOpen(tx, caseId))) return { reminded: false, ranOut: false };
      const day = await today(tx);
      const awaited = (await listCommunications(tx, caseId)).filter(
        ({ sentAt, answeredAt }) => sentAt !== null && answeredAt === null,
      );
      let reminded = false;
      let ranOut = false;
      for (const communication of awaited) {
        const { id, kind, answerBy, remindOn: reminder } = communication;
        if (answerBy < day) {
          // Silence says nothing where the letter never reached them: the time has not run out, the letter is a person's.
          if (!(await hasReachedAll(tx, communication)) || !(await noteSilence(tx, id))) continue;
          ranOut = true;
          await log(tx, communication, `${kind}.unanswered`);
        } else if (reminder !== null && reminder <= day && (await markReminded(tx, id))) {
          reminded = true;
          await log(tx, communication, "completion.reminded");
        }
      }
      return { reminded, ranOut };
    }),
});

const log = async (
  tx: StoreTransaction,
  { id, caseId, answerBy }: Communication,
  action: AuditAction,
): Promise<void> => {
  await append(tx, { action, caseId, actor: theSystem, details: { communicationId: id, answerBy } });
};
