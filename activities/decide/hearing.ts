import type { LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { Communication } from "../../store/communications.js";

/** Where the duty to let the applicant comment stands (FL 25 §; 14 kap. 8 § SoL). */
export type Hearing = "never-sent" | "awaited" | "answered" | "silent";

/** The applicant has been heard when they have answered the latest communication, or its last day has passed. */
export const hearingOf = (communications: readonly Communication[], today: LocalDate): Hearing => {
  const latest = communications.filter(({ kind, sentAt }) => kind === "communication" && sentAt !== null).at(-1);
  if (latest === undefined) return "never-sent";
  if (latest.answeredAt !== null) return "answered";
  return today <= latest.answerBy ? "awaited" : "silent";
};

/**
 * Whether the decision goes against the applicant, or rests on an income that they did not tell of: then they are heard
 * first, unless that is manifestly unnecessary (FL 25 §).
 */
export const needsHearing = (draft: DecisionDraft, { findings }: Receipt): boolean =>
  draft.outcome !== "granted" || findings.some(({ reason }) => reason === "undeclared-income");
