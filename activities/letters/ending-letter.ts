import type { LocalDate } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import type { LetterContent, LetterMunicipality } from "../../contracts/letter.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { composeWrittenOff, type WrittenOffGround } from "../../rules/letters/compose-written-off.js";
import { getClosing, type Closing } from "../../store/closings.js";
import type { Member } from "../../store/members.js";
import { findStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { deciderTitle } from "./decider-title.js";
import { loadLetterBasis, type LetterBasis } from "./letter-basis.js";
import { letterInputFor } from "./recipient.js";

/** What the letter of an application that was written off is made from, beside whom it goes to. */
export type EndingLetterParts = {
  readonly basis: LetterBasis;
  readonly ground: WrittenOffGround;
  readonly decidedOn: LocalDate;
  readonly decidedBy: { readonly name: string; readonly title: string };
  readonly delegationItem: string;
  readonly municipality: LetterMunicipality;
};

/** Loads it. @throws Fault `InvariantBroken` where the application has not been written off. */
export const loadEndingLetter = async (
  tx: StoreTransaction,
  { caseId, closingId }: { readonly caseId: CaseId; readonly closingId: string },
  { municipality, packs }: { readonly municipality: LetterMunicipality; readonly packs: Packs },
): Promise<EndingLetterParts> => {
  const outcome = "written-off";
  const closing = await getClosing(tx, closingId);
  const { endedOn, recordedAt, delegationItem, endedBy } = closing;
  const staff = await findStaff(tx, endedBy);
  if (endedOn === null || recordedAt === null || delegationItem === null || staff === undefined)
    throw new Fault("InvariantBroken", "There is no letter before the application is written off.", { caseId });
  return {
    basis: await loadLetterBasis(tx, caseId, { packs }),
    ground: groundOf(closing),
    decidedOn: endedOn,
    decidedBy: {
      name: staff.displayName,
      title: await deciderTitle(tx, {
        staff,
        recordedAt,
        packs,
        under: { item: delegationItem, outcome, on: endedOn },
      }),
    },
    delegationItem,
    municipality,
  };
};

const groundOf = ({ id, kind, happenedOn: on, reference }: Closing): WrittenOffGround => {
  if (on !== null && kind === "withdrawn") return { kind, on };
  if (on !== null && kind === "decided-elsewhere" && reference !== null) return { kind, on, reference };
  throw new Fault("InvariantBroken", "The writing off lacks its day or its reference.", { closing: id });
};

/** The letter that tells of it, with how it is appealed (FL 33 §). */
export const endingLetterFor = (
  recipient: Member,
  { basis, municipality, ground, ...decision }: EndingLetterParts,
): LetterContent => composeWrittenOff({ ...letterInputFor(recipient, { basis, municipality }), ground, decision });
