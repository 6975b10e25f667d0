import type { Question } from "../../contracts/api/case-view.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import { letterKinds } from "../../contracts/letter.js";
import type { CaseFacts } from "./case-facts.js";
import { inSentence } from "./words.js";

/** Letters that wait for a person: whether they left is unclear, or they are a person's to send. */
export const letterQuestions = ({ deliveries, letters, members }: CaseFacts): Question[] =>
  deliveries.flatMap(({ letterId, state, channel }): Question[] => {
    if (state !== "unclear" && state !== "by-hand") return [];
    const letter = letters.find(({ id }) => id === letterId);
    const recipient = members.find(({ memberId }) => memberId === letter?.recipientMember)?.identity;
    if (letter === undefined || recipient === undefined) return [];
    const reason = state === "unclear" ? "letter-unclear" : "letter-by-hand";
    const what = `${inSentence(letterKinds[letter.kind].title)} till ${recipient.givenName} ${recipient.familyName}`;
    return [
      {
        reason,
        title: reasons[reason].title,
        text: `Det gäller: ${what}, ${inSentence(deliveryChannels[channel].title)}.`,
        check: reasons[reason].check,
        basis: reasons[reason].basis,
        path: "referred",
        lineId: letterId,
        actions: ["confirm"],
      },
    ];
  });
