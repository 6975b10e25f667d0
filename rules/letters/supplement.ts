import { dateInWords } from "../../contracts/dates.js";
import type { LetterParagraph } from "../../contracts/letter.js";
import type { DecisionLetterInput, LetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

/**
 * Whether the application asks for more in a month that is decided already. Such a decision is weighed against what was
 * asked for now: the month's own arithmetic belongs to the earlier decision and is not told again.
 */
export const isSupplement = ({ case: { kind } }: Pick<LetterInput, "case">): boolean => kind === "supplement";

/** Which decision on the month this one comes beside. Undefined where it is none, or where no earlier one is known. */
export const earlierParagraph = ({ earlier }: DecisionLetterInput, write: Writer): LetterParagraph | undefined =>
  earlier === undefined
    ? undefined
    : write.paragraph(
        "supplement.earlier",
        { from: "event", event: "earlier-decision" },
        { words: { earlierOn: dateInWords(earlier.decidedOn), earlierNumber: earlier.caseNumber } },
      );
