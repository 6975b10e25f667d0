import type { Duration } from "@temporalio/common";
import { isCancellation, log } from "@temporalio/workflow";
import type { CaseId } from "../contracts/ids.js";
import type { RecordToWrite } from "../contracts/process.js";
import { faultNameOf } from "./fault-name.js";
import type { Post } from "./post.js";
import { steps } from "./steps.js";

/** Who is asked where something is unclear, and the letters that are already on their way. */
type Questions = {
  /** Resolves when a person has looked in the other system and answered the question, or when the time has passed. */
  readonly personHasLooked: (within?: Duration) => Promise<void>;
  readonly post: Post;
};

/** Writes what was decided to the case system, one record at a time, and sends the letter. */
export const deliverDecision = async (caseId: CaseId, questions: Questions): Promise<void> => {
  const records = await steps.process.recordsToWrite({ caseId });
  for (const record of records) await writeUntilConfirmed({ caseId, ...record }, questions);
  await untilTried(() => steps.process.renderLetter({ caseId }), questions.personHasLooked);
  await questions.post.idle();
  await deliverUntilSent(caseId, questions);
};

/** Notes in the case system's journal that the application was written off, and sends the letter. */
export const deliverEnding = async (
  caseId: CaseId,
  { closingId, ...questions }: Questions & { readonly closingId: string },
): Promise<void> => {
  await writeUntilConfirmed({ caseId, kind: "journal", cause: { closingId } }, questions);
  await untilTried(() => steps.process.renderEndingLetter({ caseId, closingId }), questions.personHasLooked);
  await questions.post.idle();
  await deliverUntilSent(caseId, questions);
};

/** How often a letter that a person is to see to is looked for again. */
const lookAgainAfter = "12 hours";

/** A letter that may or may not have left, or that is a person's to send, keeps the case open until they have. */
const deliverUntilSent = async (caseId: CaseId, { personHasLooked }: Questions): Promise<void> => {
  const deliver = () => steps.outbox.deliverLetter({ caseId });
  while ((await untilTried(deliver, personHasLooked)) === "needs-person") await personHasLooked(lookAgainAfter);
};

/**
 * What is decided has to be delivered, whatever stands in the way: a locked account, a changed page, a system that is
 * away for weeks. The step is tried again when a person has looked, and else every hour; it looks before it sends.
 */
const untilTried = async <T>(step: () => Promise<T>, personHasLooked: Questions["personHasLooked"]): Promise<T> => {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (isCancellation(error)) throw error;
      log.warn("delivery.stands-still", { fault: faultNameOf(error) });
      await personHasLooked("1 hour");
    }
  }
};

/** An unclear write is a question to a person, never a second submission by the machine. */
const writeUntilConfirmed = async (
  write: RecordToWrite & { readonly caseId: CaseId },
  questions: Questions,
): Promise<void> => {
  const tryToWrite = () => untilTried(() => steps.caseSystem.writeToCaseSystem(write), questions.personHasLooked);
  while ((await tryToWrite()) !== "confirmed") await questions.personHasLooked();
};
