import type { AutomaticChannel, DeliveryChannel, LetterChannels } from "../../contracts/delivery.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";

/**
 * How a letter is to leave. Protected identity: by way of the Tax Agency, by a person. Else the first of the channels
 * that the municipality has named and that reaches the recipient; where none does, a person sends it.
 */
export const channelFor = async (
  recipient: { readonly personalNumber: PersonalNumber; readonly isProtected: boolean },
  { named, channels }: { readonly named: readonly AutomaticChannel[]; readonly channels: LetterChannels },
): Promise<DeliveryChannel> => {
  if (recipient.isProtected) return "protected-mail";
  for (const channel of named) if (await channels[channel].reaches(recipient.personalNumber)) return channel;
  return "by-hand";
};
