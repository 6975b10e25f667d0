import { append } from "../audit/append.js";
import { instantSchema, type Instant } from "../contracts/dates.js";
import { isFault } from "../contracts/faults.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { CaseId } from "../contracts/ids.js";
import { changeCase, getCase } from "../store/cases.js";
import { listDeliveries, listUnclear, listUnopened, markOpened, type Delivery } from "../store/deliveries.js";
import { findLetter, listLetters, type LetterEntry } from "../store/letters.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";
import { whileBeating } from "./heartbeat.js";
import { deliverOne, lookAgain, type DeliverDeps, type DeliveryOutcome } from "./letters/deliver.js";
import { createSetWaitingAgain } from "./letters/set-waiting-again.js";

/** Steps that hand letters over. */
export type OutboxActivities = ReturnType<typeof createOutboxActivities>;

export const createOutboxActivities = (deps: DeliverDeps) => {
  const setWaitingAgain = createSetWaitingAgain(deps);
  return {
    /**
     * Hands every letter of the case over that has not left yet: look, send once, read back. A letter that may or may
     * not have left, or that is a person's to send, becomes a question to staff.
     * Safe to retry because it looks first and sends only what was never submitted.
     */
    deliverLetter: ({ caseId }: { readonly caseId: CaseId }): Promise<DeliveryOutcome> =>
      whileBeating(async () => {
        const outcomes: DeliveryOutcome[] = [];
        for (const letter of await deps.store.read((tx) => lettersToHandOver(tx, caseId)))
          outcomes.push(await deliverOne(deps, letter));
        const outcome = outcomes.includes("needs-person") ? "needs-person" : "delivered";
        await deps.store.transaction((tx) => showInQueue(tx, caseId));
        return outcome;
      }),

    /**
     * Follows letters that have left: when the recipient opened them, and whether one whose sending was unclear has been
     * found after all. One that waits for a person bears no address once identity is protected, whenever the mark came.
     * Safe to retry because it sends nothing, and notes each thing once.
     */
    followLetters: (): Promise<void> =>
      whileBeating(async () => {
        await lookAtEach(deps, await deps.store.read(listUnclear), (letter) => lookAgain(deps, letter));
        const unopened = await deps.store.read((tx) => listUnopened(tx, { since: monthBefore(tx.at), limit: atMost }));
        await lookAtEach(deps, unopened, (letter) => noteOpened(deps, letter));
        // Last: what turned out to have left above stays as it left.
        await setWaitingAgain();
      }),
  };
};

/** Where an application was written off nobody waits for what was asked in it: only the letter of that leaves. */
const lettersToHandOver = async (tx: StoreTransaction, caseId: CaseId): Promise<readonly LetterEntry[]> => {
  const { endedAs } = await getCase(tx, caseId);
  const letters = await listLetters(tx, caseId);
  return endedAs === null ? letters : letters.filter(({ closingId }) => closingId !== null);
};

/** So many letters are asked about in one round, and none that was delivered longer ago: nothing else waits for them. */
const atMost = 50;
const followedForDays = 30;
const monthBefore = (at: Instant): Instant =>
  instantSchema.parse(new Date(Date.parse(at) - followedForDays * 86_400_000).toISOString());

/**
 * Looks at each letter. One that cannot be looked at is asked about another time, and the first channel that is down
 * ends the round: nobody waits for it once for each letter.
 */
const lookAtEach = async (
  { store }: DeliverDeps,
  deliveries: readonly Delivery[],
  look: (letter: LetterEntry) => Promise<void>,
): Promise<void> => {
  for (const { letterId } of deliveries)
    try {
      const letter = await store.read((tx) => findLetter(tx, letterId));
      if (letter !== undefined) await look(letter);
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.name === "PortalUnavailable") return;
    }
};

const noteOpened = async ({ store, channels }: DeliverDeps, letter: LetterEntry): Promise<void> => {
  const [found, ...more] = await channels["digital-mailbox"].find(letter.id);
  const openedAt = found?.openedAt;
  if (openedAt === undefined || more.length > 0) return;
  await store.transaction(async (tx) => {
    if (!(await markOpened(tx, letter.id, openedAt))) return;
    await append(tx, {
      action: "letter.opened",
      caseId: letter.caseId,
      actor: theSystem,
      details: { letter: letter.id, openedAt },
    });
  });
};

const unclear: Reason = "letter-unclear";
const byHand: Reason = "letter-by-hand";

/** Puts a decided case whose letter needs a person among those that need one, and takes it back when it no longer does. */
const showInQueue = async (tx: StoreTransaction, caseId: CaseId): Promise<void> => {
  const row = await getCase(tx, caseId);
  if (row.state !== "delivering" && !row.reasons.includes(unclear) && !row.reasons.includes(byHand)) return;
  const states = new Set((await listDeliveries(tx, caseId)).map(({ state }) => state));
  const reasons = [...(states.has("unclear") ? [unclear] : []), ...(states.has("by-hand") ? [byHand] : [])];
  const state = reasons.length > 0 ? "referred" : "delivering";
  if (state === row.state) return;
  await changeCase(tx, caseId, { state, reasons });
  await append(tx, { action: "case.state-changed", caseId, actor: theSystem, details: { state } });
};
