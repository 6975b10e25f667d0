import { readFileSync } from "node:fs";
import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { printableData } from "./printable.js";
import { typeset } from "./typeset.js";

const template = readFileSync(new URL("letter.typ", import.meta.url), "utf8");

/** Midnight UTC of a date, in seconds: the file's own date is the decision's, not the day it was set. */
export const secondsAt = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / 1000;

const asData = (content: LetterContent): unknown => ({
  ...content,
  isDecision: content.appeal !== undefined,
  dateInWords: dateInWords(content.date),
  year: Number(content.date.slice(0, 4)),
  month: Number(content.date.slice(5, 7)),
  day: Number(content.date.slice(8, 10)),
});

/**
 * Sets a letter as a tagged, archivable PDF (PDF/A-2a) in Swedish, with title, headings and table headers.
 * The same content always gives the same bytes, whenever it is set again.
 * @throws Fault `InvariantBroken` where the content cannot be set.
 */
export const renderLetter = (content: LetterContent): Uint8Array => {
  const letter = letterContentSchema.parse(content);
  return typeset({
    template,
    data: { letter: JSON.stringify(printableData(asData(letter))) },
    createdAtSeconds: secondsAt(letter.date),
  });
};
