import type { CaseId } from "../../contracts/ids.js";
import { listApplications } from "../../store/applications.js";
import { listMembers, type Member } from "../../store/members.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { completed } from "../compose/completed.js";

/**
 * Whom letters of a case go to: the applicant, and a co-applicant who has signed the application or a completion of it.
 * One who has signed nothing has applied for nothing, and must not be told of the other's affairs (OSL 26 kap. 1 §).
 */
export const partiesOf = async (tx: StoreTransaction, caseId: CaseId): Promise<Member[]> => {
  const applications = await listApplications(tx, caseId);
  const first = applications.find(({ linkedAs }) => linkedAs === "first")?.application;
  const later = applications.filter(({ linkedAs }) => linkedAs === "completion").map(({ application }) => application);
  const persons = first === undefined ? [] : completed(first, later).persons;
  const signed = new Set(
    persons.filter(({ signedOn }) => signedOn !== undefined).map(({ personalNumber }) => personalNumber),
  );
  return (await listMembers(tx, caseId)).filter(
    ({ role, identity }) => role === "applicant" || (role === "co-applicant" && signed.has(identity.personalNumber)),
  );
};
