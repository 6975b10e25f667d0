import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import type { LetterContent, LetterParagraph } from "../../contracts/letter.js";
import { headOf, writerFor } from "./compose-decision.js";
import { helpSection } from "./decision-sections.js";
import type { LetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

/** What is missing, and by when it is asked for. */
export type CompletionInput = LetterInput & {
  readonly sentOn: LocalDate;
  readonly answerBy: LocalDate;
  /** One point each: "En ny, tydlig bild av hyresavin för november 2025". */
  readonly missing: readonly string[];
  /** When it was asked for the first time. Absent: this is that time. */
  readonly remindsOf?: LocalDate;
};

const introduction = (
  { case: { appliedOn }, missing: items, remindsOf }: CompletionInput,
  write: Writer,
): LetterParagraph =>
  remindsOf === undefined
    ? write.paragraph(
        "completion.intro",
        { from: "event", event: "completion" },
        { words: { appliedOn: dateInWords(appliedOn) }, items },
      )
    : write.paragraph(
        "reminder.intro",
        { from: "event", event: "reminder" },
        { words: { askedOn: dateInWords(remindsOf) }, items },
      );

/**
 * The letter that asks for what is missing (FL 20 and 23 §§), or reminds of it. The application stands from the day it
 * came.
 */
export const composeCompletion = (input: CompletionInput): LetterContent => {
  const { write, texts } = writerFor(input);
  const law = { from: "law", provision: "20 och 23 §§ FL (2017:900)" } as const;
  const words = { answerBy: dateInWords(input.answerBy), caseNumber: input.caseNumber };
  const isReminder = input.remindsOf !== undefined;
  return {
    ...headOf(input),
    kind: isReminder ? "reminder" : "completion",
    texts,
    date: input.sentOn,
    title: isReminder ? write.text("title.reminder") : write.text("title.completion"),
    sections: [
      ...write.section("missing", [introduction(input, write)]),
      ...write.section("send", [
        write.paragraph("completion.send", law, { words }),
        write.paragraph("completion.law", law),
      ]),
      ...write.section("next", [write.paragraph("completion.next", law, { words })]),
      ...helpSection(input, write),
    ],
  };
};
