import { append } from "../audit/append.js";
import type { LocalDate, Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { EServiceInbox } from "../contracts/portals.js";
import type { Application } from "../contracts/readings/application.js";
import type { Reading } from "../contracts/readings/evidence.js";
import { receiveApplication } from "../store/applications.js";
import { saveDocument } from "../store/documents.js";
import { saveEvidence, saveEvidenceOf } from "../store/evidence.js";
import type { Store } from "../store/open-store.js";
import type { LinkedAs } from "../store/schema.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theBot } from "./actors.js";
import { whileBeating } from "./heartbeat.js";

type Attachment = Awaited<ReturnType<EServiceInbox["fetchAttachments"]>>[number];

/** What the inbox's steps work with. */
export type InboxDeps = {
  readonly store: Store;
  readonly inbox: EServiceInbox;
  readonly municipality: string;
  /** The day by which the household should have an answer. */
  readonly answerDueFor: (month: Month) => LocalDate;
};

/** Steps on the e-service's queue. */
export type InboxActivities = ReturnType<typeof createInboxActivities>;

export const createInboxActivities = ({ store, inbox, municipality, answerDueFor }: InboxDeps) => ({
  /** The references of every application for a month. Safe to retry because it only reads. */
  listInbox: ({ month }: { readonly month: Month }): Promise<string[]> =>
    whileBeating(async () => {
      const { value } = await inbox.listApplications(month);
      return value.map(({ reference }) => reference);
    }),

  /**
   * Reads one application with its attachments and stores it with its case, its evidence and the event.
   * Safe to retry because the store knows the reference: a second time gives the first answer.
   */
  receiveApplication: ({
    reference,
  }: {
    readonly reference: string;
  }): Promise<{ caseId: CaseId; linkedAs: LinkedAs }> =>
    whileBeating(async () => {
      const reading = await inbox.readApplication(reference);
      const attachments = await inbox.fetchAttachments(reference);
      return store.transaction(async (tx) => {
        const received = await receiveApplication(tx, {
          application: reading.value,
          municipality,
          answerDue: answerDueFor(reading.value.month),
        });
        if (!received.known) await storeWhatCame(tx, { ...received, reading, attachments });
        return { caseId: received.caseId, linkedAs: received.linkedAs };
      });
    }),
});

const storeWhatCame = async (
  tx: StoreTransaction,
  came: {
    readonly caseId: CaseId;
    readonly applicationId: string;
    readonly linkedAs: LinkedAs;
    readonly reading: Reading<Application>;
    readonly attachments: readonly Attachment[];
  },
): Promise<void> => {
  const { caseId, applicationId, reading, attachments } = came;
  const evidence = await saveEvidenceOf(tx, caseId, reading);
  for (const { name, kind, evidence: captured } of attachments) {
    const evidenceId = await saveEvidence(tx, caseId, { captured, provenance: reading.provenance });
    const row = reading.value.attachments.find((attachment) => attachment.name === name)?.row;
    await saveDocument(tx, {
      caseId,
      applicationId,
      evidenceId,
      name,
      declaredKind: kind,
      ...(row !== undefined && { declaredRow: row }),
    });
  }
  await append(tx, {
    action: came.linkedAs === "first" ? "application.received" : "application.linked",
    caseId,
    actor: theBot(reading.provenance),
    details: { reference: reading.value.reference, linkedAs: came.linkedAs, evidence, attachments: attachments.length },
    content: reading.value,
  });
};
