import { Fault } from "../../contracts/faults.js";
import type { LetterContent } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { costOutcomes, costTitle, figure, type CostOutcome } from "./appendix.js";
import { citationsFor } from "./citations.js";
import { composeDecision, writerFor } from "./compose-decision.js";
import { arithmetic, decidedDifference, findingParagraphs } from "./decision-sections.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

/**
 * A decision that goes against the applicant, wholly or in part, is reasoned by a person, after the applicant could
 * answer (FL 25 and 32 §§).
 * @throws Fault `InvariantBroken` where either is missing.
 */
const demandGrounds = ({ decision, communication }: DecisionLetterInput): void => {
  if (decision.reasons === undefined) throw new Fault("InvariantBroken", "Beslutet saknar motivering.");
  if (communication === undefined) throw new Fault("InvariantBroken", "Den sökande har inte fått yttra sig.");
};

const reasonsSection = (input: DecisionLetterInput, write: Writer) =>
  write.section("reasons", [
    ...arithmetic(input, write),
    ...findingParagraphs(input, write),
    input.decision.reasons && write.own(input.decision.reasons),
  ]);

const reducedItem = ({ cost, approvedOre }: CostOutcome, write: Writer): string =>
  write.text("partial.item", {
    cost: costTitle(cost),
    asked: formatKronor(cost.appliedOre),
    approved: formatKronor(approvedOre),
  });

/**
 * The letter of a partial grant: what is granted, what is not, and why.
 * @throws Fault `InvariantBroken` where nothing was reduced, the amount is not the computed one, or grounds are missing.
 */
export const composePartial = (input: DecisionLetterInput): LetterContent => {
  demandGrounds(input);
  const { write, texts } = writerFor(input);
  const reduced = costOutcomes(input, write).filter(({ cost, approvedOre }) => approvedOre < cost.appliedOre);
  if (reduced.length === 0) throw new Fault("InvariantBroken", "Ett delvis bifall måste säga vad som avslås.");
  if (decidedDifference(input) !== input.decision.amountOre)
    throw new Fault("InvariantBroken", "The decided amount is not the computed one.");
  const right = citationsFor(input.case.benefitMonth)("right-to-aid");
  return composeDecision(input, {
    write,
    texts,
    parts: {
      kind: "partial",
      decision: write.section("decision", [
        write.paragraph(
          "partial.decision",
          { from: "event", event: "decision" },
          {
            words: { amount: formatKronor(input.decision.amountOre) },
            items: reduced.map((outcome) => reducedItem(outcome, write)),
          },
        ),
        write.paragraph("grant.provision", { from: "law", provision: right }, { words: { right } }),
      ]),
      reasons: reasonsSection(input, write),
      further: [],
    },
  });
};

/**
 * The letter of a refusal because means exceed need: with the surplus, and what was found on acute need.
 * @throws Fault `InvariantBroken` where there is no surplus, or where grounds or the look at acute need are missing.
 */
export const composeRefusal = (input: DecisionLetterInput): LetterContent => {
  demandGrounds(input);
  if (input.decision.emergency === undefined)
    throw new Fault("InvariantBroken", "Akut behov måste prövas före ett avslag.");
  if (figure(input.receipt, "shortfallOre") > 0 || input.decision.amountOre !== 0)
    throw new Fault("InvariantBroken", "Inkomsterna är inte högre än behovet.");
  const { write, texts } = writerFor(input);
  const right = citationsFor(input.case.benefitMonth)("right-to-aid");
  return composeDecision(input, {
    write,
    texts,
    parts: {
      kind: "refusal",
      decision: write.section("decision", [
        write.paragraph("refusal.decision", { from: "finding", code: "need-exceeds-means" }),
        write.paragraph("grant.provision", { from: "law", provision: right }, { words: { right } }),
        write.paragraph("refusal.scope", { from: "event", event: "decision" }),
      ]),
      reasons: reasonsSection(input, write),
      further: write.section("emergency", [write.own(input.decision.emergency)]),
    },
  });
};
