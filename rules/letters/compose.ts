import type { LetterContent } from "../../contracts/letter.js";
import { composeGrant } from "./compose-grant.js";
import { composePartial, composeRefusal } from "./compose-negative.js";
import type { DecisionLetterInput } from "./letter-input.js";

/**
 * The letter of a decision, whatever its outcome.
 * @throws Fault `InvariantBroken` where the decision lacks something that the letter may not go without.
 */
export const composeDecisionLetter = (input: DecisionLetterInput): LetterContent => {
  switch (input.outcome) {
    case "granted":
      return composeGrant(input);
    case "partly-granted":
      return composePartial(input);
    case "refused":
      return composeRefusal(input);
  }
};
