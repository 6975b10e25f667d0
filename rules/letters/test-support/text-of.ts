import type { LetterContent } from "../../../contracts/letter.js";

/** Everything a letter says below its head, a line for each heading, paragraph and point. */
export const textOf = (letter: LetterContent): string =>
  [...letter.sections, letter.appeal, letter.legalityReview]
    .filter((section) => section !== undefined)
    .flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.flatMap(({ text, items }) => [text, ...(items ?? [])]),
    ])
    .join("\n");
