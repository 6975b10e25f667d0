import type { LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { Communication } from "../../store/communications.js";
import type { LetterEntry } from "../../store/letters.js";
import type { Member } from "../../store/members.js";

/** Where the duty to let the applicant comment stands (FL 25 §; 14 kap. 8 § SoL). */
export type Hearing = "never-sent" | "awaited" | "answered" | "silent";

/** A communication, and whether a letter of it is known to have reached every party. */
export type HeardBy = Communication & { readonly reachedAll: boolean };

/**
 * Tells of each communication whether it reached all: every adult of the case is a party, and their letter counts once
 * it is confirmed, by what was found in its channel or by the person who sent it by hand.
 */
export const withReach = (
  communications: readonly Communication[],
  { members, letters }: { readonly members: readonly Member[]; readonly letters: readonly LetterEntry[] },
): HeardBy[] => {
  const parties = members.filter(({ role }) => role === "applicant" || role === "co-applicant");
  return communications.map((communication) => ({
    ...communication,
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
 * The applicant has been heard when they have answered the latest communication, or its last day has passed. Silence
 * says nothing where the letter never reached them: then it is as if nothing had been sent.
 */
export const hearingOf = (communications: readonly HeardBy[], today: LocalDate): Hearing => {
  const latest = communications.filter(({ kind, sentAt }) => kind === "communication" && sentAt !== null).at(-1);
  if (latest === undefined) return "never-sent";
  if (latest.answeredAt !== null) return "answered";
  if (today <= latest.answerBy) return "awaited";
  return latest.reachedAll ? "silent" : "never-sent";
};

/**
 * Whether the decision goes against the applicant, or rests on an income that they did not tell of: then they are heard
 * first, unless that is manifestly unnecessary (FL 25 §).
 */
export const needsHearing = ({ outcome, discretionary }: DecisionDraft, { findings }: Receipt): boolean =>
  outcome !== "granted" ||
  (discretionary !== undefined && discretionary.amountOre < discretionary.appliedOre) ||
  findings.some(({ reason }) => reason === "undeclared-income");
