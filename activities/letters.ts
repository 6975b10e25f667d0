import { append } from "../audit/append.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import type { LetterContent, LetterMunicipality } from "../contracts/letter.js";
import { findDecision, getDecisionDraft } from "../store/decisions.js";
import { listLetters, markLetterDelivered, saveLetter } from "../store/letters.js";
import type { Store } from "../store/open-store.js";
import { findStaff } from "../store/staff.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";
import { grantLetterFor, type GrantToTell } from "./letters/grant-letter.js";
import { loadLetterBasis, type LetterBasis } from "./letters/letter-basis.js";

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
    const { decisionId, basis, grant } = await store.read((tx) => decidedCase(tx, caseId));
    for (const recipient of basis.adults) {
      const content = grantLetterFor(recipient, { basis, grant, municipality: letterMunicipality });
      const bytes = await renderLetter(content);
      const { memberId } = recipient;
      await store.transaction(async (tx) => {
        const letter = await saveLetter(tx, { caseId, decisionId, kind: content.kind, recipient: memberId, bytes });
        if (!letter.created) return;
        const { id, sha256 } = letter;
        const texts = `${content.texts.id}@${content.texts.version}`;
        await append(tx, {
          action: "letter.rendered",
          caseId,
          actor: theSystem,
          details: { letter: id, kind: content.kind, sha256, memberId, texts },
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
        await append(tx, {
          action: "letter.delivered",
          caseId,
          actor: theSystem,
          details: { letter: id, sha256, channel },
        });
      }
    }),
});

type DecidedCase = { readonly decisionId: string; readonly basis: LetterBasis; readonly grant: GrantToTell };

const decidedCase = async (tx: StoreTransaction, caseId: CaseId): Promise<DecidedCase> => {
  const decision = await findDecision(tx, caseId);
  const decidedBy = decision === undefined ? undefined : await findStaff(tx, decision.decidedBy);
  if (decision === undefined || decidedBy === undefined)
    throw new Fault("InvariantBroken", "There is no decision letter before a decision.", { caseId });
  const { childPerspective } = await getDecisionDraft(tx, decision.requestId);
  return {
    decisionId: decision.id,
    basis: await loadLetterBasis(tx, caseId, { sequence: decision.sequence }),
    grant: {
      amountOre: decision.amountOre,
      decidedOn: decision.decidedOn,
      decidedBy: decidedBy.displayName,
      delegationItem: decision.delegationItem,
      ...(childPerspective !== undefined && { childPerspective }),
    },
  };
};
