import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import { lawOf } from "../../rules/letters/citations.js";
import type { EarlierDecision } from "../../rules/letters/letter-input.js";
import type { Application } from "../../contracts/readings/application.js";
import type { CaseFile } from "../../contracts/readings/case-system.js";
import type { LegalPeriod, Packs } from "../../contracts/rule-pack.js";
import { listApplications } from "../../store/applications.js";
import { findAssessment, type Assessment } from "../../store/assessments.js";
import { findCaseFileReading } from "../../store/case-file-readings.js";
import { getCase } from "../../store/cases.js";
import { findDecision } from "../../store/decisions.js";
import { listCommunications, type Communication } from "../../store/communications.js";
import { listMembers, type Member } from "../../store/members.js";
import type { CaseRow } from "../../store/schema.js";
import { listSourceReadings, type SourceReading } from "../../store/source-readings.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { partiesOf } from "./parties.js";

/** What a letter rests on beside the decision itself. */
export type LetterBasis = {
  readonly row: CaseRow;
  readonly assessment: Assessment;
  /** The periods of law that are in force as the letter is written. */
  readonly law: readonly LegalPeriod[];
  readonly application: Application;
  readonly members: readonly Member[];
  /** Whom the letter goes to, one copy each. */
  readonly parties: readonly Member[];
  readonly readings: readonly SourceReading[];
  readonly caseFile: CaseFile | undefined;
  /** The month's own decision, where this case asks for more beside it. */
  readonly earlier: EarlierDecision | undefined;
  /** Every communication and completion of the case, oldest first. */
  readonly communications: readonly Communication[];
};

/** Loads what a letter rests on: the assessment with the given sequence, or the latest. */
export const loadLetterBasis = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { packs, ...version }: { readonly packs: Packs; readonly sequence?: number },
): Promise<LetterBasis> => {
  const members = await listMembers(tx, caseId);
  const [first] = await listApplications(tx, caseId);
  const assessment = await findAssessment(tx, caseId, version);
  if (first === undefined || assessment === undefined)
    throw new Fault("InvariantBroken", "There is no letter before an application and an assessment.", { caseId });
  const row = await getCase(tx, caseId);
  return {
    row,
    earlier: await earlierDecision(tx, row),
    assessment,
    law: lawOf(packs),
    application: first.application,
    members,
    parties: await partiesOf(tx, caseId),
    readings: await listSourceReadings(tx, caseId),
    caseFile: (await findCaseFileReading(tx, caseId))?.answer,
    communications: await listCommunications(tx, caseId),
  };
};

const earlierDecision = async (
  tx: StoreTransaction,
  { supplementTo }: CaseRow,
): Promise<EarlierDecision | undefined> => {
  if (supplementTo === null) return undefined;
  const decision = await findDecision(tx, supplementTo);
  if (decision === undefined) return undefined;
  return { decidedOn: decision.decidedOn, caseNumber: (await getCase(tx, supplementTo)).number };
};
