import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CitationKey } from "../../contracts/rule-pack.js";
import type { Decision } from "../../store/decisions.js";

/** The outcomes that the case system's list has. */
export type OutcomeWord = "Bifall" | "Delvis bifall" | "Avslag";

/** What a decision is called in the case system, and which section of law it is made under. */
export type DecisionWords = { readonly outcome: OutcomeWord; readonly section: CitationKey };

const discretionaryWord = ({ discretionary }: DecisionDraft): OutcomeWord => {
  if (discretionary === undefined || discretionary.amountOre === 0) return "Avslag";
  return discretionary.amountOre < discretionary.appliedOre ? "Delvis bifall" : "Bifall";
};

const ownWord = ({ outcome }: DecisionDraft): OutcomeWord => {
  switch (outcome) {
    case "granted":
      return "Bifall";
    case "partly-granted":
      return "Delvis bifall";
    case "refused":
      return "Avslag";
  }
};

/** The month's own decision is under 12 kap. 1 § SoL; the one beside it under 12 kap. 2 §, with an outcome of its own. */
export const decisionWords = ({ supplement }: Pick<Decision, "supplement">, draft: DecisionDraft): DecisionWords =>
  supplement
    ? { outcome: discretionaryWord(draft), section: "discretionary-aid" }
    : { outcome: ownWord(draft), section: "right-to-aid" };
