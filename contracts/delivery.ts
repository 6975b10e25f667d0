import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";
import type { Instant } from "./dates.js";
import type { Sha256 } from "./ids.js";
import type { PersonalNumber } from "./readings/person.js";

/** How a letter reaches the one it is for. The municipality names the first two; the others are a person's. */
export const deliveryChannels = {
  "digital-mailbox": { title: "Digital brevlåda" },
  "print-queue": { title: "Utskrift och post" },
  "protected-mail": { title: "Förmedling genom Skatteverket", basis: "OSL 26 kap. 1 §" },
  "by-hand": { title: "Skickat för hand" },
} as const satisfies Record<string, CodeEntry>;
export const deliveryChannelSchema = z.enum(codesOf(deliveryChannels));
export type DeliveryChannel = z.output<typeof deliveryChannelSchema>;

/** The channels that the system may use by itself. */
export const automaticChannels = ["digital-mailbox", "print-queue"] as const satisfies readonly DeliveryChannel[];
export const automaticChannelSchema = z.enum(automaticChannels);
export type AutomaticChannel = z.output<typeof automaticChannelSchema>;

/** Where a delivery stands. `unclear` and `by-hand` are a person's; only what is found in the target confirms. */
export const deliveryStates = {
  intended: { title: "Ska skickas" },
  submitted: { title: "Skickas" },
  confirmed: { title: "Skickat" },
  unclear: { title: "Oklart om det skickades" },
  "by-hand": { title: "Ska skickas för hand" },
} as const satisfies Record<string, CodeEntry>;
export const deliveryStateSchema = z.enum(codesOf(deliveryStates));
export type DeliveryState = z.output<typeof deliveryStateSchema>;

/** What a channel holds under one of our references. */
export type FoundDelivery = {
  readonly receiptId: string;
  readonly sha256: Sha256;
  /** When the recipient opened it, where the channel tells. */
  readonly openedAt?: Instant;
};

/** A letter on its way out, as a channel takes it. The reference is ours, random, and says nothing of anyone. */
export type OutgoingLetter = {
  readonly reference: string;
  readonly personalNumber: PersonalNumber;
  readonly title: string;
  readonly pdf: Uint8Array;
};

/**
 * A way for letters to leave. It takes duplicates silently: `find` is asked before `send`, `send` submits once, and
 * `find` reads back. `send` throws `OutcomeUnknown` where the answer is unclear.
 */
export type LetterChannel = {
  /** Whether the recipient can be reached this way. */
  readonly reaches: (personalNumber: PersonalNumber) => Promise<boolean>;
  readonly find: (reference: string) => Promise<readonly FoundDelivery[]>;
  readonly send: (letter: OutgoingLetter, beforeSubmit: () => Promise<void>) => Promise<void>;
};

/** Every channel that the system may use by itself. */
export type LetterChannels = Readonly<Record<AutomaticChannel, LetterChannel>>;
