import type { LetterParagraph } from "../../contracts/letter.js";
import { costTitle } from "./cost-outcomes.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { byPerson, type Writer } from "./writer.js";

/** The decider's reasons for each cost that was not approved in full: each is a partial refusal of its own (FL 32 §). */
export const reducedReasons = ({ case: { costs }, decision }: DecisionLetterInput, write: Writer): LetterParagraph[] =>
  (decision.reducedCosts ?? []).flatMap(({ costId, why }) => {
    const cost = costs.find(({ id }) => id === costId);
    return cost === undefined
      ? []
      : [
          write.paragraph("partial.why", byPerson(why), {
            words: { cost: costTitle(cost), why: why.text.split(/\s+/u).join(" ").trim() },
          }),
        ];
  });
