import { isCancellation, log } from "@temporalio/workflow";
import type { CaseId } from "../contracts/ids.js";
import { steps } from "./steps.js";

/** Letters on their way while the case goes on. */
export type Post = {
  /** Hands over every letter of the case that has not left; nobody waits for it. */
  readonly handOver: () => void;
  /** Resolves when nothing is being handed over. */
  readonly idle: () => Promise<void>;
};

/**
 * A mailbox that is down must not keep a caseworker waiting, or an answer from being assessed: letters before the
 * decision leave one after another on the side. What could not leave is handed over again with the next, and at last
 * with the decision.
 */
export const createPost = (caseId: CaseId): Post => {
  let last: Promise<unknown> = Promise.resolve();
  const deliver = async (): Promise<void> => {
    try {
      await steps.outbox.deliverLetter({ caseId });
    } catch (error) {
      if (isCancellation(error)) throw error;
      log.warn("letters.not-delivered", { caseId });
    }
  };
  return {
    handOver: () => {
      last = last.then(deliver);
    },
    idle: async () => {
      await last;
    },
  };
};
