import { swedishDateAt, type LocalDate } from "../../contracts/dates.js";
import type { LetterContent, LetterMunicipality } from "../../contracts/letter.js";
import type { Ore } from "../../contracts/money.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { composeGrant } from "../../rules/letters/compose-grant.js";
import type { DecisionLetterInput } from "../../rules/letters/letter-input.js";
import type { Member } from "../../store/members.js";
import type { LetterBasis } from "./letter-basis.js";

/** What the decider is called in the letter: the municipality's caseworkers have one title. */
const deciderTitle = "socialsekreterare";

/** The decision that a letter tells of, or the one that a preview supposes. */
export type GrantToTell = {
  readonly amountOre: Ore;
  readonly decidedOn: LocalDate;
  readonly decidedBy: string;
  readonly delegationItem: string;
  readonly childPerspective?: string;
};

/** The letter of a full grant to one of the parties. */
export const grantLetterFor = (
  recipient: Member,
  {
    basis,
    grant,
    municipality,
  }: { readonly basis: LetterBasis; readonly grant: GrantToTell; readonly municipality: LetterMunicipality },
): LetterContent => {
  const { row, assessment, application, caseFile } = basis;
  const { amountOre, decidedOn, decidedBy, delegationItem, childPerspective } = grant;
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
      decidedOn,
      amountOre,
      decidedBy: { name: decidedBy, title: deciderTitle },
      delegationItem,
      participants: [],
      ...(childPerspective !== undefined && {
        childPerspective: { text: childPerspective, by: decidedBy, on: decidedOn },
      }),
    },
    sourcesRead: sourcesRead(basis),
    names: Object.fromEntries(basis.members.map((member) => [member.memberId, nameOf(member)])),
    ...communicationOf(basis),
    ...(account !== undefined && { payment: { payOn: paymentDate(decidedOn, row.answerDue), account } }),
  });
};

const nameOf = ({ identity }: Member): string => `${identity.givenName} ${identity.familyName}`;

const sourcesRead = ({ readings }: LetterBasis): DecisionLetterInput["sourcesRead"] => {
  const latest = new Map(readings.map(({ source, readAt }) => [source, swedishDateAt(readAt)]));
  return [...latest].map(([source, readOn]) => ({ source, readOn }));
};

const communicationOf = ({ communication }: LetterBasis): Pick<DecisionLetterInput, "communication"> => {
  if (communication === undefined || communication.sentAt === null) return {};
  const { sentAt, answerBy, answeredAt, answer } = communication;
  return {
    communication: {
      sentOn: swedishDateAt(sentAt),
      answerBy,
      ...(answeredAt !== null &&
        answer !== undefined && { answer: { on: swedishDateAt(answeredAt), text: answer, orally: false } }),
    },
  };
};
