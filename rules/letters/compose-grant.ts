import { Fault } from "../../contracts/faults.js";
import type { LetterContent } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { composeDecision, writerFor } from "./compose-decision.js";
import { provisionParagraph } from "./decision-sections.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { purposeParagraph } from "./other-purposes.js";
import { reckoningOf } from "./reckoning.js";
import { earlierParagraph, isSupplement } from "./supplement.js";

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
        purposeParagraph(input, write),
      ]),
      further: [],
    },
  });
};
