import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import type { Application } from "../../contracts/readings/application.js";
import type { CaseFile } from "../../contracts/readings/case-system.js";
import { listApplications } from "../../store/applications.js";
import { findAssessment, type Assessment } from "../../store/assessments.js";
import { findCaseFileReading } from "../../store/case-file-readings.js";
import { getCase } from "../../store/cases.js";
import { listCommunications, type Communication } from "../../store/communications.js";
import { findDecision, getDecisionRequest, type Decision, type DecisionRequest } from "../../store/decisions.js";
import { listMembers, type Member } from "../../store/members.js";
import type { CaseRow } from "../../store/schema.js";
import { listSourceReadings, type SourceReading } from "../../store/source-readings.js";
import { findStaff, type Staff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** A case as it stood when it was decided: everything a letter says rests on this. */
export type DecidedCase = {
  readonly row: CaseRow;
  readonly decision: Decision;
  readonly request: DecisionRequest;
  readonly assessment: Assessment;
  readonly application: Application;
  readonly members: readonly Member[];
  readonly adults: readonly Member[];
  readonly readings: readonly SourceReading[];
  readonly caseFile: CaseFile | undefined;
  readonly communication: Communication | undefined;
  readonly decidedBy: Staff;
};

/** Loads a decided case. @throws Fault `InvariantBroken` where the decision lacks what it was made on. */
export const caseAtDecision = async (tx: StoreTransaction, caseId: CaseId): Promise<DecidedCase> => {
  const decision = found(await findDecision(tx, caseId), "decision");
  const members = await listMembers(tx, caseId);
  return {
    row: await getCase(tx, caseId),
    decision,
    request: await getDecisionRequest(tx, decision.requestId),
    assessment: found(await findAssessment(tx, caseId, { sequence: decision.sequence }), "assessment"),
    application: found((await listApplications(tx, caseId))[0], "application").application,
    members,
    adults: members.filter(({ role }) => role === "applicant" || role === "co-applicant"),
    readings: await listSourceReadings(tx, caseId),
    caseFile: (await findCaseFileReading(tx, caseId))?.answer,
    communication: (await listCommunications(tx, caseId)).filter(({ sentAt }) => sentAt !== null).at(-1),
    decidedBy: found(await findStaff(tx, decision.decidedBy), "decider"),
  };
};

const found = <T>(value: T | undefined, part: string): T => {
  if (value === undefined) throw new Fault("InvariantBroken", "The decided case lacks a part.", { part });
  return value;
};
