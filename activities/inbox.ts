import { append } from "../audit/append.js";
import { swedishDateAt, type LocalDate, type Month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { EServiceInbox } from "../contracts/portals.js";
import type { Application } from "../contracts/readings/application.js";
import type { Reading } from "../contracts/readings/evidence.js";
import { findApplication, receiveApplication, type ReceivedApplication } from "../store/applications.js";
import { answerCommunication, listCommunications } from "../store/communications.js";
import { saveDocument } from "../store/documents.js";
import { saveEvidence, saveEvidenceOf } from "../store/evidence.js";
import { casesToTell, isOpen } from "../store/linked-applications.js";
import type { Store } from "../store/open-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { noteReadAfterAll } from "../store/unread-applications.js";
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
   * Reads one application with its attachments and stores it with its case, its evidence and the event. What is already
   * stored is not read again. Says which cases to start or to tell: an open case that has not been assessed with it.
   * Safe to retry because the store knows the reference: a second time gives the first answer.
   */
  receiveApplication: ({ reference }: { readonly reference: string }): Promise<TakenIn> =>
    whileBeating(async () => {
      const known = await store.read(async (tx) => {
        const stored = await findApplication(tx, reference);
        return stored === undefined ? undefined : takenIn(tx, stored);
      });
      if (known !== undefined) return known;
      const reading = await inbox.readApplication(reference);
      const attachments = await inbox.fetchAttachments(reference);
      return store.transaction(async (tx) => {
        const received = await receiveApplication(tx, {
          application: reading.value,
          municipality,
          answerDue: answerDueFor(reading.value.month),
        });
        if (!received.known) {
          await noteReadAfterAll(tx, reference);
          await storeWhatCame(tx, { ...received, reading, attachments });
        }
        return takenIn(tx, received);
      });
    }),
});

/** What the inbox does about an application: cases to start, where it is their first, and cases to tell. */
export type TakenIn = {
  readonly applicationId: string;
  /** A case that rests on it and is open; absent where it rests on another, or is decided or ended. */
  readonly start?: CaseId;
  readonly tell: readonly CaseId[];
};

const takenIn = async (
  tx: StoreTransaction,
  { applicationId, caseId, linkedAs }: Pick<ReceivedApplication, "applicationId" | "caseId" | "linkedAs">,
): Promise<TakenIn> => {
  const isStarted = linkedAs === "first" && (await isOpen(tx, caseId));
  const tell = await casesToTell(tx, applicationId);
  return { applicationId, ...(isStarted && { start: caseId }), tell: tell.filter((id) => !isStarted || id !== caseId) };
};

const storeWhatCame = async (
  tx: StoreTransaction,
  came: ReceivedApplication & { readonly reading: Reading<Application>; readonly attachments: readonly Attachment[] },
): Promise<void> => {
  const { caseId, applicationId, reading, attachments, linkedAs, supplementTo, alsoMatches } = came;
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
  if (linkedAs === "completion") await answerWhatWasAsked(tx, caseId, reading);
  const event = { actor: theBot(reading.provenance), details: { reference: reading.value.reference, linkedAs } };
  for (const other of alsoMatches) await append(tx, { ...event, action: "application.linked", caseId: other });
  if (supplementTo !== undefined) await append(tx, { ...event, action: "application.linked", caseId: supplementTo });
  await append(tx, {
    ...event,
    action: linkedAs === "first" ? "application.received" : "application.linked",
    caseId,
    details: { ...event.details, evidence, attachments: attachments.length },
    content: reading.value,
  });
};

/** A completion in the e-service is the answer to whatever the household has been asked to complete. */
const answerWhatWasAsked = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { value, provenance }: Reading<Application>,
): Promise<void> => {
  const text = value.message ?? "Kompletterat i e-tjänsten.";
  const answer = { text, orally: false, answeredOn: swedishDateAt(value.receivedAt) };
  for (const { id, kind, sentAt } of await listCommunications(tx, caseId))
    if (
      kind === "completion" &&
      sentAt !== null &&
      (await answerCommunication(tx, { caseId, communicationId: id }, answer))
    )
      await append(tx, {
        action: "completion.answered",
        caseId,
        actor: theBot(provenance),
        details: { communicationId: id, answeredOn: answer.answeredOn, orally: false },
        content: { text },
      });
};
