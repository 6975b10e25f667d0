import { swedishDateAt } from "../../contracts/dates.js";
import type { LetterContent, LetterMunicipality } from "../../contracts/letter.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { composeGrant } from "../../rules/letters/compose-grant.js";
import type { DecisionLetterInput } from "../../rules/letters/letter-input.js";
import type { Member } from "../../store/members.js";
import type { DecidedCase } from "./decided-case.js";

/** What the decider is called in the letter: the municipality's caseworkers have one title. */
const deciderTitle = "socialsekreterare";

/** The letter of a full grant to one of the parties. */
export const grantLetterFor = (
  recipient: Member,
  { decided, municipality }: { readonly decided: DecidedCase; readonly municipality: LetterMunicipality },
): LetterContent => {
  const { row, decision, assessment, application, caseFile } = decided;
  const account = caseFile?.account?.maskedNumber;
  return composeGrant({
    municipality,
    case: assessment.input,
    caseNumber: row.number,
    recipientLines: [
      nameOf(recipient),
      application.address.street,
      `${application.address.postalCode} ${application.address.city}`,
    ],
    receipt: assessment.receipt,
    decision: {
      decidedOn: decision.decidedOn,
      amountOre: decision.amountOre,
      decidedBy: { name: decided.decidedBy.displayName, title: deciderTitle },
      delegationItem: decision.delegationItem,
      participants: [],
      ...childPerspectiveOf(decided),
    },
    sourcesRead: sourcesRead(decided),
    names: Object.fromEntries(decided.members.map((member) => [member.memberId, nameOf(member)])),
    ...communicationOf(decided),
    ...(account !== undefined && { payment: { payOn: paymentDate(decision.decidedOn, row.answerDue), account } }),
  });
};

const nameOf = ({ identity }: Member): string => `${identity.givenName} ${identity.familyName}`;

const childPerspectiveOf = ({ request, decidedBy, decision }: DecidedCase): Pick<DecisionLetterInput["decision"], "childPerspective"> =>
  request.childPerspective === undefined
    ? {}
    : { childPerspective: { text: request.childPerspective, by: decidedBy.displayName, on: decision.decidedOn } };

const sourcesRead = ({ readings }: DecidedCase): DecisionLetterInput["sourcesRead"] => {
  const latest = new Map(readings.map(({ source, readAt }) => [source, swedishDateAt(readAt)]));
  return [...latest].map(([source, readOn]) => ({ source, readOn }));
};

const communicationOf = ({ communication }: DecidedCase): Pick<DecisionLetterInput, "communication"> => {
  if (communication === undefined || communication.sentAt === null) return {};
  const { sentAt, answerBy, answeredAt, answer } = communication;
  return {
    communication: {
      sentOn: swedishDateAt(sentAt),
      answerBy,
      ...(answeredAt !== null && answer !== undefined && { answer: { on: swedishDateAt(answeredAt), text: answer, orally: false } }),
    },
  };
};
