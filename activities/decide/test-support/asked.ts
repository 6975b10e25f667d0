import { append } from "../../../audit/append.js";
import { caseSchema, type Case } from "../../../contracts/case.js";
import type { Reason } from "../../../contracts/codes/reasons.js";
import { localDate } from "../../../contracts/dates.js";
import type { DecisionDraft } from "../../../contracts/decision-draft.js";
import type { CaseId, DecisionRequestId, MemberId } from "../../../contracts/ids.js";
import { receiptSchema, type Finding, type Receipt } from "../../../contracts/receipt.js";
import { canonicalJson, sha256Hex } from "../../../platform/canonical.js";
import { saveAssessment } from "../../../store/assessments.js";
import { addCommunication, answerCommunication, markCommunicationSent } from "../../../store/communications.js";
import { addDecisionRequest } from "../../../store/decisions.js";
import { markLetterDelivered, saveLetter } from "../../../store/letters.js";
import { listMembers } from "../../../store/members.js";
import { grantRole, registerStaff } from "../../../store/staff.js";
import { aCase, aReceipt } from "../../../store/test-support/assessed-case.js";
import type { Role } from "../../../contracts/codes/roles.js";
import { anyEvent, type TestStore } from "../../../store/test-support/test-store.js";
import type { StoreTransaction } from "../../../store/transaction.js";

/** The day the tests' decisions are made. */
export const decisionDay = localDate("2025-10-27");

/** Does some work and logs it, as the store demands. */
export const logged = <T>({ store }: TestStore, work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
  store.transaction(async (tx) => {
    const result = await work(tx);
    await append(tx, anyEvent);
    return result;
  });

/** Somebody with roles. */
export const someone = (test: TestStore, subject: string, roles: readonly Role[]): Promise<string> =>
  logged(test, async (tx) => {
    const { id } = await registerStaff(tx, { subject, displayName: subject, unit: "Enhet 1" });
    for (const role of roles) await grantRole(tx, id, role);
    return id;
  });

/** A finding that leaves a question open, or that is settled. */
export const question = (reason: Reason, differs: Partial<Finding> = {}): Finding => ({
  code: "identity-open",
  result: "not-met",
  provision: "test",
  basis: [],
  reason,
  ...differs,
});

/** Assesses a case anew: with the findings, and the figures that differ. */
export const assessAs = (
  tx: StoreTransaction,
  caseId: CaseId,
  {
    findings = [],
    input = {},
    ...differs
  }: Partial<Omit<Receipt, "findings">> & { readonly findings?: readonly Finding[]; readonly input?: object },
): Promise<{ readonly sequence: number }> => {
  const open = findings.flatMap(({ reason, settled }) => (reason === undefined || settled === true ? [] : [reason]));
  const value: Case = caseSchema.parse({ ...aCase, ...input });
  const receipt = receiptSchema.parse({
    ...aReceipt(),
    inputHash: sha256Hex(Buffer.from(canonicalJson(value))),
    outcome: open.length === 0 ? "prefilled" : "referred",
    reasons: open,
    findings,
    ...(open.length > 0 && { grantOre: null }),
    ...differs,
  });
  return saveAssessment(tx, {
    caseId,
    input: value,
    receiptBytes: Buffer.from(canonicalJson(receipt)),
    outcome: receipt.outcome,
    reasons: receipt.reasons,
    amountOre: receipt.grantOre,
    rulebookVersion: "test",
  });
};

/** Stores a wish to decide. */
export const askToDecide = (
  test: TestStore,
  asked: {
    readonly caseId: CaseId;
    readonly sequence: number;
    readonly by: string;
    readonly draft: DecisionDraft;
    readonly conflictDeclared?: boolean;
  },
): Promise<DecisionRequestId> =>
  logged(test, (tx) => addDecisionRequest(tx, { conflictDeclared: true, shownHash: "0".repeat(64), ...asked }));

/** Something sent to the applicant, and what came of it. */
export const sendToApplicant = (
  test: TestStore,
  sent: {
    readonly caseId: CaseId;
    readonly by: string;
    readonly kind: "communication" | "completion";
    readonly answerBy: string;
    readonly answered?: boolean;
    /** The parties whose letter has been confirmed; all of them where nothing else is said. */
    readonly reached?: readonly MemberId[];
  },
): Promise<void> =>
  logged(test, async (tx) => {
    const { caseId, by, kind } = sent;
    const communicationId = await addCommunication(tx, {
      caseId,
      by,
      kind,
      content: kind === "communication" ? { text: "Bostadsbidrag 1 300 kr." } : { items: ["Underskrift."] },
      answerBy: localDate(sent.answerBy),
    });
    await markCommunicationSent(tx, communicationId, localDate("2025-10-20"));
    for (const { memberId: recipient, role } of await listMembers(tx, caseId)) {
      if (role !== "applicant" && role !== "co-applicant") continue;
      const about = { communicationId };
      const { id } = await saveLetter(tx, { caseId, about, kind, recipient, bytes: Buffer.from("%PDF") });
      if (sent.reached?.includes(recipient) ?? true) await markLetterDelivered(tx, id, "by-hand");
    }
    if (sent.answered !== true) return;
    const answer = { text: "Det stämmer.", orally: true, answeredOn: decisionDay };
    await answerCommunication(tx, { caseId, communicationId }, answer);
  });
