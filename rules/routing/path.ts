import { reasons, type Reason } from "../../contracts/codes/reasons.js";

/** Where a case goes. */
export type Outcome = "prefilled" | "referred" | "waiting";

/** While the applicant has been given time to answer, staff do not decide, whatever else there is to look at. */
const applicantsTurn: readonly Reason[] = ["communicated", "completion-asked"];

/** No reason: prefilled. Any reason that staff must act on: referred. Otherwise the machine or the applicant acts next. */
export const outcomeOf = (found: readonly Reason[]): Outcome => {
  if (found.length === 0) return "prefilled";
  if (applicantsTurn.some((reason) => found.includes(reason))) return "waiting";
  return found.some((reason) => reasons[reason].path === "referred") ? "referred" : "waiting";
};

/**
 * Reasons that no note of a person can close for the machine: the facts themselves have to change, or the decision
 * is made by a person outside the prefilled path.
 */
const neverSettled: ReadonlySet<Reason> = new Set<Reason>([
  "protected-identity",
  "first-application",
  "supplement",
  "communicated",
  "completion-asked",
  "discretionary-aid",
  "surplus",
  "no-verified-table",
  "norm-deviates",
  "reading-open",
  "signature-missing",
  "source-waiting",
]);

/** Whether a person's recorded judgement can close the reason. */
export const canBeSettled = (reason: Reason): boolean => !neverSettled.has(reason);
