import type { Agency } from "./codes/sources.js";
import type { Month, Period } from "./dates.js";
import type { AgencyAnswer } from "./readings/agency-answer.js";
import type { Application, InboxRow } from "./readings/application.js";
import type { CaseFile, CaseSystemRecord } from "./readings/case-system.js";
import type { WriteKind } from "./write-kinds.js";
import type { CapturedEvidence, Reading } from "./readings/evidence.js";
import type { PersonalNumber } from "./readings/person.js";
import type { RegisterAnswer } from "./readings/register-answer.js";

/**
 * The e-service's inbox, as a bot reads it. Every method throws a `Fault` where the page does not prove
 * what it shows; none ever returns an empty list for "could not read".
 */
export type EServiceInbox = {
  readonly listApplications: (month: Month) => Promise<Reading<readonly InboxRow[]>>;
  readonly readApplication: (reference: string) => Promise<Reading<Application>>;
  /** The attachments as they came, in the order of the application. */
  readonly fetchAttachments: (
    reference: string,
  ) => Promise<readonly { name: string; kind: string; evidence: CapturedEvidence }[]>;
};

/** One composite query about one person, with the purpose and statute it rests on. */
export type AgencyQuery = {
  readonly personalNumber: PersonalNumber;
  readonly period: Period;
  readonly agencies: readonly Agency[];
};
export type AgencyPortal = { readonly query: (query: AgencyQuery) => Promise<Reading<readonly AgencyAnswer[]>> };

export type RegisterPortal = { readonly lookUp: (personalNumber: PersonalNumber) => Promise<Reading<RegisterAnswer>> };

/**
 * The municipality's case system. It takes duplicates silently, so `find` is asked before every write,
 * `write` submits exactly once, and `find` is asked again to read back.
 */
export type CaseSystemPortal = {
  readonly readCaseFile: (personalNumber: PersonalNumber, month: Month) => Promise<Reading<CaseFile>>;
  /** Every record of the kind for the person and month, whoever wrote it. */
  readonly find: (
    kind: WriteKind,
    personalNumber: PersonalNumber,
    month: Month,
  ) => Promise<Reading<readonly CaseSystemRecord[]>>;
  /** Fills the form, reads every field back, calls `beforeSubmit`, submits once. Throws `OutcomeUnknown` where the answer is unclear. */
  readonly write: (record: CaseSystemRecord, beforeSubmit: () => Promise<void>) => Promise<Reading<{ accepted: true }>>;
};
