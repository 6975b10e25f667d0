import { append } from "../../audit/append.js";
import {
  automaticChannelSchema,
  type AutomaticChannel,
  type FoundDelivery,
  type LetterChannel,
  type LetterChannels,
} from "../../contracts/delivery.js";
import { monthInWords, type LocalDate, type Month } from "../../contracts/dates.js";
import { Fault, isFault } from "../../contracts/faults.js";
import { letterKinds } from "../../contracts/letter.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";
import { getCase, lockCase } from "../../store/cases.js";
import { findDelivery, intendDelivery, markDelivery, type Delivery } from "../../store/deliveries.js";
import { markLetterDelivered, openLetter, type LetterEntry } from "../../store/letters.js";
import { extendForLateLetter } from "../../store/letter-reach.js";
import { reinstateLetter } from "../../store/reinstate-letter.js";
import { listMembers } from "../../store/members.js";
import type { Store } from "../../store/open-store.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { theSystem } from "../actors.js";
import { channelFor } from "./channel-choice.js";
import { withoutAddress, type WithoutAddressDeps } from "./without-address.js";

/** What handing a letter over works with. */
export type DeliverDeps = WithoutAddressDeps & {
  readonly channels: LetterChannels;
  /** The channels that the municipality has named for a month, the one it prefers first. */
  readonly namedChannels: (tx: StoreTransaction, month: Month) => Promise<readonly AutomaticChannel[]>;
  /** The municipality's date: what arrives late moves the last day to answer on. */
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

/** What came of it. `needs-person`: it is unclear whether it left, or it is a person's to send. */
export type DeliveryOutcome = "delivered" | "needs-person";

type Addressee = { readonly personalNumber: PersonalNumber; readonly isProtected: boolean; readonly month: Month };

/**
 * Hands one letter over, or leaves it to a person. Whoever then sends it by hand has one without an address where
 * identity is protected, also where the mark came while it was on its way out. One that may have left is looked for as
 * it was, and set again only when it is not found.
 */
export const deliverOne = async (deps: DeliverDeps, letter: LetterEntry): Promise<DeliveryOutcome> => {
  if (letter.deliveredAt !== null) return "delivered";
  const known = await deps.store.read((tx) => findDelivery(tx, letter.id));
  const mayHaveLeft = known?.state === "submitted" || known?.state === "unclear";
  const current = mayHaveLeft ? letter : await withoutAddress(deps, letter);
  const outcome = await handOver(deps, current);
  if (outcome === "needs-person") await withoutAddress(deps, current);
  return outcome;
};

/**
 * Hands one letter over: look, send once, read back. It is sent only where it never was submitted and nothing of it is
 * found; what is found under its reference with the same bytes confirms it, and anything else is a person's question.
 */
const handOver = async (deps: DeliverDeps, letter: LetterEntry): Promise<DeliveryOutcome> => {
  const { store, channels } = deps;
  const addressee = await addresseeOf(store, letter);
  const delivery = await intend(deps, { letter, addressee });
  const automatic = automaticChannelSchema.safeParse(delivery.channel);
  if (delivery.state === "confirmed") return "delivered";
  if (delivery.state === "by-hand" || !automatic.success) return "needs-person";
  if (delivery.state === "intended" && (await store.transaction((tx) => withheld(tx, letter)))) return "needs-person";
  const channel = channels[automatic.data];

  const before = foundOf(letter, await channel.find(letter.id));
  if (before !== "absent") return settle(deps, { letter, delivery, found: before });
  if (delivery.state !== "intended") return settle(deps, { letter, delivery, found: "ambiguous" });
  if (!(await sendOnce(store, { letter, addressee, channel }))) return "needs-person";
  const after = foundOf(letter, await channel.find(letter.id));
  return settle(deps, { letter, delivery, found: after === "absent" ? "ambiguous" : after });
};

/** Looks for a letter whose sending was unclear. Never sends. */
export const lookAgain = async (deps: DeliverDeps, letter: LetterEntry): Promise<void> => {
  const delivery = await deps.store.read((tx) => findDelivery(tx, letter.id));
  const channel = automaticChannelSchema.safeParse(delivery?.channel);
  if (delivery?.state !== "unclear" || !channel.success) return;
  const found = foundOf(letter, await deps.channels[channel.data].find(letter.id));
  if (typeof found === "object") await settle(deps, { letter, delivery, found });
};

const addresseeOf = (store: Store, { caseId, recipientMember }: LetterEntry): Promise<Addressee> =>
  store.read(async (tx) => {
    const row = await getCase(tx, caseId);
    const member = (await listMembers(tx, caseId)).find(({ memberId }) => memberId === recipientMember);
    if (member === undefined) throw new Fault("InvariantBroken", "The letter is to nobody in the case.", { caseId });
    return { personalNumber: member.identity.personalNumber, isProtected: row.protected, month: row.benefitMonth };
  });

const intend = async (
  { store, channels, namedChannels }: DeliverDeps,
  { letter, addressee }: { readonly letter: LetterEntry; readonly addressee: Addressee },
): Promise<Delivery> => {
  const { id: letterId, caseId, sha256 } = letter;
  const { known, named } = await store.read(async (tx) => ({
    known: await findDelivery(tx, letterId),
    named: await namedChannels(tx, addressee.month),
  }));
  if (known !== undefined) return known;
  const channel = await channelFor(addressee, { named, channels });
  return store.transaction(async (tx) => {
    const { delivery, created } = await intendDelivery(tx, { letterId, caseId, channel });
    if (created)
      await append(tx, {
        action: "letter.intended",
        caseId,
        actor: theSystem,
        details: { letter: letterId, sha256, channel: delivery.channel },
      });
    return delivery;
  });
};

/**
 * Takes a letter that has not left out of its channel where identity is protected by now: it was set with the address,
 * before the mark, so no system may have it. A person sees to it, by way of the Tax Agency (OSL 26 kap. 1 §). The case
 * stays locked to the end of the transaction, so that no mark slips in between. Returns whether it was withheld.
 */
const withheld = async (tx: StoreTransaction, { id, caseId, sha256 }: LetterEntry): Promise<boolean> => {
  if (!(await lockCase(tx, caseId)).protected) return false;
  const channel = "protected-mail";
  await markDelivery(tx, id, { state: "by-hand", channel });
  await append(tx, {
    action: "letter.intended",
    caseId,
    actor: theSystem,
    details: { letter: id, sha256, channel },
  });
  return true;
};

/** Identity was found protected as the letter was to be submitted: the sending is broken off, with nothing sent. */
class Withheld extends Error {}

/** What a look in the channel says of one letter. Ours is known by its reference and must hold the very bytes. */
const foundOf = (letter: LetterEntry, found: readonly FoundDelivery[]): FoundDelivery | "absent" | "ambiguous" => {
  const [first] = found;
  if (first === undefined) return "absent";
  const ours = first.sha256 === letter.sha256 || first.sha256 === letter.replacedSha256;
  return found.length === 1 && ours ? first : "ambiguous";
};

/** Sends once. Returns false where it was withheld at the last moment; protection is read again as it is submitted. */
const sendOnce = async (
  store: Store,
  {
    letter,
    addressee,
    channel,
  }: { readonly letter: LetterEntry; readonly addressee: Addressee; readonly channel: LetterChannel },
): Promise<boolean> => {
  const { id, caseId, kind, sha256 } = letter;
  const pdf = await store.read((tx) => openLetter(tx, id));
  const title = `${letterKinds[kind].title}, ${monthInWords(addressee.month)}`;
  try {
    await channel.send({ reference: id, personalNumber: addressee.personalNumber, title, pdf }, async () => {
      const isSubmitted = await store.transaction(async (tx) => {
        if (await withheld(tx, letter)) return false;
        await markDelivery(tx, id, { state: "submitted" });
        await append(tx, {
          action: "letter.submitted",
          caseId,
          actor: theSystem,
          details: { letter: id, sha256 },
        });
        return true;
      });
      if (!isSubmitted) throw new Withheld();
    });
  } catch (error) {
    if (error instanceof Withheld) return false;
    // Whether it was taken or not is now a matter of looking, as after a crash.
    if (!isFault(error) || error.name !== "OutcomeUnknown") throw error;
  }
  return true;
};

/** Stores what a look came to. The case is locked first: whoever decides reads what has arrived, and what it was about. */
const settle = (
  { store, today }: DeliverDeps,
  {
    letter,
    delivery,
    found,
  }: { readonly letter: LetterEntry; readonly delivery: Delivery; readonly found: FoundDelivery | "ambiguous" },
): Promise<DeliveryOutcome> =>
  store.transaction(async (tx) => {
    const { id, caseId } = letter;
    const { channel } = delivery;
    const { sha256 } = found === "ambiguous" ? letter : found;
    await lockCase(tx, caseId);
    const details = { letter: id, sha256, channel };
    if (found === "ambiguous") {
      if (delivery.state === "unclear") return "needs-person";
      await markDelivery(tx, id, { state: "unclear" });
      await append(tx, { action: "letter.unclear", caseId, actor: theSystem, details });
      return "needs-person";
    }
    const { receiptId } = found;
    await markDelivery(tx, id, { state: "confirmed", receiptId });
    await reinstateLetter(tx, { letterId: id, leftSha256: found.sha256 });
    await markLetterDelivered(tx, id, channel);
    const answerBy = await extendForLateLetter(tx, id, await today(tx));
    await append(tx, {
      action: "letter.delivered",
      caseId,
      actor: theSystem,
      details: { ...details, receipt: receiptId, ...(answerBy !== undefined && { answerBy }) },
    });
    return "delivered";
  });
