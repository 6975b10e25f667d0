import { append } from "../../audit/append.js";
import {
  automaticChannelSchema,
  type AutomaticChannel,
  type FoundDelivery,
  type LetterChannel,
  type LetterChannels,
} from "../../contracts/delivery.js";
import { monthInWords, type Month } from "../../contracts/dates.js";
import { Fault, isFault } from "../../contracts/faults.js";
import { letterKinds } from "../../contracts/letter.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";
import { getCase } from "../../store/cases.js";
import { findDelivery, intendDelivery, markDelivery, type Delivery } from "../../store/deliveries.js";
import { markLetterDelivered, openLetter, type LetterEntry } from "../../store/letters.js";
import { listMembers } from "../../store/members.js";
import type { Store } from "../../store/open-store.js";
import { theSystem } from "../actors.js";
import { channelFor } from "./channel-choice.js";

/** What handing a letter over works with. */
export type DeliverDeps = {
  readonly store: Store;
  readonly channels: LetterChannels;
  /** The channels that the municipality has named for a month, the one it prefers first. */
  readonly namedChannels: (month: Month) => readonly AutomaticChannel[];
};

/** What came of it. `needs-person`: it is unclear whether it left, or it is a person's to send. */
export type DeliveryOutcome = "delivered" | "needs-person";

type Addressee = { readonly personalNumber: PersonalNumber; readonly isProtected: boolean; readonly month: Month };

/**
 * Hands one letter over: look, send once, read back. It is sent only where it never was submitted and nothing of it is
 * found; what is found under its reference with the same bytes confirms it, and anything else is a person's question.
 */
export const deliverOne = async (deps: DeliverDeps, letter: LetterEntry): Promise<DeliveryOutcome> => {
  const { store, channels } = deps;
  if (letter.deliveredAt !== null) return "delivered";
  const addressee = await addresseeOf(store, letter);
  const delivery = await intend(deps, { letter, addressee });
  const automatic = automaticChannelSchema.safeParse(delivery.channel);
  if (delivery.state === "confirmed") return "delivered";
  if (delivery.state === "by-hand" || !automatic.success) return "needs-person";
  const channel = channels[automatic.data];

  const before = foundOf(letter, await channel.find(letter.id));
  if (before !== "absent") return settle(store, { letter, delivery, found: before });
  if (delivery.state !== "intended") return settle(store, { letter, delivery, found: "ambiguous" });
  await sendOnce(store, { letter, addressee, channel });
  const after = foundOf(letter, await channel.find(letter.id));
  return settle(store, { letter, delivery, found: after === "absent" ? "ambiguous" : after });
};

/** Looks for a letter whose sending was unclear. Never sends. */
export const lookAgain = async (deps: DeliverDeps, letter: LetterEntry): Promise<void> => {
  const delivery = await deps.store.read((tx) => findDelivery(tx, letter.id));
  const channel = automaticChannelSchema.safeParse(delivery?.channel);
  if (delivery?.state !== "unclear" || !channel.success) return;
  const found = foundOf(letter, await deps.channels[channel.data].find(letter.id));
  if (typeof found === "object") await settle(deps.store, { letter, delivery, found });
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
  const known = await store.read((tx) => findDelivery(tx, letterId));
  if (known !== undefined) return known;
  const channel = await channelFor(addressee, { named: namedChannels(addressee.month), channels });
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

/** What a look in the channel says of one letter. Ours is known by its reference and must hold the very bytes. */
const foundOf = (letter: LetterEntry, found: readonly FoundDelivery[]): FoundDelivery | "absent" | "ambiguous" => {
  const [first] = found;
  if (first === undefined) return "absent";
  return found.length === 1 && first.sha256 === letter.sha256 ? first : "ambiguous";
};

const sendOnce = async (
  store: Store,
  {
    letter,
    addressee,
    channel,
  }: { readonly letter: LetterEntry; readonly addressee: Addressee; readonly channel: LetterChannel },
): Promise<void> => {
  const { id, caseId, kind, sha256 } = letter;
  const pdf = await store.read((tx) => openLetter(tx, id));
  const title = `${letterKinds[kind].title}, ${monthInWords(addressee.month)}`;
  try {
    await channel.send({ reference: id, personalNumber: addressee.personalNumber, title, pdf }, () =>
      store.transaction(async (tx) => {
        await markDelivery(tx, id, { state: "submitted" });
        await append(tx, {
          action: "letter.submitted",
          caseId,
          actor: theSystem,
          details: { letter: id, sha256 },
        });
      }),
    );
  } catch (error) {
    // Whether it was taken or not is now a matter of looking, as after a crash.
    if (!isFault(error) || error.name !== "OutcomeUnknown") throw error;
  }
};

const settle = (
  store: Store,
  {
    letter,
    delivery,
    found,
  }: { readonly letter: LetterEntry; readonly delivery: Delivery; readonly found: FoundDelivery | "ambiguous" },
): Promise<DeliveryOutcome> =>
  store.transaction(async (tx) => {
    const { id, caseId, sha256 } = letter;
    const { channel } = delivery;
    const details = { letter: id, sha256, channel };
    if (found === "ambiguous") {
      if (delivery.state === "unclear") return "needs-person";
      await markDelivery(tx, id, { state: "unclear" });
      await append(tx, { action: "letter.unclear", caseId, actor: theSystem, details });
      return "needs-person";
    }
    const { receiptId } = found;
    await markDelivery(tx, id, { state: "confirmed", receiptId });
    await markLetterDelivered(tx, id, channel);
    await append(tx, {
      action: "letter.delivered",
      caseId,
      actor: theSystem,
      details: { ...details, receipt: receiptId },
    });
    return "delivered";
  });
