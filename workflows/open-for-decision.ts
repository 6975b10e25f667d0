import { ApplicationFailure } from "@temporalio/workflow";
import type { CaseState, DecisionRefusal } from "../contracts/process.js";

/** `assessing`: people see an assessment as soon as it is stored, a moment before the process knows of it. */
const decidable: readonly CaseState[] = ["prefilled", "referred", "waiting", "assessing"];
const answerable: readonly CaseState[] = [...decidable, "delivering"];

const refusal = (code: DecisionRefusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable("The message does not fit where the case stands.", code);

/** Throws, with a `DecisionRefusal` as type, where a case has no open question to answer. */
export const refuseUnlessOpen = (state: CaseState): void => {
  if (!answerable.includes(state)) throw refusal("not-open");
};

/**
 * Throws, with a `DecisionRefusal` as type, where a case cannot be decided or ended, or not on the assessment that was
 * shown. Checks state and version only: roles and mandate are read in the decision's own transaction, and so is the version
 * of an assessment that the process does not know of yet.
 */
export const refuseUnlessDecidable = (
  state: CaseState,
  assessment?: { readonly shown: number; readonly latest: number | undefined },
): void => {
  if (state === "delivering" || state === "closed") throw refusal("already-decided");
  if (!decidable.includes(state)) throw refusal("not-open");
  if (state !== "assessing" && assessment !== undefined && assessment.latest !== assessment.shown)
    throw refusal("stale-view");
};
