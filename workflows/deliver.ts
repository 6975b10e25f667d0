import type { CaseId } from "../contracts/ids.js";
import { writeKinds, type WriteKind } from "../contracts/write-kinds.js";
import { steps } from "./steps.js";

/** Resolves when a person has looked in the case system and answered the question about a write. */
type Questions = { readonly personHasLooked: () => Promise<void> };

/** Writes the decision to the case system, one record at a time, and sends the letter. */
export const deliver = async (caseId: CaseId, questions: Questions): Promise<void> => {
  for (const kind of writeKinds) await writeUntilConfirmed({ caseId, kind }, questions);
  await steps.process.renderLetter({ caseId });
  await steps.process.deliverLetter({ caseId });
};

/** An unclear write is a question to a person, never a second submission by the machine. */
const writeUntilConfirmed = async (
  write: { readonly caseId: CaseId; readonly kind: WriteKind },
  questions: Questions,
): Promise<void> => {
  let outcome = await steps.caseSystem.writeToCaseSystem(write);
  while (outcome !== "confirmed") {
    await questions.personHasLooked();
    outcome = await steps.caseSystem.writeToCaseSystem(write);
  }
};
