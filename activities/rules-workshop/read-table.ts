import type { z } from "zod";
import type { PackTable } from "../../contracts/pack-check.js";
import { packSchema, type RulePack } from "../../contracts/rule-pack.js";
import { cellName, columnHint, columnKind } from "./table-columns.js";
import { isFields, isList, nested, tableLines, type Fields, type Json, type TableLines } from "./table-lines.js";

/** Something in a file that cannot be read: which cell, as a spreadsheet names it, and why. */
export type CellProblem = { readonly row: string; readonly message: string };

/** Lines of a file with every cell as text, blank lines among them, or what cannot be read. */
export type ReadLines =
  { readonly ok: true; readonly lines: TableLines } | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** A pack with one table as it was read, or what is wrong and in which cell of the file. */
export type ReadTable =
  { readonly ok: true; readonly pack: RulePack } | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** A row with the lines of the file, from 0, that it was read from: one for each of its inner rows. */
type PlacedRow = { readonly fields: Fields; readonly lines: readonly number[] };

/** Columns that a table need not have in use. */
const optional: ReadonlySet<string> = new Set(["to", "upToOre", "reviewBy"]);

const oreOf = (text: string): number | undefined => {
  // A space between thousands can be nothing else; a point or a comma could be.
  const found = /^(\d{1,8})(?:[,.](\d{2}))?$/u.exec(text.replaceAll(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/gu, ""));
  return found === null ? undefined : Number(found[1]) * 100 + Number(found[2] ?? "0");
};

/** A cell's value by its column; the text itself where it is not what the column holds, for the schema to refuse. */
const valueOf = (column: string, text: string): Json => {
  switch (columnKind(column)) {
    case "ore":
      return oreOf(text) ?? text;
    case "count":
      return /^\d{1,9}$/u.test(text) ? Number(text) : text;
    case "yes-no":
      return text === "ja" ? true : text === "nej" ? false : text;
    case "list":
      return text.split("|");
    case "text":
      return text;
  }
};

const placed = (fields: Fields, [name = "", ...rest]: readonly string[], value: Json): Fields => {
  if (rest.length === 0) return { ...fields, [name]: value };
  const inner = fields[name];
  return { ...fields, [name]: placed(isFields(inner) ? inner : {}, rest, value) };
};

const rowOf = (columns: readonly string[], cells: readonly string[]): Fields =>
  columns.reduce<Fields>((fields, column, at) => {
    const text = cells[at] ?? "";
    if (text === "" && columnKind(column) === "list") return placed(fields, column.split("."), []);
    return text === "" ? fields : placed(fields, column.split("."), valueOf(column, text));
  }, {});

/** Parts that every row of a table has, though none of their columns may be in use. */
const wholes: Partial<Record<PackTable, string>> = { riksnorm: "cells", legalPeriods: "citations" };

const completed = (fields: Fields, table: PackTable): Fields => {
  const whole = wholes[table];
  return whole === undefined || whole in fields ? fields : { ...fields, [whole]: {} };
};

/** Rows that say the same apart from their inner row follow one another, and are one. */
const gathered = (rows: readonly PlacedRow[]): readonly PlacedRow[] =>
  rows.reduce<readonly PlacedRow[]>((all, { fields, lines }) => {
    const { [nested]: inner, ...rest } = fields;
    if (inner === undefined) return [...all, { fields, lines }];
    const last = all.at(-1);
    const { [nested]: before, ...lastRest } = last?.fields ?? {};
    if (last !== undefined && isList(before) && JSON.stringify(lastRest) === JSON.stringify(rest))
      return [
        ...all.slice(0, -1),
        { fields: { ...last.fields, [nested]: [...before, inner] }, lines: [...last.lines, ...lines] },
      ];
    return [...all, { fields: { ...fields, [nested]: [inner] }, lines }];
  }, []);

/** What is wrong with the columns' names, and with cells that stand under none. */
const columnProblems = ([columns = [], ...lines]: TableLines, known: ReadonlySet<string>): readonly CellProblem[] => {
  const problems = columns.flatMap((column, at): readonly CellProblem[] => {
    const row = cellName({ line: 0, column: at });
    if (column === "") return [];
    if (columns.indexOf(column) !== at) return [{ row, message: `Kolumnen ${column} finns två gånger.` }];
    const isKnown = known.size === 0 || known.has(column) || optional.has(column) || isRarer(column);
    return isKnown ? [] : [{ row, message: `Kolumnen ${column} finns inte i tabellen.` }];
  });
  const outside = lines.flatMap((cells, at) =>
    cells.flatMap((text, column): readonly CellProblem[] =>
      text === "" || (columns[column] ?? "") !== ""
        ? []
        : [{ row: cellName({ line: at + 1, column }), message: "Cellen står under en kolumn utan namn." }],
    ),
  );
  return [...problems, ...outside];
};

/** Parts of a row that few rows have, as a bound of a guideline: the schema says whether they may be there. */
const isRarer = (column: string): boolean => column.includes(".");

/** The column that a path of the schema is read from: an item of a list is in the list's cell. */
const columnOf = (path: readonly PropertyKey[]): string => path.filter((part) => typeof part !== "number").join(".");

const problemOf = (
  { path, keys = [] }: { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] },
  { columns, rows, lines }: { columns: readonly string[]; rows: readonly PlacedRow[]; lines: TableLines },
): CellProblem => {
  const [, at, first, inner] = path;
  const row = typeof at === "number" ? rows[at] : undefined;
  const line = row?.lines[first === nested && typeof inner === "number" ? inner : 0];
  const name = columnOf([...path.slice(2), ...keys]);
  const column = columns.indexOf(name);
  if (line === undefined) return { row: "A1", message: "Filen går inte att läsa som tabellen." };
  if (column < 0) return { row: `rad ${String(line + 1)}`, message: `Kolumnen ${name} saknas.` };
  if (keys.length > 0)
    return { row: cellName({ line: 0, column }), message: `Kolumnen ${name} finns inte i tabellen.` };
  const text = lines[line]?.[column] ?? "";
  return {
    row: cellName({ line, column }),
    message:
      text === "" ? `${name} saknas. ${columnHint(name)}` : `${name} kan inte vara ”${text}”. ${columnHint(name)}`,
  };
};

const keysOf = (issue: z.core.$ZodIssue): readonly string[] => (issue.code === "unrecognized_keys" ? issue.keys : []);

/**
 * A pack with one table replaced by what a file says, its first line the columns' names. Whatever does not fit the
 * schema is refused with its cell.
 */
export const readTable = (
  pack: RulePack,
  { table, lines }: { readonly table: PackTable; readonly lines: TableLines },
): ReadTable => {
  const [columns = []] = lines;
  const wrong = columnProblems(lines, new Set(tableLines(pack, table)?.[0]));
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const rows = gathered(
    lines.flatMap((cells, line): readonly PlacedRow[] =>
      line === 0 || cells.every((text) => text === "")
        ? []
        : [{ fields: completed(rowOf(columns, cells), table), lines: [line] }],
    ),
  );
  const result = packSchema.safeParse({ ...pack, [table]: rows.map(({ fields }) => fields) });
  if (result.success) return { ok: true, pack: result.data };
  const problems = result.error.issues.map((issue) =>
    problemOf({ path: issue.path, keys: keysOf(issue) }, { columns, rows, lines }),
  );
  return { ok: false, problems };
};
