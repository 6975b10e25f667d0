import type { CaseId } from "../contracts/ids.js";
import type { AssessmentSummary } from "../contracts/process.js";
import type { Post } from "./post.js";
import { steps } from "./steps.js";

/** Sends what is written to the applicant: marked as sent, set as a letter for each party, and put in the post. */
export const sendToApplicant = async (
  caseId: CaseId,
  { communicationId, post }: { readonly communicationId: string; readonly post: Post },
): Promise<void> => {
  await steps.process.sendCommunication({ caseId, communicationId });
  await steps.process.renderHandlingLetter({ caseId, communicationId });
  post.handOver();
};

/**
 * Asks the applicant for what a waiting case needs from them (FL 20 and 23 §§). Returns whether anything was asked for:
 * each thing is, once.
 */
export const askForWhatIsMissing = async (
  caseId: CaseId,
  { assessed, post }: { readonly assessed: AssessmentSummary; readonly post: Post },
): Promise<boolean> => {
  if (assessed.outcome !== "waiting") return false;
  const asked = await steps.process.askForCompletion({ caseId });
  if (asked === undefined) return false;
  await sendToApplicant(caseId, { ...asked, post });
  return true;
};

/**
 * What a new day means for what the applicant was sent: a reminder goes out once, and that no answer came in time is
 * noted. Returns whether any time ran out.
 */
export const followUp = async (caseId: CaseId, post: Post): Promise<boolean> => {
  const { reminded, ranOut } = await steps.process.followUpCommunications({ caseId });
  for (const communicationId of reminded)
    await steps.process.renderHandlingLetter({ caseId, communicationId, reminder: true });
  if (reminded.length > 0) post.handOver();
  return ranOut;
};
