import type { Case } from "../../contracts/case.js";
import { daysBetween, type LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { LetterHearing } from "../../contracts/letter.js";
import type { Communication } from "../../store/communications.js";
import type { LetterEntry } from "../../store/letters.js";
import type { Assessment } from "../../store/assessments.js";
import type { Member } from "../../store/members.js";
import { countsUntoldIncome, untoldMaterial, wasHeardOn } from "./heard-material.js";

/** Where the duty to let the applicant comment stands (FL 25 §; 14 kap. 8 § SoL). */
export type Hearing = "never-sent" | "awaited" | "answered" | "silent";

/** A communication, with what is known of whom it reached and what it was about. */
export type HeardBy = Communication & {
  /** Whether a letter of it is known to have reached every party. */
  readonly reachedAll: boolean;
  /** Whether there is one party only: then an answer is everybody's. */
  readonly oneParty: boolean;
  /** The case as it was assessed when the text was written; undefined where nothing had been. */
  readonly heardOn: Case | undefined;
};

/**
 * Tells of each communication whether it reached all: every adult of the case is a party, and their letter counts once
 * it is confirmed, by what was found in its channel or by the person who sent it by hand.
 */
export const withReach = (
  communications: readonly Communication[],
  {
    members,
    letters,
    assessed,
  }: {
    readonly members: readonly Member[];
    readonly letters: readonly LetterEntry[];
    /** The case of each assessment that a communication was written on, by its sequence. */
    readonly assessed: ReadonlyMap<number, Case>;
  },
): HeardBy[] => {
  const parties = members.filter(({ role }) => role === "applicant" || role === "co-applicant");
  return communications.map((communication) => ({
    ...communication,
    oneParty: parties.length <= 1,
    heardOn: communication.sequence === null ? undefined : assessed.get(communication.sequence),
    reachedAll: parties.every(({ memberId }) =>
      letters.some(
        ({ communicationId, kind, recipientMember, deliveredAt }) =>
          communicationId === communication.id &&
          kind === communication.kind &&
          recipientMember === memberId &&
          deliveredAt !== null,
      ),
    ),
  }));
};

/**
 * The applicant has been heard when every party has answered the latest communication, or its last day has passed. One
 * adult's answer is not the other's. Silence says nothing where the letter never reached them, and what was read after
 * the text was written has nobody been heard on, nor does a time shorter than the municipality gives at the least count: then it is as if nothing had been sent.
 */
export const hearingOf = (
  communications: readonly HeardBy[],
  {
    today,
    input,
    leastAnswerDays = 0,
  }: { readonly today: LocalDate; readonly input: Case; readonly leastAnswerDays?: number | undefined },
): Hearing => {
  const latest = communications.filter(({ kind, sentAt }) => kind === "communication" && sentAt !== null).at(-1);
  if (latest === undefined) return "never-sent";
  const isAnswered = latest.answeredAt !== null && (latest.oneParty || latest.answeredByAll === true);
  if (!isAnswered && today <= latest.answerBy) return "awaited";
  if (!wasHeardOn(input, latest.heardOn)) return "never-sent";
  if (isAnswered) return "answered";
  return latest.reachedAll && daysToAnswer(latest) >= leastAnswerDays ? "silent" : "never-sent";
};

/** How a letter tells of it: what was sent and does not cover the decision is not the same as nothing sent. */
export const heardInLetter = (
  hearing: Hearing,
  communications: readonly Pick<Communication, "kind" | "sentAt">[],
): LetterHearing => {
  if (hearing === "answered" || hearing === "silent") return hearing;
  const isSent = communications.some(({ kind, sentAt }) => kind === "communication" && sentAt !== null);
  return isSent ? "not-covered" : "none";
};

const daysToAnswer = ({ sentOn, answerBy }: HeardBy): number => (sentOn === null ? 0 : daysBetween(sentOn, answerBy));

/**
 * Whether the decision goes against the applicant, or rests on an income or an asset that they did not tell of: then
 * they are heard first, unless that is manifestly unnecessary (FL 25 §).
 */
export const needsHearing = (
  { outcome, amountOre, discretionary }: DecisionDraft,
  { input, receipt }: Pick<Assessment, "input" | "receipt">,
): boolean =>
  outcome !== "granted" ||
  (discretionary !== undefined && discretionary.amountOre < discretionary.appliedOre) ||
  receipt.findings.some(({ reason }) => reason === "undeclared-income") ||
  countsUntoldIncome(input, receipt) ||
  // An asset lowers nothing that is computed; it may lower the amount that a person sets.
  (amountOre !== undefined && untoldMaterial(input).length > 0);
