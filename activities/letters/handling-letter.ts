import type { LocalDate } from "../../contracts/dates.js";
import type { LetterContent, LetterMunicipality } from "../../contracts/letter.js";
import { composeCommunication } from "../../rules/letters/compose-communication.js";
import { composeCompletion } from "../../rules/letters/compose-completion.js";
import type { Communication } from "../../store/communications.js";
import type { Member } from "../../store/members.js";
import type { LetterBasis } from "./letter-basis.js";
import { letterInputFor } from "./recipient.js";

/** What a letter about the handling is made from, beside whom it goes to. */
export type HandlingLetterParts = {
  readonly basis: LetterBasis;
  readonly communication: Communication;
  /** Who wrote the material; the system where nobody did. */
  readonly preparedBy: string;
  readonly sentOn: LocalDate;
  /** When it was asked for the first time, where this reminds of it. */
  readonly remindsOf?: LocalDate;
  readonly municipality: LetterMunicipality;
};

/** The letter that goes out before a decision: material to comment on, what is missing, or a reminder of it. */
export const handlingLetterFor = (recipient: Member, parts: HandlingLetterParts): LetterContent => {
  const { basis, communication, preparedBy, sentOn, remindsOf, municipality } = parts;
  const { content, answerBy } = communication;
  const input = { ...letterInputFor(recipient, { basis, municipality }), sentOn, answerBy };
  if ("text" in content)
    return composeCommunication({ ...input, material: { text: content.text, by: preparedBy, on: sentOn } });
  return composeCompletion({ ...input, missing: content.items, ...(remindsOf !== undefined && { remindsOf }) });
};
