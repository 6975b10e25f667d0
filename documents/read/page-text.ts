import { z } from "zod";

/** A word on a page, in the page's own units, y downwards. */
export const wordSchema = z.strictObject({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  /** 0–1; 1 for a text layer. */
  confidence: z.number().min(0).max(1),
});
export type Word = z.output<typeof wordSchema>;

/** The words of one page, from whichever source. */
export const pageTextSchema = z.strictObject({
  page: z.int().min(1),
  width: z.number().positive(),
  height: z.number().positive(),
  source: z.enum(["text", "ocr"]),
  words: z.array(wordSchema),
});
export type PageText = z.output<typeof pageTextSchema>;

/** Words that stand together on a line, as a reader sees one column of a row. */
export type Cell = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** One row of a page, its cells from left to right. */
export type Line = { readonly page: PageText; readonly cells: readonly Cell[] };

const middle = (word: Word): number => word.y + word.height / 2;

/** Makes a cell of neighbouring words. */
export const cellOf = (words: readonly Word[]): Cell => ({
  text: words.map((word) => word.text).join(" "),
  words,
  left: Math.min(...words.map((word) => word.x)),
  right: Math.max(...words.map((word) => word.x + word.width)),
  top: Math.min(...words.map((word) => word.y)),
  bottom: Math.max(...words.map((word) => word.y + word.height)),
});

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/**
 * A gap wider than this many times the height of the text begins a new column. A recognised word is measured by its
 * ink, which is lower than its line and narrower than its type-written place.
 */
const columnGap = { text: 1.1, ocr: 1.5 } as const;

const cellsOf = (words: readonly Word[], source: PageText["source"]): Cell[] => {
  const sorted = [...words].sort((one, other) => one.x - other.x);
  const height = median(sorted.map((word) => word.height));
  const groups: Word[][] = [];
  for (const word of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && word.x - (last.x + last.width) < columnGap[source] * height)
      group.push(word);
    else groups.push([word]);
  }
  return groups.map(cellOf);
};

/** Groups the words of a page to lines of cells, whatever order the source gave them in. */
export const linesOf = (page: PageText): Line[] => {
  const rows: { words: Word[]; middle: number; height: number }[] = [];
  for (const word of [...page.words].sort((one, other) => middle(one) - middle(other))) {
    const row = rows.findLast(
      (candidate) => Math.abs(candidate.middle - middle(word)) < 0.5 * Math.max(candidate.height, word.height),
    );
    if (row === undefined) {
      rows.push({ words: [word], middle: middle(word), height: word.height });
      continue;
    }
    row.words.push(word);
    row.middle = median(row.words.map(middle));
    row.height = median(row.words.map((member) => member.height));
  }
  return rows.map((row) => ({ page, cells: cellsOf(row.words, page.source) }));
};
