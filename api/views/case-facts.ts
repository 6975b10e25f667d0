import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { documentReadingSchema, type DocumentReading } from "../../contracts/document-reading.js";
import type { CaseId } from "../../contracts/ids.js";
import type { Application } from "../../contracts/readings/application.js";
import { listApplications } from "../../store/applications.js";
import { findAssessment, type Assessment } from "../../store/assessments.js";
import { findCaseFileReading, type CaseFileReading } from "../../store/case-file-readings.js";
import { getCase } from "../../store/cases.js";
import { findClosing, type Closing } from "../../store/closings.js";
import { listCommunications, type Communication } from "../../store/communications.js";
import { listCorrections, type Correction } from "../../store/corrections.js";
import { findDecision, getDecisionDraft, type Decision } from "../../store/decisions.js";
import { listDocuments, type StoredDocument } from "../../store/documents.js";
import { listEvidence, type EvidenceEntry } from "../../store/evidence.js";
import { listHandovers, type Handover } from "../../store/handovers.js";
import { findManualNorm, type EnteredNorm } from "../../store/manual-norms.js";
import { listDeliveries, type Delivery } from "../../store/deliveries.js";
import { listLetters, type LetterEntry } from "../../store/letters.js";
import { listMembers, type Member } from "../../store/members.js";
import { listWrites, type OutwardWrite } from "../../store/outward-writes.js";
import type { CaseRow } from "../../store/schema.js";
import { listSettled, type SettledQuestion } from "../../store/settled.js";
import { listSourceReadings, type SourceReading } from "../../store/source-readings.js";
import { listStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** A document with what was read in it. */
export type ReadDocument = Omit<StoredDocument, "reading"> & { readonly reading: DocumentReading | undefined };

/** Everything the store holds of a case that its page shows. */
export type CaseFacts = {
  readonly row: CaseRow;
  readonly application: Application | undefined;
  readonly members: readonly Member[];
  readonly assessment: Assessment | undefined;
  readonly sourceReadings: readonly SourceReading[];
  readonly caseFile: CaseFileReading | undefined;
  readonly documents: readonly ReadDocument[];
  readonly evidence: readonly EvidenceEntry[];
  readonly corrections: readonly Correction[];
  readonly settled: readonly SettledQuestion[];
  readonly communications: readonly Communication[];
  readonly handovers: readonly Handover[];
  /** How the case ended without a decision. */
  readonly closing: Closing | undefined;
  readonly manualNorm: EnteredNorm | undefined;
  readonly letters: readonly LetterEntry[];
  readonly deliveries: readonly Delivery[];
  readonly writes: readonly OutwardWrite[];
  readonly decision: Decision | undefined;
  /** The month's decision as its decider wrote it. */
  readonly decisionDraft: DecisionDraft | undefined;
  /** Names of staff by id. */
  readonly staff: ReadonlyMap<string, string>;
};

/** The names of everyone on the staff, by id. */
export const staffNames = async (tx: StoreTransaction): Promise<Map<string, string>> =>
  new Map((await listStaff(tx)).map(({ id, displayName }) => [id, displayName]));

const decisionOf = async (
  tx: StoreTransaction,
  caseId: CaseId,
): Promise<Pick<CaseFacts, "decision" | "decisionDraft">> => {
  const decision = await findDecision(tx, caseId);
  const decisionDraft = decision === undefined ? undefined : await getDecisionDraft(tx, decision.requestId);
  return { decision, decisionDraft };
};

/** Loads a case for its page, on one unchanging view of the data. */
export const loadCaseFacts = async (tx: StoreTransaction, caseId: CaseId): Promise<CaseFacts> => ({
  row: await getCase(tx, caseId),
  application: (await listApplications(tx, caseId)).find(({ linkedAs }) => linkedAs === "first")?.application,
  members: await listMembers(tx, caseId),
  assessment: await findAssessment(tx, caseId),
  sourceReadings: await listSourceReadings(tx, caseId),
  caseFile: await findCaseFileReading(tx, caseId),
  documents: (await listDocuments(tx, caseId)).map(({ reading, ...document }) => ({
    ...document,
    reading: reading === undefined ? undefined : documentReadingSchema.parse(reading),
  })),
  evidence: await listEvidence(tx, caseId),
  corrections: await listCorrections(tx, caseId),
  settled: await listSettled(tx, caseId),
  communications: await listCommunications(tx, caseId),
  handovers: await listHandovers(tx, caseId),
  closing: await findClosing(tx, caseId),
  manualNorm: await findManualNorm(tx, caseId),
  letters: await listLetters(tx, caseId),
  deliveries: await listDeliveries(tx, caseId),
  writes: await listWrites(tx, caseId),
  ...(await decisionOf(tx, caseId)),
  staff: await staffNames(tx),
});
