import { Fault } from "../../contracts/faults.js";
import type { LetterContent, LetterParagraph, LetterSection } from "../../contracts/letter.js";
import { formatKronor, sumOre } from "../../contracts/money.js";
import { citationsFor } from "./citations.js";
import { composeDecision, writerFor } from "./compose-decision.js";
import { costOutcomes, costTitle, reducedOutcomes, type CostOutcome } from "./cost-outcomes.js";
import { provisionParagraph } from "./decision-sections.js";
import { isHeardOrExplained } from "./heard.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { purposeParagraph } from "./other-purposes.js";
import { reckoningOf } from "./reckoning.js";
import { earlierParagraph, isSupplement } from "./supplement.js";
import type { Writer } from "./writer.js";

/**
 * A decision that goes against the applicant, wholly or in part, is reasoned by a person, after the applicant could
 * answer or with the reason why that was not needed (FL 25 and 32 §§).
 * @throws Fault `InvariantBroken` where either is missing.
 */
const demandGrounds = (input: DecisionLetterInput): void => {
  if (input.decision.reasons === undefined) throw new Fault("InvariantBroken", "Beslutet saknar motivering.");
  if (!isHeardOrExplained(input)) throw new Fault("InvariantBroken", "Den sökande har inte fått yttra sig.");
};

/** That acute need was looked at, in the decider's words, and what it led to. */
const emergencySection = (input: DecisionLetterInput, write: Writer): LetterSection[] => {
  const { emergency } = input.decision;
  if (emergency === undefined) return [];
  const right = citationsFor(input)("right-to-aid");
  const words = { right, amount: formatKronor(emergency.grantedOre) };
  return write.section("emergency", [
    ...write.own(emergency),
    emergency.grantedOre === 0
      ? undefined
      : write.paragraph("emergency.granted", { from: "event", event: "decision" }, { words }),
  ]);
};

/** A part that is refused. One that was tried under 12 kap. 2 § too is refused here, whatever that decision gives. */
const partialItem = (
  input: DecisionLetterInput,
  { outcome, write }: { readonly outcome: CostOutcome; readonly write: Writer },
): string => {
  const { cost, approvedOre } = outcome;
  const cite = citationsFor(input);
  const words = {
    cost: costTitle(cost),
    asked: formatKronor(cost.appliedOre),
    approved: formatKronor(approvedOre),
    right: cite("right-to-aid"),
    section: cite("discretionary-aid"),
  };
  return approvedOre === 0 && input.decision.discretionary?.costId === cost.id
    ? write.text("partial.item-discretionary", words)
    : write.text("partial.item", words);
};

/** Whether what is granted is all that remains when the named parts are refused: then nothing else is refused. */
const isRestGranted = (input: DecisionLetterInput): boolean => {
  const approvedOre = sumOre(costOutcomes(input).map((outcome) => outcome.approvedOre));
  const remainingOre = isSupplement(input) ? approvedOre : reckoningOf(input)?.differenceOre;
  return input.decision.amountOre === remainingOre;
};

/** That the application is refused in the rest too, where the named parts are not all that is refused. */
const restParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph | undefined =>
  reducedOutcomes(input).length === 0 || isRestGranted(input)
    ? undefined
    : write.paragraph("partial.also-rest", { from: "event", event: "decision" });

const partialDecision = (input: DecisionLetterInput, write: Writer): LetterParagraph => {
  const trace = { from: "event", event: "decision" } as const;
  const words = { amount: formatKronor(input.decision.amountOre) };
  const items = reducedOutcomes(input).map((outcome) => partialItem(input, { outcome, write }));
  if (isSupplement(input))
    return items.length === 0
      ? write.paragraph("partial.supplement-rest", trace, { words })
      : write.paragraph("partial.supplement", trace, { words, items });
  return items.length === 0
    ? write.paragraph("partial.rest", trace, { words })
    : write.paragraph("partial.decision", trace, { words, items });
};

/**
 * The letter of a partial grant: what is granted, what is not, and why.
 * @throws Fault `InvariantBroken` where nothing is granted or nothing is refused, or where grounds are missing.
 */
export const composePartial = (input: DecisionLetterInput): LetterContent => {
  demandGrounds(input);
  if (input.decision.amountOre === 0) throw new Fault("InvariantBroken", "Ett delvis bifall har ett belopp.");
  const { write, texts } = writerFor(input);
  const isAsReckoned = reckoningOf(input)?.differenceOre === input.decision.amountOre;
  if (isAsReckoned && reducedOutcomes(input).length === 0)
    throw new Fault("InvariantBroken", "Ett delvis bifall måste säga vad som avslås.");
  return composeDecision(input, {
    write,
    texts,
    parts: {
      kind: "partial",
      decision: write.section("decision", [
        partialDecision(input, write),
        restParagraph(input, write),
        earlierParagraph(input, write),
        provisionParagraph(input, write),
        // A lower amount holds less of each cost than was approved; of how much, nobody has said.
        isRestGranted(input) ? purposeParagraph(input, write) : undefined,
      ]),
      further: emergencySection(input, write),
    },
  });
};

/**
 * The letter of a refusal: with the surplus where there is one, and what was found on acute need.
 * @throws Fault `InvariantBroken` where something is granted, or grounds or the look at acute need are missing.
 */
export const composeRefusal = (input: DecisionLetterInput): LetterContent => {
  demandGrounds(input);
  if (input.decision.emergency === undefined)
    throw new Fault("InvariantBroken", "Akut behov måste prövas före ett avslag.");
  if (input.decision.amountOre !== 0) throw new Fault("InvariantBroken", "Ett avslag har inget belopp.");
  const { write, texts } = writerFor(input);
  return composeDecision(input, {
    write,
    texts,
    parts: {
      kind: "refusal",
      decision: write.section("decision", [
        isSupplement(input)
          ? write.paragraph("refusal.supplement", { from: "event", event: "decision" })
          : write.paragraph("refusal.decision", { from: "event", event: "decision" }),
        earlierParagraph(input, write),
        provisionParagraph(input, write),
        write.paragraph("refusal.scope", { from: "event", event: "decision" }),
      ]),
      further: emergencySection(input, write),
    },
  });
};
