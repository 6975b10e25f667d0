import type { Region } from "../../contracts/document-reading.js";
import { cellOf, linesOf, type Cell, type Line, type PageText, type Word } from "../read/page-text.js";
import { labels } from "./shared-labels.js";

/** A document laid out in lines, as the extractors see it. Its text is data: nothing in it is ever followed. */
export type Layout = { readonly lines: readonly Line[]; readonly source: "text" | "ocr" | "mixed" };

/** A value with the words that state it. */
export type Found<T> = { readonly value: T; readonly words: readonly Word[]; readonly page: PageText };

export type Parse<T> = (printed: string) => T | undefined;

/** Lays out the pages in order. */
export const layOut = (pages: readonly PageText[]): Layout => {
  const sources = new Set(pages.map((page) => page.source));
  const [only] = sources;
  return { lines: pages.flatMap(linesOf), source: sources.size === 1 && only !== undefined ? only : "mixed" };
};

/** Lower case without diacritics or punctuation: scanners lose the dots of å, ä and ö first. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

type Labelled = {
  readonly line: Line;
  readonly lineIndex: number;
  readonly cell: Cell;
  readonly rest: readonly Word[];
};

/** The words of a cell after the label, where the cell begins with it; undefined where it does not. */
const afterLabel = (cell: Cell, label: string): readonly Word[] | undefined => {
  for (let count = 1; count <= cell.words.length; count += 1) {
    const start = folded(
      cell.words
        .slice(0, count)
        .map((word) => word.text)
        .join(" "),
    );
    if (start === label) return cell.words.slice(count).filter((word) => !/^[:.]+$/.test(word.text));
    if (start.length > label.length) return undefined;
  }
  return undefined;
};

const everyLabel = Object.values(labels).flat();

/** Whether a cell is a heading of its own, and so no value of the one before it. */
const beginsWithLabel = (cell: Cell): boolean =>
  everyLabel.some((label) => afterLabel(cell, folded(label))?.length === 0);

/** Where any of the labels stands at the beginning of a cell. */
const labelled = (layout: Layout, wanted: readonly string[]): Labelled[] =>
  layout.lines.flatMap((line, lineIndex) =>
    line.cells.flatMap((cell) => {
      const rest = wanted
        .map((label) => afterLabel(cell, folded(label)))
        .filter((words) => words !== undefined)
        .sort((one, other) => one.length - other.length)[0];
      return rest === undefined ? [] : [{ line, lineIndex, cell, rest }];
    }),
  );

const read = <T>(words: readonly Word[], parse: Parse<T>, page: PageText): Found<T> | undefined => {
  if (words.length === 0) return undefined;
  const value = parse(words.map((word) => word.text).join(" "));
  return value === undefined ? undefined : { value, words, page };
};

const overlaps = (one: Cell, other: Cell): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0;

/** Rows below a label in which its value may stand, as under the heading of a column. */
const rowsBelow = 2;

const below = <T>(label: Labelled, layout: Layout, parse: Parse<T>): Found<T> | undefined => {
  const { page } = label.line;
  for (const line of layout.lines.slice(label.lineIndex + 1, label.lineIndex + 1 + rowsBelow)) {
    if (line.page !== page) return undefined;
    for (const cell of line.cells.filter((candidate) => overlaps(candidate, label.cell))) {
      const found = read(cell.words, parse, page);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/** Whether the first cell ends in digits and the second goes on with three more. */
const continuesNumber = (cell: Cell, further: Cell | undefined): boolean =>
  further !== undefined && /\d$/.test(cell.text) && /^\d{3}(?!\d)/.test(further.text);

const beside = <T>(label: Labelled, parse: Parse<T>): Found<T> | undefined => {
  const { page, cells } = label.line;
  const inCell = read(label.rest, parse, page);
  if (inCell !== undefined || label.rest.length > 0) return inCell;
  const next = cells[cells.indexOf(label.cell) + 1];
  if (next === undefined || beginsWithLabel(next)) return undefined;
  // A wide space between thousands looks like a column: what continues a number is never left behind.
  const further = cells[cells.indexOf(label.cell) + 2];
  const joined = further === undefined ? undefined : read([...next.words, ...further.words], parse, page);
  if (joined !== undefined) return joined;
  return continuesNumber(next, further) ? undefined : read(next.words, parse, page);
};

/** Every place where one of the labels has a value that parses: in the same cell, to its right, or below it. */
export const findLabelled = <T>(
  layout: Layout,
  options: { readonly labels: readonly string[]; readonly parse: Parse<T> },
): Found<T>[] =>
  labelled(layout, options.labels).flatMap(
    (label) => beside(label, options.parse) ?? below(label, layout, options.parse) ?? [],
  );

/** Whether every finding says the same. One finding agrees with itself; none agrees with nothing. */
export const agree = <T>(found: readonly Found<T>[]): boolean =>
  found.length > 0 && new Set(found.map((one) => JSON.stringify(one.value))).size === 1;

/** A row of text with an amount in its last column, as in a specification. */
export type AmountRow = { readonly label: string; readonly amount: Found<number>; readonly lineIndex: number };

/** Rows that end in an amount and begin with words. */
export const amountRows = (layout: Layout, parse: Parse<number>): AmountRow[] =>
  layout.lines.flatMap((line, lineIndex) => {
    const first = line.cells[0];
    const last = line.cells.at(-1);
    if (first === undefined || last === undefined || first === last || !/\p{L}{2}/u.test(first.text)) return [];
    const before = line.cells.at(-2);
    if (before !== undefined && before !== first && continuesNumber(before, last)) return [];
    const amount = read(last.words, parse, line.page);
    return amount === undefined ? [] : [{ label: first.text.replace(/\s*:$/, ""), amount, lineIndex }];
  });

/** The lowest confidence of the words that state a value. */
export const confidenceOf = (found: Found<unknown>): number => Math.min(...found.words.map((word) => word.confidence));

const share = (part: number, whole: number): number =>
  Math.round(Math.min(Math.max(part / whole, 0), 1) * 10_000) / 10_000;

/** Where a value stands, as shares of the page. */
export const regionOf = (found: Found<unknown>): Region => {
  const { left, right, top, bottom } = cellOf(found.words);
  const { width, height } = found.page;
  return [share(left, width), share(top, height), share(right - left, width), share(bottom - top, height)];
};

/** The whole text, folded, for telling kinds apart. */
export const wholeText = (layout: Layout): string =>
  folded(layout.lines.map((line) => line.cells.map((cell) => cell.text).join(" ")).join(" "));
