import { defineQuery, defineSignal, defineUpdate } from "@temporalio/workflow";
import type {
  AssessmentSummary,
  ApplicationLinkedInput,
  CaseStatus,
  CommunicateInput,
  EndWithoutDecisionInput,
  EndWithoutDecisionResult,
  NewDayInput,
  ReassessInput,
  RecordDecisionInput,
  RecordDecisionResult,
} from "../contracts/process.js";

/** A person decides. Refused at once where the case is not open for decision or the assessment shown is not the latest. */
export const recordDecisionUpdate = defineUpdate<RecordDecisionResult, [RecordDecisionInput]>("recordDecision");

/** A fact was corrected or a question settled: assess again, and answer with what came of it. */
export const reassessUpdate = defineUpdate<AssessmentSummary, [ReassessInput]>("reassess");

/** Something for the applicant to comment on (FL 25 §) or to complete (FL 23 §) is written: send it, and wait. */
export const communicateUpdate = defineUpdate<AssessmentSummary, [CommunicateInput]>("communicate");

/** A person ends the case without a decision on its merits. A decision that came first stands. */
export const endWithoutDecisionUpdate = defineUpdate<EndWithoutDecisionResult, [EndWithoutDecisionInput]>(
  "endWithoutDecision",
);

/** One more application for the month, or a completion, came in and is stored: read it, and assess with it. */
export const applicationLinkedSignal = defineSignal<[ApplicationLinkedInput]>("applicationLinked");

/** A new day has begun in the municipality: ask again what did not answer. */
export const newDaySignal = defineSignal<[NewDayInput]>("newDay");

/** Where the case stands. Reads only. */
export const caseStatusQuery = defineQuery<CaseStatus>("caseStatus");
