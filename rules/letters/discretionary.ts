import type { LetterDecision, LetterParagraph, LetterSection } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { citationsFor } from "./citations.js";
import { costOutcomes } from "./cost-outcomes.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

type Discretionary = NonNullable<LetterDecision["discretionary"]>;

const outcomeParagraph = (
  { amountOre, appliedOre, purpose }: Discretionary,
  { section, write }: { readonly section: string; readonly write: Writer },
): LetterParagraph => {
  const trace = { from: "event", event: "discretionary-decision" } as const;
  const words = { amount: formatKronor(amountOre), asked: formatKronor(appliedOre), purpose, section };
  if (amountOre === 0) return write.paragraph("discretionary.refused", trace, { words });
  return amountOre < appliedOre
    ? write.paragraph("discretionary.partly", trace, { words })
    : write.paragraph("discretionary.granted", trace, { words });
};

/** Whether 12 kap. 1 § SoL gave a part of the cost that it is about. */
const isGivenInPart = (input: DecisionLetterInput): boolean =>
  costOutcomes(input).some(
    ({ cost, approvedOre }) => cost.id === input.decision.discretionary?.costId && approvedOre > 0,
  );

/**
 * The decision under 12 kap. 2 § SoL that was made beside the month's own: its outcome, that 12 kap. 1 § was tried
 * first, the decider's reasons, and its own item of the delegation order. Nothing where there is none.
 */
export const discretionarySections = (input: DecisionLetterInput, write: Writer): LetterSection[] => {
  const { discretionary } = input.decision;
  if (discretionary === undefined) return [];
  const cite = citationsFor(input);
  const [section, right] = [cite("discretionary-aid"), cite("right-to-aid")];
  const { purpose, delegationItem } = discretionary;
  const law = { from: "law", provision: `${right}; ${section}` } as const;
  return write.section("discretionary", [
    outcomeParagraph(discretionary, { section, write }),
    isGivenInPart(input)
      ? write.paragraph("discretionary.tried-first-rest", law, { words: { purpose, right } })
      : write.paragraph("discretionary.tried-first", law, { words: { purpose, right } }),
    ...write.own(discretionary.reasons),
    write.paragraph(
      "discretionary.decider",
      { from: "event", event: "discretionary-decision" },
      { words: { delegationItem, section } },
    ),
  ]);
};
