import type { LetterMunicipality } from "../../contracts/letter.js";
import type { LetterInput } from "../../rules/letters/letter-input.js";
import type { Member } from "../../store/members.js";
import type { LetterBasis } from "./letter-basis.js";

/** A member's name as it stands in a letter. */
export const nameOf = ({ identity }: Member): string => `${identity.givenName} ${identity.familyName}`;

/** Where a letter to someone with protected identity goes: on by way of the Tax Agency, with no address of ours. */
const forwarded = ["Skyddade personuppgifter", "Förmedlas genom Skatteverket"] as const;

/** The lines of a letter that bears no address: to whom, and by way of whom. */
export const forwardedTo = (name: string): string[] => [name, ...forwarded];

/** Name and postal address of the one a copy goes to. Where identity is protected, no address is written at all. */
const recipientLines = (recipient: Member, { row, application }: LetterBasis): string[] => {
  const { street, postalCode, city } = application.address;
  const name = nameOf(recipient);
  return row.protected ? forwardedTo(name) : [name, street, `${postalCode} ${city}`];
};

/** What every letter of a case needs, for one recipient. */
export const letterInputFor = (
  recipient: Member,
  { basis, municipality }: { readonly basis: LetterBasis; readonly municipality: LetterMunicipality },
): LetterInput => ({
  municipality,
  case: basis.assessment.input,
  law: basis.law,
  caseNumber: basis.row.number,
  recipientLines: recipientLines(recipient, basis),
});
