import type { FindingCode } from "../../contracts/codes/findings.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterPack, LetterParagraph, LetterSection, LetterTrace, OwnWords } from "../../contracts/letter.js";

/** What the placeholders of a text stand for. Plain text: nothing in it is interpreted. */
export type Words = Readonly<Record<string, string>>;

/**
 * Fills in a text. The filled-in values are not looked at again, so a name with braces in it stays a name.
 * @throws Fault `InvariantBroken` where a placeholder has no value: a letter never goes out with a hole in it.
 */
export const fill = (text: string, words: Words): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = words[name];
    if (value === undefined)
      throw new Fault("InvariantBroken", "A letter text asks for a word that is not there.", { name });
    return value;
  });

/** Forms of address: one reader, or two who live together. */
const address = {
  one: { du: "du", Du: "Du", dig: "dig", din: "din", Din: "Din", ditt: "ditt", dina: "dina", Dina: "Dina", plural: "" },
  two: { du: "ni", Du: "Ni", dig: "er", din: "er", Din: "Er", ditt: "ert", dina: "era", Dina: "Era", plural: "a" },
} as const;

/** Writes paragraphs from the texts of a pack. */
export type Writer = {
  readonly text: (textId: string, words?: Words) => string;
  readonly paragraph: (
    textId: string,
    trace: LetterTrace,
    more?: { words?: Words; items?: readonly string[] },
  ) => LetterParagraph;
  /** What the pack says of a finding, if anything. */
  readonly finding: (code: FindingCode, how: "met" | "settled") => LetterParagraph | undefined;
  /** A person's own words, unchanged; each paragraph of theirs is one. Nothing where nothing was written. */
  readonly own: (words: OwnWords | undefined) => LetterParagraph[];
  /** A section, or nothing where it would be empty. */
  readonly section: (headingId: string, paragraphs: readonly (LetterParagraph | undefined)[]) => LetterSection[];
};

/** That a sentence is a named person's own. */
export const byPerson = ({ by, on }: OwnWords): LetterTrace => ({ from: "person", name: by, on });

/** With a capital first letter: a board is "socialnämnden" inside a sentence. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A writer for one letter. `readers`: how many the letter speaks to. */
export const writerOf = (
  pack: LetterPack,
  { readers, board, common }: { readers: 1 | 2; board: string; common: Words },
): Writer => {
  const shared: Words = { ...address[readers === 1 ? "one" : "two"], ...common, board, Board: capital(board) };
  const lookUp = (table: Readonly<Record<string, string>>, id: string): string => {
    const text = table[id];
    if (text === undefined) throw new Fault("InvariantBroken", "A letter text is missing from the pack.", { id });
    return text;
  };
  const text = (textId: string, words: Words = {}): string => fill(lookUp(pack.texts, textId), { ...shared, ...words });
  return {
    text,
    paragraph: (textId, trace, more = {}) => ({
      textId,
      trace,
      text: text(textId, more.words),
      ...(more.items === undefined || more.items.length === 0 ? {} : { items: [...more.items] }),
    }),
    finding: (code, how) => {
      const sentence = pack.findings[code]?.[how];
      return sentence === undefined
        ? undefined
        : { textId: `finding.${code}.${how}`, trace: { from: "finding", code }, text: fill(sentence, shared) };
    },
    own: (words) =>
      words === undefined
        ? []
        : words.text
            .split(/[\r\n\u2028\u2029]+/u)
            .filter((part) => part.trim() !== "")
            .map((part) => ({ textId: "own", trace: byPerson(words), text: part })),
    section: (headingId, paragraphs) => {
      const present = paragraphs.filter((paragraph) => paragraph !== undefined);
      return present.length === 0
        ? []
        : [{ heading: fill(lookUp(pack.headings, headingId), shared), paragraphs: present }];
    },
  };
};
