import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import type { LetterContent } from "../../contracts/letter.js";
import { headOf, writerFor } from "./compose-decision.js";
import { helpSection } from "./decision-sections.js";
import type { LetterInput } from "./letter-input.js";

/** What is missing, and by when it is asked for. */
export type CompletionInput = LetterInput & {
  readonly sentOn: LocalDate;
  readonly answerBy: LocalDate;
  /** One point each: "En ny, tydlig bild av hyresavin för november 2025". */
  readonly missing: readonly string[];
};

/** The letter that asks for what is missing (FL 20 and 23 §§). The application stands from the day it came. */
export const composeCompletion = (input: CompletionInput): LetterContent => {
  const { write, texts } = writerFor(input);
  const law = { from: "law", provision: "20 och 23 §§ FL (2017:900)" } as const;
  const words = {
    appliedOn: dateInWords(input.case.appliedOn),
    answerBy: dateInWords(input.answerBy),
    caseNumber: input.caseNumber,
  };
  return {
    ...headOf(input),
    kind: "completion",
    texts,
    date: input.sentOn,
    title: write.text("title.completion"),
    sections: [
      ...write.section("missing", [
        write.paragraph("completion.intro", { from: "event", event: "completion" }, { words, items: input.missing }),
      ]),
      ...write.section("send", [
        write.paragraph("completion.send", law, { words }),
        write.paragraph("completion.law", law),
      ]),
      ...write.section("next", [write.paragraph("completion.next", law, { words })]),
      ...helpSection(input, write),
    ],
  };
};
