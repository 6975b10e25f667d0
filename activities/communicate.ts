import { append } from "../audit/append.js";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { markCommunicationSent } from "../store/communications.js";
import type { Store } from "../store/open-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";

/** What the steps around what is sent to the applicant work with. */
export type CommunicationDeps = {
  readonly store: Store;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

export const createCommunicationActivities = ({ store, today }: CommunicationDeps) => ({
  /**
   * Sends the applicant what the decision may rest on (FL 25 §; 14 kap. 8 § SoL).
   * Safe to retry because a communication is marked as sent once.
   */
  sendCommunication: ({
    caseId,
    communicationId,
  }: {
    readonly caseId: CaseId;
    readonly communicationId: string;
  }): Promise<void> =>
    store.transaction(async (tx) => {
      if (!(await markCommunicationSent(tx, communicationId, await today(tx)))) return;
      await append(tx, { action: "communication.sent", caseId, actor: theSystem, details: { communicationId } });
    }),
});
