import { defineQuery, defineSignal, defineUpdate } from "@temporalio/workflow";
import type {
  AssessmentSummary,
  CaseStatus,
  CommunicateInput,
  NewDayInput,
  ReassessInput,
  RecordDecisionInput,
  RecordDecisionResult,
} from "../contracts/process.js";

/** A person decides. Refused at once where the case is not open for decision or the assessment shown is not the latest. */
export const recordDecisionUpdate = defineUpdate<RecordDecisionResult, [RecordDecisionInput]>("recordDecision");

/** A fact was corrected or a question settled: assess again, and answer with what came of it. */
export const reassessUpdate = defineUpdate<AssessmentSummary, [ReassessInput]>("reassess");

/** The applicant has been sent what the decision may rest on (FL 25 §); wait for an answer or the date. */
export const communicateUpdate = defineUpdate<AssessmentSummary, [CommunicateInput]>("communicate");

/** A new day has begun in the municipality: ask again what did not answer. */
export const newDaySignal = defineSignal<[NewDayInput]>("newDay");

/** Where the case stands. Reads only. */
export const caseStatusQuery = defineQuery<CaseStatus>("caseStatus");
