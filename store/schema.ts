import type { CaseState, DecisionRefusal } from "../contracts/process.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { Role } from "../contracts/codes/roles.js";
import type { Source, SourceStatus } from "../contracts/codes/sources.js";
import type { Instant, LocalDate, Month } from "../contracts/dates.js";
import type { AssessmentId, CaseId, DecisionRequestId, EvidenceId, MemberId, Sha256 } from "../contracts/ids.js";
import type { DeliveryChannel, DeliveryState } from "../contracts/delivery.js";
import type { Ore } from "../contracts/money.js";
import type { LetterHearing, LetterKind } from "../contracts/letter.js";
import type { LocalMinute, PaymentFileState, PaymentOrderState } from "../contracts/payments.js";
import type { Portal, PortalState } from "../contracts/portal-state.js";
import type { CapturedEvidence, Provenance } from "../contracts/readings/evidence.js";
import type { WriteKind } from "../contracts/write-kinds.js";
import type { RuleSchema } from "./rule-schema.js";

/** The role a member has in the household. */
export type MemberRole = "applicant" | "co-applicant" | "child" | "visiting-child";

/** How a case may end without a decision on its merits. */
export type ClosingKind = "withdrawn" | "decided-elsewhere";

/**
 * How an application came to its case. A `duplicate` is the same content sent twice within a minute; a `completion`
 * answers what was asked for.
 */
export type LinkedAs = "first" | "second" | "duplicate" | "completion";

/** What the rulebook made of a case. */
export type AssessedOutcome = "prefilled" | "referred" | "waiting";

/** Where a write to the case system stands. */
export type WriteState = "intended" | "submitted" | "confirmed" | "unclear";

/** The database's tables as Kysely sees them; the truth is in `migrations/`. Names are in
 * camel case here and in snake case there. Sealed columns are `Buffer`. */
export type Schema = RuleSchema & {
  setting: { key: string; value: string };
  masterKeyCheck: { onlyRow: boolean; masterKeyId: string; sealed: Buffer };
  staff: {
    id: string;
    subject: string;
    displayName: string;
    unit: string;
    active: boolean;
    /** What they are called in letters; null: by the role they decide in. */
    title: string | null;
  };
  staffRole: { id: string; staffId: string; role: Role; grantedAt: Instant; removedAt: Instant | null };
  session: { sidKey: string; expiresAt: Instant; data: Buffer };
  cases: CaseRow;
  caseKey: { caseId: CaseId; masterKeyId: string; wrapped: Buffer | null; destroyedAt: Instant | null };
  application: {
    id: string;
    caseId: CaseId;
    reference: string;
    receivedAt: Instant;
    content: Buffer;
    contentHash: string;
    linkedAs: LinkedAs;
    /** Whether an assessment has been made with it. */
    takenIn: boolean;
  };
  /** Another case of the month that an adult of the application is part of. */
  applicationMatch: { applicationId: string; caseId: CaseId; takenIn: boolean };
  unreadApplication: {
    reference: string;
    month: Month;
    fault: string;
    firstTriedAt: Instant;
    readAt: Instant | null;
  };
  member: { caseId: CaseId; memberId: MemberId; role: MemberRole; personKey: string; identity: Buffer };
  evidence: {
    id: EvidenceId;
    caseId: CaseId;
    kind: CapturedEvidence["kind"];
    mediaType: CapturedEvidence["mediaType"];
    sha256: Sha256;
    size: number;
    content: Buffer;
    portal: Provenance["portal"];
    botVersion: string;
    takenAt: Instant;
  };
  sourceReading: {
    id: string;
    caseId: CaseId;
    memberId: MemberId;
    source: Source;
    status: SourceStatus;
    periodFrom: LocalDate;
    periodTo: LocalDate;
    readAt: Instant;
    botVersion: string;
    answer: Buffer | null;
    evidence: readonly EvidenceId[];
    superseded: boolean;
  };
  caseFileReading: {
    id: string;
    caseId: CaseId;
    status: "read" | "unavailable";
    readAt: Instant;
    botVersion: string;
    answer: Buffer | null;
    evidence: readonly EvidenceId[];
    superseded: boolean;
  };
  document: {
    id: string;
    caseId: CaseId;
    applicationId: string;
    evidenceId: EvidenceId;
    name: Buffer;
    declaredKind: string;
    declaredRow: string | null;
    reading: Buffer | null;
    readAt: Instant | null;
  };
  correction: {
    id: string;
    caseId: CaseId;
    target: string;
    field: string;
    value: Buffer;
    reason: Buffer;
    evidenceId: EvidenceId | null;
    madeBy: string;
    madeAt: Instant;
    withdrawnAt: Instant | null;
    withdrawnBy: string | null;
  };
  settled: {
    id: string;
    caseId: CaseId;
    reason: Reason;
    factId: string | null;
    note: Buffer;
    madeBy: string;
    madeAt: Instant;
  };
  assessment: {
    id: AssessmentId;
    caseId: CaseId;
    sequence: number;
    caseJson: Buffer;
    receipt: Buffer;
    receiptHash: Sha256;
    outcome: AssessedOutcome;
    reasons: readonly Reason[];
    amountOre: Ore | null;
    rulebookVersion: string;
    madeAt: Instant;
  };
  decisionRequest: {
    id: DecisionRequestId;
    caseId: CaseId;
    sequence: number;
    outcome: string;
    shownHash: Sha256;
    requestedBy: string;
    conflictDeclared: boolean;
    /** `DecisionDraft`. Null only where the request is older than drafts. */
    draft: Buffer | null;
    madeAt: Instant;
    state: "open" | "recorded" | "refused";
    refusal: DecisionRefusal | null;
  };
  decision: {
    id: string;
    caseId: CaseId;
    requestId: DecisionRequestId;
    sequence: number;
    outcome: string;
    amountOre: Ore;
    decidedBy: string;
    decidedOn: LocalDate;
    delegationItem: string;
    shownHash: Sha256;
    /** Null for decisions recorded before it was kept. */
    hearing: LetterHearing | null;
    supplement: boolean;
    recordedAt: Instant;
  };
  outwardWrite: {
    id: string;
    caseId: CaseId;
    /** Exactly one of the two is there: what the record follows from. */
    decisionId: string | null;
    closingId: string | null;
    kind: WriteKind;
    reference: string;
    record: Buffer;
    state: WriteState;
    evidence: readonly EvidenceId[];
    updatedAt: Instant;
  };
  letter: {
    id: string;
    caseId: CaseId;
    decisionId: string | null;
    communicationId: string | null;
    /** The decision to write the case off that it tells of. */
    closingId: string | null;
    kind: LetterKind;
    recipientMember: MemberId;
    bytes: Buffer;
    sha256: Sha256;
    /** The letter as it was before it was set again without an address. Null where it never was. */
    replaced: Buffer | null;
    replacedSha256: Sha256 | null;
    createdAt: Instant;
    deliveredAt: Instant | null;
    channel: string | null;
  };
  delivery: {
    letterId: string;
    caseId: CaseId;
    channel: DeliveryChannel;
    state: DeliveryState;
    receiptId: string | null;
    confirmedBy: string | null;
    openedAt: Instant | null;
    updatedAt: Instant;
  };
  paymentFile: {
    id: string;
    messageId: string;
    payOn: LocalDate;
    cutOff: LocalMinute;
    state: PaymentFileState;
    orders: number;
    totalOre: Ore;
    sha256: Sha256;
    bytes: Buffer;
    madeAt: Instant;
    updatedAt: Instant;
  };
  paymentOrder: {
    id: string;
    caseId: CaseId;
    decisionId: string;
    reference: string;
    amountOre: Ore;
    payOn: LocalDate;
    cutOff: LocalMinute;
    payee: Buffer;
    state: PaymentOrderState;
    fileId: string | null;
    updatedAt: Instant;
  };
  communication: {
    id: string;
    caseId: CaseId;
    kind: "communication" | "completion";
    content: Buffer;
    answerBy: LocalDate;
    /** The last day as it stood in the letter, where it has been moved since. Null where it never was. */
    answerByTold: LocalDate | null;
    /** Null where the process itself asked. */
    preparedBy: string | null;
    preparedAt: Instant;
    /** The day that the last day to answer was chosen. Null where it was not kept, or the process itself asked. */
    preparedOn: LocalDate | null;
    sentAt: Instant | null;
    /** The municipality's date when it was sent. */
    sentOn: LocalDate | null;
    remindOn: LocalDate | null;
    remindedAt: Instant | null;
    answeredAt: Instant | null;
    /** The day the applicant answered, as the one who noted it says. */
    answeredOn: LocalDate | null;
    orally: boolean | null;
    answer: Buffer | null;
    /** Whether the answer is that of every adult of the case. Null where there is none. */
    answeredByAll: boolean | null;
    /** The latest assessment when it was written: what the applicant is heard about. Null where there was none. */
    sequence: number | null;
    /** When it was noted that no answer had come in time. */
    silenceAt: Instant | null;
    cause: string | null;
  };
  closing: {
    id: string;
    caseId: CaseId;
    kind: ClosingKind;
    explanation: Buffer;
    conflictDeclared: boolean;
    /** The day of the withdrawal, or of the decision made elsewhere. Null for those from before it was kept. */
    happenedOn: LocalDate | null;
    /** Number of the decision made elsewhere. */
    reference: Buffer | null;
    /** That this application was tried in it. */
    triedThere: boolean | null;
    /** Item of the delegation order; null until it is recorded. */
    delegationItem: string | null;
    endedBy: string;
    askedAt: Instant;
    recordedAt: Instant | null;
    endedOn: LocalDate | null;
  };
  handover: {
    id: string;
    caseId: CaseId;
    madeBy: string;
    handedTo: string | null;
    note: Buffer | null;
    madeAt: Instant;
  };
  manualNorm: { id: string; caseId: CaseId; content: Buffer; madeBy: string; madeAt: Instant };
  portal: {
    portal: Portal;
    state: PortalState["state"];
    cause: string | null;
    since: Instant;
    restsUntil: Instant | null;
  };
  portalLease: { portal: Portal; holder: string; expiresAt: Instant };
  processBeat: { id: string; part: "application" | "api" | "workers"; queues: readonly string[]; beatenAt: Instant };
};

/** A row of the queue: codes, amounts and the size of the household, never a name or a number. */
export type CaseRow = {
  id: CaseId;
  number: string;
  municipality: string;
  householdKey: string;
  benefitMonth: Month;
  kind: "first" | "renewal" | "supplement";
  state: CaseState;
  version: number;
  assignedTo: string | null;
  receivedAt: Instant;
  answerDue: LocalDate | null;
  protected: boolean;
  outcome: AssessedOutcome | null;
  reasons: readonly Reason[];
  amountOre: Ore | null;
  previousAmountOre: Ore | null;
  adults: number;
  children: number;
  waitingSince: Instant | null;
  updatedAt: Instant;
  /** The decided case of the month that this one comes beside; null for the month's own case. */
  supplementTo: CaseId | null;
  /** How the case ended where it ended without a decision on its merits. */
  endedAs: ClosingKind | null;
};
