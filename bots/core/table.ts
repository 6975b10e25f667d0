import type { Locator } from "playwright";
import { Fault } from "../../contracts/faults.js";
import { plainText } from "./swedish.js";

/** A table's visible texts: its first row as headers, and the rows under it. What a row means is for the reader. */
export type TableTexts = {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const visibleTexts = (parts: Locator): Promise<string[]> => parts.filter({ visible: true }).allInnerTexts();

/**
 * Parts a table's text as a browser gives it: a line for a caption, a line for each row, tabs between cells. A hidden
 * cell is not in it, and a line break inside a cell makes two rows of one: both then show as a wrong number of cells.
 */
export const tableTexts = (text: string, caption?: string): TableTexts => {
  const lines = text.split("\n").filter((line) => line !== "");
  const own = caption !== undefined && plainText(lines[0] ?? "") === caption ? lines.slice(1) : lines;
  const [head = [], ...rows] = own.map((line) => line.split("\t").map((cell) => cell.trim()));
  return { headers: head.map(plainText), rows };
};

/** Reads one table; `caption` is the line to leave out. */
export const readTable = async (table: Locator, caption?: string): Promise<TableTexts> =>
  tableTexts(await table.innerText(), caption);

/** Parts a table's closing row (a sum, a balance) from the rows above it. */
export const withoutLast = (table: TableTexts): { readonly body: TableTexts; readonly last: readonly string[] } => ({
  body: { headers: table.headers, rows: table.rows.slice(0, -1) },
  last: table.rows.at(-1) ?? [],
});

/** One row: ask it for a column by the text of its header. */
export type Row<Column extends string> = (column: Column) => string;

/**
 * The rows of a table by column name, found by header text and never by position. Every expected column must be there
 * once and no other: a column we do not know may change the meaning of those we do.
 * Throws `PortalChanged`.
 */
export const rowsByHeader = <Column extends string>(
  table: TableTexts,
  columns: readonly Column[],
): readonly Row<Column>[] => {
  const missing = columns.filter((column) => !table.headers.includes(column));
  if (missing.length > 0 || table.headers.length !== columns.length)
    throw new Fault("PortalChanged", "A table has other columns than we know.", {
      expected: columns.length,
      found: table.headers.length,
      missing: missing.join(", ") || "none",
    });
  return table.rows.map((cells) => {
    if (cells.length !== table.headers.length)
      throw new Fault("PortalChanged", "A row has another number of cells than its table has columns.", {
        expected: table.headers.length,
        found: cells.length,
      });
    return (column) => cells[table.headers.indexOf(column)] ?? "";
  });
};

/** Reads a list of terms and values (`dl`). Throws `PortalChanged` where they do not pair up or a term stands twice. */
export const readTerms = async (list: Locator): Promise<ReadonlyMap<string, string>> => {
  const [terms, values] = await Promise.all([
    visibleTexts(list.getByRole("term")),
    visibleTexts(list.getByRole("definition")),
  ]);
  return pairsOf(terms, values);
};

/** Reads a table whose first cell of each row names what the second one says. */
export const readRowHeaders = async (table: Locator): Promise<ReadonlyMap<string, string>> => {
  const [names, values] = await Promise.all([
    visibleTexts(table.locator("tr > th")),
    // The text as it was sent: line breaks inside a value belong to it.
    table.locator("tr > td").filter({ visible: true }).allTextContents(),
  ]);
  return pairsOf(names, values);
};

const pairsOf = (names: readonly string[], values: readonly string[]): ReadonlyMap<string, string> => {
  const pairs = new Map(names.map((name, index) => [plainText(name), (values[index] ?? "").trim()]));
  if (names.length !== values.length || pairs.size !== names.length)
    throw new Fault("PortalChanged", "Names and values on the page do not pair up.", {
      names: names.length,
      values: values.length,
    });
  return pairs;
};

/** The value of a term that must be there. Throws `PortalChanged`. */
export const termOf = (terms: ReadonlyMap<string, string>, name: string): string => {
  const value = terms.get(name);
  if (value === undefined) throw new Fault("PortalChanged", "A named value is missing on the page.", { name });
  return value;
};

/** Refuses terms that we do not know. Throws `PortalChanged`. */
export const onlyTerms = (terms: ReadonlyMap<string, string>, known: readonly string[]): void => {
  const strangers = [...terms.keys()].filter((name) => !known.includes(name));
  if (strangers.length > 0)
    throw new Fault("PortalChanged", "The page names a value that we do not know.", { strangers: strangers.length });
};
