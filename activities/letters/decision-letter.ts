import { swedishDateAt } from "../../contracts/dates.js";
import type { LetterContent, LetterMunicipality } from "../../contracts/letter.js";
import { composeDecisionLetter } from "../../rules/letters/compose.js";
import type { DecisionLetterInput, LetterPayment } from "../../rules/letters/letter-input.js";
import type { Member } from "../../store/members.js";
import { letterDecisionOf, type DecisionToTell } from "./decision-to-tell.js";
import type { LetterBasis } from "./letter-basis.js";
import { letterInputFor, nameOf } from "./recipient.js";

/** What a decision letter is made from, beside whom it goes to. */
export type DecisionLetterParts = {
  readonly basis: LetterBasis;
  readonly told: DecisionToTell;
  /** What is known of the payment; absent where there is none, or it has been stopped. */
  readonly payment: LetterPayment | undefined;
  readonly municipality: LetterMunicipality;
};

/** The letter of a decision, whatever its outcome, to one of the parties. */
export const decisionLetterFor = (recipient: Member, parts: DecisionLetterParts): LetterContent => {
  const { basis, told, payment, municipality } = parts;
  return composeDecisionLetter({
    ...letterInputFor(recipient, { basis, municipality }),
    receipt: basis.assessment.receipt,
    outcome: told.draft.outcome,
    decision: letterDecisionOf(told),
    sourcesRead: sourcesRead(basis),
    names: Object.fromEntries(basis.members.map((member) => [member.memberId, nameOf(member)])),
    ...(basis.earlier !== undefined && { earlier: basis.earlier }),
    ...communicationOf(basis),
    ...(payment !== undefined && { payment }),
  });
};

const sourcesRead = ({ readings }: LetterBasis): DecisionLetterInput["sourcesRead"] => {
  const latest = new Map(readings.map(({ source, readAt }) => [source, swedishDateAt(readAt)]));
  return [...latest].map(([source, readOn]) => ({ source, readOn }));
};

/** The latest material that was sent for comments (FL 25 §), with what came of it. */
const communicationOf = ({ communications }: LetterBasis): Pick<DecisionLetterInput, "communication"> => {
  const latest = communications.filter(({ kind, sentOn }) => kind === "communication" && sentOn !== null).at(-1);
  if (latest === undefined || latest.sentOn === null) return {};
  const { sentOn, answerBy, answerByTold, answeredOn, answer, orally } = latest;
  return {
    communication: {
      sentOn,
      answerBy,
      ...(answerByTold !== null && { answerByTold }),
      ...(answeredOn !== null &&
        answer !== undefined && { answer: { on: answeredOn, text: answer, orally: orally === true } }),
    },
  };
};
