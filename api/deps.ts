import type { Health } from "../contracts/api/health.js";
import type { RulesView } from "../contracts/api/rules-view.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { Role } from "../contracts/codes/roles.js";
import type { LocalDate, Month } from "../contracts/dates.js";
import type { NearestFacts } from "../contracts/explanation.js";
import type { DecisionDraft } from "../contracts/decision-draft.js";
import type { CaseId } from "../contracts/ids.js";
import type { LetterContent } from "../contracts/letter.js";
import type { LocalMinute } from "../contracts/payments.js";
import type { Ore } from "../contracts/money.js";
import type {
  AssessmentSummary,
  CommunicateInput,
  DecisionRefusal,
  EndWithoutDecisionInput,
  EndWithoutDecisionResult,
  ReassessInput,
  RecordDecisionInput,
  RecordDecisionResult,
} from "../contracts/process.js";
import type { DecisionOutcome, Packs } from "../contracts/rule-pack.js";
import type { Clock } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";
import type { Assessment } from "../store/assessments.js";
import type { Store } from "../store/open-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import type { WorkshopPort } from "./workshop-port.js";

/** The process would not take the message where the case stands. */
export type Refused = { readonly result: "refused"; readonly code: DecisionRefusal };

/**
 * The process, as the api speaks to it: the updates of `workflows/messages.ts`. A refusal by an update's validator is
 * a value; anything else that goes wrong is thrown and becomes "svarar inte just nu".
 */
export type ProcessGateway = {
  readonly recordDecision: (caseId: CaseId, input: RecordDecisionInput) => Promise<RecordDecisionResult>;
  readonly reassess: (caseId: CaseId, input: ReassessInput) => Promise<AssessmentSummary | Refused>;
  readonly communicate: (caseId: CaseId, input: CommunicateInput) => Promise<AssessmentSummary | Refused>;
  readonly endWithoutDecision: (caseId: CaseId, input: EndWithoutDecisionInput) => Promise<EndWithoutDecisionResult>;
};

/** What the api needs to say about the rules. It never evaluates them. */
export type RulesPort = {
  readonly packs: Packs;
  readonly rulebookVersion: string;
  /** Every provision in prose, with the paragraphs of the month. */
  readonly provisions: (month: Month) => RulesView["provisions"];
  /** SHA-256 of a pack, by its id. */
  readonly packHash: (packId: string) => string;
  /** The fewest days an applicant is given to answer in a month's case; undefined where the municipality has not said. */
  readonly leastAnswerDays: (month: Month) => number | undefined;
  readonly canBeSettled: (reason: Reason) => boolean;
  /** The item of the delegation order one of the roles may decide under, or undefined. */
  readonly mandateFor: (decision: {
    readonly roles: readonly Role[];
    readonly outcome: DecisionOutcome;
    readonly amountOre: Ore;
    /** What is refused; absent where nothing is. Unknown is within no limit. */
    readonly refusedOre?: Ore | "unknown";
    readonly on: LocalDate;
  }) => { readonly item: string; readonly upToOre?: Ore } | undefined;
  /** How much of what the household would have a month's decision refuses, as the decision itself is judged. */
  readonly refusedOre: (
    decision: { readonly outcome: DecisionOutcome; readonly amountOre: Ore },
    assessment: Pick<Assessment, "input" | "receipt">,
  ) => Ore | "unknown";
  /** The smallest changes of one fact that would turn an assessment; searched for once for each. */
  readonly nearestFacts: (assessment: Pick<Assessment, "id" | "input" | "receipt">) => NearestFacts;
  /** When a decision made today is paid, and what to know about it. */
  readonly payment: (today: LocalDate, month: Month) => { readonly payOn: LocalDate; readonly note?: string };
  /** The first day of payment, from the one that is wished for, whose file has not left; and when it leaves. */
  readonly payDayFrom: (
    wished: LocalDate,
    now: LocalMinute,
  ) => { readonly payOn: LocalDate; readonly cutOff: LocalMinute };
};

/** How staff sign in. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** How long a sign-in lasts. */
export type SessionLimits = { readonly idleMs: number; readonly absoluteMs: number };

/** Whose letter is asked for, and by whom. */
export type PreviewAsked = {
  readonly caseId: CaseId;
  readonly viewer: { readonly staffId: string; readonly roles: readonly Role[] };
  readonly draft?: DecisionDraft;
};
export type LetterPreview =
  { readonly content: LetterContent; readonly pdf: Uint8Array } | { readonly missing: string };

/** Everything the api works with. */
export type ApiDeps = {
  readonly store: Store;
  readonly process: ProcessGateway;
  /** The rules in force, as the transaction that shows something sees them. */
  readonly rulesInForce: (tx: StoreTransaction) => Promise<RulesPort>;
  /** Where rules are changed: judged, tried, approved by another and published. */
  readonly workshop: WorkshopPort;
  /**
   * The letter as it would be sent if the draft, or else the proposal, were decided now: its content and its PDF.
   * Undefined where there is nothing to grant; `missing` says what the draft lacks, in words to show.
   */
  readonly previewLetter: (asked: PreviewAsked) => Promise<LetterPreview | undefined>;
  /** A page of a PDF as a PNG, drawn in a process of its own since the file comes from outside. Absent: the file itself is shown. */
  readonly drawPage?: (pdf: Uint8Array, page: number) => Promise<Uint8Array>;
  readonly clock: Clock;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
  /** The benefit month that is worked on. */
  readonly month: Month;
  readonly municipality: string;
  readonly oidc: OidcSettings;
  /** Where browsers reach the api: `http://127.0.0.1:4600`. Plain http is accepted on loopback only. */
  readonly publicUrl: string;
  readonly session: SessionLimits;
  /** Folder of the built console; absent where it is served by someone else. */
  readonly consoleDir?: string;
  readonly logger: Logger;
  /** What those who run the program ask: whether it can do its work, and its measurements. */
  readonly operations: { readonly health: () => Promise<Health>; readonly metrics: () => Promise<string> };
};
