import { closingKinds } from "../../contracts/api/commands.js";
import { dateInWords, monthInWords } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import { getCase } from "../../store/cases.js";
import { getClosing } from "../../store/closings.js";
import { listMembers } from "../../store/members.js";
import { findStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** The journal note of a case that was written off. The same closing gives the same note. */
export const endingNote = async (
  tx: StoreTransaction,
  { caseId, closingId }: { readonly caseId: CaseId; readonly closingId: string },
): Promise<CaseSystemRecord> => {
  const { kind, explanation, reference, happenedOn, delegationItem, endedBy, endedOn } = await getClosing(
    tx,
    closingId,
  );
  const { number, benefitMonth } = await getCase(tx, caseId);
  const applicant = (await listMembers(tx, caseId)).find(({ role }) => role === "applicant");
  const by = await findStaff(tx, endedBy);
  if (applicant === undefined || by === undefined || endedOn === null || happenedOn === null || delegationItem === null)
    throw new Fault("InvariantBroken", "The case has not ended, or lacks its applicant or who ended it.", { caseId });
  return {
    kind: "journal",
    reference: `${number}-A-${closingId.slice(0, 8)}`,
    personalNumber: applicant.identity.personalNumber,
    month: benefitMonth,
    text:
      `Ansökan om försörjningsstöd för ${monthInWords(benefitMonth)} avskrevs ${dateInWords(endedOn)} utan prövning i sak. ` +
      `${closingKinds[kind].title} ${dateInWords(happenedOn)}${reference === null ? "" : `, beslut ${reference}`}: ` +
      `${explanation} Beslutat av ${by.displayName} enligt punkt ${delegationItem} i delegationsordningen.`,
  };
};
