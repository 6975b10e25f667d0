import { costTypes } from "../../contracts/codes/costs.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterContent } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { composeDecision, writerFor } from "./compose-decision.js";
import { costOutcomes, costTitle } from "./cost-outcomes.js";
import { provisionParagraph } from "./decision-sections.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { reckoningOf } from "./reckoning.js";
import { earlierParagraph, isSupplement } from "./supplement.js";

/** Försörjningsstöd is the norm and the costs of 12 kap. 7 §; the rest is for other needs and is named on its own. */
const otherPurposes = (input: DecisionLetterInput): string[] =>
  costOutcomes(input)
    .filter(({ cost, approvedOre }) => {
      const entry = costTypes[cost.type];
      return approvedOre > 0 && (!("basis" in entry) || entry.basis !== costTypes.rent.basis);
    })
    .map(({ cost, approvedOre }) => `${costTitle(cost)}: ${formatKronor(approvedOre)} kronor`);

/**
 * A grant is what was computed, to the öre, or a person has reasoned another amount.
 * @throws Fault `InvariantBroken` where it is neither.
 */
const demandGrounds = (input: DecisionLetterInput): void => {
  const { receipt, decision } = input;
  if (decision.reasons !== undefined) return;
  const computed = receipt.grantOre !== null && receipt.grantOre === decision.amountOre;
  if (!computed || reckoningOf(input)?.differenceOre !== decision.amountOre)
    throw new Fault("InvariantBroken", "Beloppet är ett annat än det beräknade, och det står inte varför.");
};

/**
 * The letter of a grant.
 * @throws Fault `InvariantBroken` where the amount is neither computed nor reasoned, or a needed text is missing.
 */
export const composeGrant = (input: DecisionLetterInput): LetterContent => {
  demandGrounds(input);
  const { write, texts } = writerFor(input);
  const amount = formatKronor(input.decision.amountOre);
  const others = otherPurposes(input);
  return composeDecision(input, {
    write,
    texts,
    parts: {
      kind: "grant",
      decision: write.section("decision", [
        isSupplement(input)
          ? write.paragraph("grant.supplement", { from: "event", event: "decision" }, { words: { amount } })
          : write.paragraph("grant.decision", { from: "figure", figure: "grantOre" }, { words: { amount } }),
        earlierParagraph(input, write),
        provisionParagraph(input, write),
        others.length === 0
          ? undefined
          : write.paragraph("grant.purpose", { from: "figure", figure: "costsOre" }, { items: others }),
      ]),
      further: [],
    },
  });
};
