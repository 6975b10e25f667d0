import type { CaseId } from "../contracts/ids.js";
import type { Post } from "./post.js";
import { steps } from "./steps.js";

/** Sets the letters of what was sent or reminded of and has none yet, one for each party, and puts them in the post. */
export const writeLetters = async (caseId: CaseId, post: Post): Promise<void> => {
  const letters = await steps.process.lettersToWrite({ caseId });
  for (const letter of letters) await steps.process.renderHandlingLetter({ caseId, ...letter });
  if (letters.length > 0) post.handOver();
};

/** Sends what a person has written to the applicant. */
export const sendToApplicant = async (
  caseId: CaseId,
  { communicationId, post }: { readonly communicationId: string; readonly post: Post },
): Promise<void> => {
  await steps.process.sendCommunication({ caseId, communicationId });
  await writeLetters(caseId, post);
};

/**
 * What a new day means for what the applicant was sent: a reminder goes out once, and that no answer came in time is
 * noted. Returns whether any time ran out.
 */
export const followUp = async (caseId: CaseId, post: Post): Promise<boolean> => {
  const { reminded, ranOut } = await steps.process.followUpCommunications({ caseId });
  if (reminded) await writeLetters(caseId, post);
  return ranOut;
};
