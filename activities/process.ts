import { createAssessmentActivities, type AssessmentDeps } from "./assess.js";
import { createClosingActivities } from "./close.js";
import { createCommunicationActivities } from "./communicate.js";
import { createDecisionActivities, type DecisionDeps } from "./decide.js";
import { createLetterActivities, type LetterDeps } from "./letters.js";
import { createRecordActivities } from "./records-to-write.js";
import { createReceivingActivities } from "./receive.js";

/** What the process's own steps work with. */
export type ProcessDeps = AssessmentDeps & DecisionDeps & LetterDeps;

/** Steps on the process's own queue: everything that touches only our store. */
export type ProcessActivities = ReturnType<typeof createProcessActivities>;

export const createProcessActivities = (deps: ProcessDeps) => ({
  ...createReceivingActivities(deps),
  ...createAssessmentActivities(deps),
  ...createCommunicationActivities(deps),
  ...createDecisionActivities(deps),
  ...createRecordActivities(deps),
  ...createLetterActivities(deps),
  ...createClosingActivities(deps),
});
