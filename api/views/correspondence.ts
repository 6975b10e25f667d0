import type { Correspondence } from "../../contracts/api/case-view.js";
import type { CaseFacts } from "./case-facts.js";

/** What the applicant was sent or asked for, and what came of it, oldest first. */
export const correspondenceOf = ({ communications }: Pick<CaseFacts, "communications">): Correspondence[] =>
  communications.map(({ id, kind, content, sentAt, answerBy, remindedAt, answer, answeredOn, orally, silenceAt }) => ({
    id,
    kind,
    text: "text" in content ? content.text : "",
    items: "items" in content ? content.items : [],
    sentAt,
    answerBy,
    remindedAt,
    answer:
      answer === undefined || answeredOn === null ? null : { text: answer, on: answeredOn, orally: orally === true },
    silent: silenceAt !== null,
  }));
