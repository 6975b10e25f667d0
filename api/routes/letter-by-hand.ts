import { append } from "../../audit/append.js";
import type { Reason } from "../../contracts/codes/reasons.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import { findDelivery, markDelivery } from "../../store/deliveries.js";
import { extendForLateLetter } from "../../store/letter-reach.js";
import { markLetterDelivered } from "../../store/letters.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { actorOf, type Person } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";

/** Questions about a letter: the answer is that a person has seen to it. */
const aboutLetters: readonly Reason[] = ["letter-unclear", "letter-by-hand"];
export const isAboutLetter = (reason: Reason): boolean => aboutLetters.includes(reason);

/**
 * Notes that a person has sent a letter themselves, or seen that it has arrived: the Tax Agency's forwarding keeps its
 * name, anything else is by hand. The system never sends it after that. Who was to answer gets the days it was late.
 * @throws Refusal where the letter is not one that waits for a person in this case.
 */
export const letterSentByHand = async (
  tx: StoreTransaction,
  {
    caseId,
    letterId,
    person,
    today,
  }: { readonly caseId: CaseId; readonly letterId: string; readonly person: Person; readonly today: LocalDate },
): Promise<void> => {
  const delivery = await findDelivery(tx, letterId);
  if (delivery?.caseId !== caseId || (delivery.state !== "by-hand" && delivery.state !== "unclear"))
    throw new Refusal("not-found");
  const channel = delivery.channel === "protected-mail" ? "protected-mail" : "by-hand";
  await markDelivery(tx, letterId, { state: "confirmed", byHand: { staffId: person.staffId, channel } });
  await markLetterDelivered(tx, letterId, channel);
  const answerBy = await extendForLateLetter(tx, letterId, today);
  await append(tx, {
    action: "letter.delivered",
    caseId,
    actor: actorOf(person, decidingRoles),
    details: { letter: letterId, channel, ...(answerBy !== undefined && { answerBy }) },
  });
};
