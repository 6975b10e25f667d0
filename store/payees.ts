import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import type { Payee } from "../contracts/payments.js";
import { findCaseFileReading } from "./case-file-readings.js";
import { listMembers } from "./members.js";
import type { StoreTransaction } from "./transaction.js";

/** Whom the case's money goes to now: the applicant, with the account that the case system last showed for them. */
export const currentPayee = async (tx: StoreTransaction, caseId: CaseId): Promise<Payee> => {
  const applicant = (await listMembers(tx, caseId)).find(({ role }) => role === "applicant");
  if (applicant === undefined) throw new Fault("InvariantBroken", "The case has no applicant.", { caseId });
  const { personalNumber, givenName, familyName } = applicant.identity;
  const account = (await findCaseFileReading(tx, caseId))?.answer?.account;
  return {
    name: `${givenName} ${familyName}`,
    personalNumber,
    ...(account !== undefined && { maskedAccount: account.maskedNumber, unchangedSince: account.unchangedSince }),
  };
};
