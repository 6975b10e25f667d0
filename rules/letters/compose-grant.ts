import { costTypes } from "../../contracts/codes/costs.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterContent } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { costOutcomes, costTitle } from "./appendix.js";
import { citationsFor } from "./citations.js";
import { composeDecision, writerFor } from "./compose-decision.js";
import { arithmetic, findingParagraphs } from "./decision-sections.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

/** Försörjningsstöd is the norm and the costs of 12 kap. 7 §; the rest is for other needs and is named on its own. */
const otherPurposes = (input: DecisionLetterInput, write: Writer): string[] =>
  costOutcomes(input, write)
    .filter(({ cost }) => {
      const entry = costTypes[cost.type];
      return !("basis" in entry) || entry.basis !== costTypes.rent.basis;
    })
    .map(({ cost, approvedOre }) => `${costTitle(cost)}: ${formatKronor(approvedOre)} kronor`);

/**
 * The letter of a full grant.
 * @throws Fault `InvariantBroken` where the decided amount is not the one that was computed, or a needed text is missing.
 */
export const composeGrant = (input: DecisionLetterInput): LetterContent => {
  const { receipt, decision } = input;
  if (receipt.grantOre === null || receipt.grantOre !== decision.amountOre)
    throw new Fault("InvariantBroken", "The decided amount is not the computed one.");
  const { write, texts } = writerFor(input);
  const right = citationsFor(input.case.benefitMonth)("right-to-aid");
  const amount = formatKronor(decision.amountOre);
  const others = otherPurposes(input, write);
  return composeDecision(input, {
    write,
    texts,
    parts: {
      kind: "grant",
      decision: write.section("decision", [
        write.paragraph("grant.decision", { from: "figure", figure: "grantOre" }, { words: { amount } }),
        write.paragraph("grant.provision", { from: "law", provision: right }, { words: { right } }),
        others.length === 0
          ? undefined
          : write.paragraph("grant.purpose", { from: "figure", figure: "costsOre" }, { items: others }),
      ]),
      reasons: write.section("reasons", [
        ...arithmetic(input, write),
        ...findingParagraphs(input, write),
        decision.reasons && write.own(decision.reasons),
      ]),
      further: [],
    },
  });
};
