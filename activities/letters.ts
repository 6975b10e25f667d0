import { append } from "../audit/append.js";
import { caseAtDecision, type DecidedCase } from "./letters/decided-case.js";
import { grantLetterFor } from "./letters/grant-letter.js";
import type { CaseId } from "../contracts/ids.js";
import type { LetterContent, LetterMunicipality } from "../contracts/letter.js";
import { listLetters, markLetterDelivered, saveLetter } from "../store/letters.js";
import type { Store } from "../store/open-store.js";
import { theSystem } from "./actors.js";

/** What letters are made with. `deliver` hands a letter over once and says by which channel. */
export type LetterDeps = {
  readonly store: Store;
  readonly letterMunicipality: LetterMunicipality;
  readonly renderLetter: (content: LetterContent) => Promise<Uint8Array>;
};

/** How letters leave today: a simulated digital mailbox. */
const channel = "digital-mailbox";

export const createLetterActivities = ({ store, letterMunicipality, renderLetter }: LetterDeps) => ({
  /**
   * Sets the decision letter, one copy for each party, and stores the bytes as they will be sent.
   * Safe to retry because the same decision gives the same bytes, stored once for each party.
   */
  renderLetter: async ({ caseId }: { readonly caseId: CaseId }): Promise<void> => {
    const decided: DecidedCase = await store.read((tx) => caseAtDecision(tx, caseId));
    for (const recipient of decided.adults) {
      const content = grantLetterFor(recipient, { decided, municipality: letterMunicipality });
      const bytes = await renderLetter(content);
      await store.transaction(async (tx) => {
        const { decision } = decided;
        const letter = await saveLetter(tx, { caseId, decisionId: decision.id, kind: content.kind, recipient: recipient.memberId, bytes });
        if (!letter.created) return;
        await append(tx, {
          action: "letter.rendered",
          caseId,
          actor: theSystem,
          details: { letter: letter.id, kind: content.kind, sha256: letter.sha256, memberId: recipient.memberId, texts: `${content.texts.id}@${content.texts.version}` },
          content,
        });
      });
    }
  },

  /** Hands every letter of the case over that has not left yet. Safe to retry because each is marked as sent once. */
  deliverLetter: ({ caseId }: { readonly caseId: CaseId }): Promise<void> =>
    store.transaction(async (tx) => {
      for (const { id, sha256, deliveredAt } of await listLetters(tx, caseId)) {
        if (deliveredAt !== null || !(await markLetterDelivered(tx, id, channel))) continue;
        await append(tx, { action: "letter.delivered", caseId, actor: theSystem, details: { letter: id, sha256, channel } });
      }
    }),
});
