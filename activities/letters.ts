import { append } from "../audit/append.js";
import type { LocalDate } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import type { LetterContent, LetterHearing, LetterKind, LetterMunicipality } from "../contracts/letter.js";
import { listCommunications, type Communication } from "../store/communications.js";
import { findDecision, getDecisionDraft, listDecisions, type Decision } from "../store/decisions.js";
import { findLetterAbout, saveLetter, type LetterAbout } from "../store/letters.js";
import type { Member } from "../store/members.js";
import type { Store } from "../store/open-store.js";
import { findStaff } from "../store/staff.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";
import type { PacksInForce } from "./packs-in-force.js";
import { deciderTitle } from "./letters/decider-title.js";
import { decisionLetterFor, type DecisionLetterParts } from "./letters/decision-letter.js";
import { endingLetterFor, loadEndingLetter } from "./letters/ending-letter.js";
import { handlingLetterFor } from "./letters/handling-letter.js";
import { loadLetterBasis } from "./letters/letter-basis.js";
import { paymentToTell } from "./letters/payment-to-tell.js";

/** What letters are made with. */
export type LetterDeps = {
  readonly store: Store;
  readonly packsInForce: PacksInForce;
  readonly letterMunicipality: LetterMunicipality;
  readonly renderLetter: (content: LetterContent) => Promise<Uint8Array>;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

/** A letter about something that was sent before a decision, the first time or as a reminder. */
export type HandlingLetterInput = {
  readonly caseId: CaseId;
  readonly communicationId: string;
  readonly reminder?: boolean;
};

export const createLetterActivities = (deps: LetterDeps) => ({
  /**
   * Sets the decision letter, one copy for each party, and stores the bytes as they will be sent.
   * Safe to retry because each party's copy is stored once, and never set again here. Where the payment stands is read at
   * each attempt: a copy that a later attempt sets may tell of a payment that an earlier one did not.
   */
  renderLetter: async ({ caseId }: { readonly caseId: CaseId }): Promise<void> => {
    const { decisionId, parts } = await deps.store.read((tx) => decidedCase(tx, caseId, deps));
    await renderForEach(deps, parts.basis.parties, {
      caseId,
      about: { decisionId },
      compose: (recipient) => decisionLetterFor(recipient, parts),
    });
  },

  /**
   * Sets the letter of an application that was written off, one copy for each party. Safe to retry because it is stored
   * once for each party.
   */
  renderEndingLetter: async (ended: { readonly caseId: CaseId; readonly closingId: string }): Promise<void> => {
    const parts = await deps.store.read(async (tx) =>
      loadEndingLetter(tx, ended, { municipality: deps.letterMunicipality, packs: await deps.packsInForce(tx) }),
    );
    await renderForEach(deps, parts.basis.parties, {
      caseId: ended.caseId,
      about: { closingId: ended.closingId },
      compose: (recipient) => endingLetterFor(recipient, parts),
      kind: "written-off",
    });
  },

  /**
   * Sets the letter of something that is sent before a decision: material to comment on, what is missing, or a reminder
   * of it. Safe to retry because it is stored once for each party, and dated the day it was marked as sent.
   */
  renderHandlingLetter: async ({ caseId, communicationId, reminder = false }: HandlingLetterInput): Promise<void> => {
    const { parts } = await deps.store.read((tx) => writtenTo(tx, { caseId, communicationId, reminder }, deps));
    await renderForEach(deps, parts.basis.parties, {
      caseId,
      about: { communicationId },
      compose: (recipient) => handlingLetterFor(recipient, parts),
      kind: handlingKind(parts.communication, reminder),
    });
  },
});

const handlingKind = ({ kind }: Communication, reminder: boolean): LetterKind =>
  kind === "completion" && reminder ? "reminder" : kind;

/** One copy for each party. A copy that is stored is never set again: a reminder of another day would differ. */
const renderForEach = async (
  { store, renderLetter }: LetterDeps,
  recipients: readonly Member[],
  {
    caseId,
    about,
    compose,
    kind,
  }: {
    readonly caseId: CaseId;
    readonly about: LetterAbout;
    readonly compose: (recipient: Member) => LetterContent;
    readonly kind?: LetterKind;
  },
): Promise<void> => {
  for (const recipient of recipients) {
    const { memberId } = recipient;
    const stored =
      kind !== undefined &&
      (await store.read((tx) => findLetterAbout(tx, { about, kind, recipient: memberId }))) !== undefined;
    if (stored) continue;
    const content = compose(recipient);
    const bytes = await renderLetter(content);
    await store.transaction(async (tx) => {
      const letter = await saveLetter(tx, { caseId, about, kind: content.kind, recipient: memberId, bytes });
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
};

/** What a decision's letter is made from: the month's decision, and the one under 12 kap. 2 § SoL that went with it. */
const decidedCase = async (
  tx: StoreTransaction,
  caseId: CaseId,
  { letterMunicipality: municipality, packsInForce }: LetterDeps,
): Promise<{ readonly decisionId: string; readonly parts: DecisionLetterParts }> => {
  const decision = await findDecision(tx, caseId);
  const decidedBy = decision === undefined ? undefined : await findStaff(tx, decision.decidedBy);
  if (decision === undefined || decidedBy === undefined)
    throw new Fault("InvariantBroken", "There is no decision letter before a decision.", { caseId });
  const packs = await packsInForce(tx);
  const beside = (await listDecisions(tx, caseId)).find(isBeside(decision));
  return {
    decisionId: decision.id,
    parts: {
      basis: await loadLetterBasis(tx, caseId, { packs, sequence: decision.sequence }),
      told: {
        draft: await getDecisionDraft(tx, decision.requestId),
        amountOre: decision.amountOre,
        decidedOn: decision.decidedOn,
        decidedBy: decidedBy.displayName,
        decidedByTitle: await deciderTitle(tx, {
          staff: decidedBy,
          recordedAt: decision.recordedAt,
          packs,
          under: { item: decision.delegationItem, outcome: decision.outcome, on: decision.decidedOn },
        }),
        delegationItem: decision.delegationItem,
        hearing: hearingAt(decision),
        ...(beside !== undefined && { discretionaryItem: beside.delegationItem }),
      },
      payment: await paymentToTell(tx, caseId),
      municipality,
    },
  };
};

const hearingAt = ({ id: decisionId, hearing }: Decision): LetterHearing => {
  if (hearing === null) throw new Fault("InvariantBroken", "The decision is older than kept hearings.", { decisionId });
  return hearing;
};

const isBeside =
  ({ requestId }: Decision) =>
  (other: Decision): boolean =>
    other.supplement && other.requestId === requestId;

const writtenTo = async (
  tx: StoreTransaction,
  { caseId, communicationId, reminder }: Required<HandlingLetterInput>,
  { today, packsInForce, letterMunicipality: municipality }: LetterDeps,
) => {
  const communication = (await listCommunications(tx, caseId)).find(({ id }) => id === communicationId);
  if (communication?.sentOn === undefined || communication.sentOn === null)
    throw new Fault("InvariantBroken", "There is no letter before something is to be sent.", { caseId });
  const { preparedBy, sentOn, kind, sequence } = communication;
  // What is sent for comments is what was known when the text was written: the hearing is compared with that.
  const basis = await loadLetterBasis(tx, caseId, {
    packs: await packsInForce(tx),
    ...(kind === "communication" && sequence !== null && { sequence }),
  });
  const author = preparedBy === null ? undefined : await findStaff(tx, preparedBy);
  return {
    parts: {
      basis,
      communication,
      preparedBy: author?.displayName ?? municipality.board,
      sentOn: reminder ? await today(tx) : sentOn,
      ...(reminder && { remindsOf: sentOn }),
      municipality,
    },
  };
};
