import type { PackTable } from "../../contracts/pack-check.js";
import { packSchema, type RulePack } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { parseCsv } from "./parse-csv.js";

/** A table of a pack as lines of cells, the first one with the columns' names. */
export type TableLines = readonly (readonly string[])[];

/** A pack with one table as it was read, or what is wrong and in which line of the file. */
export type ReadTable =
  | { readonly ok: true; readonly pack: RulePack }
  | { readonly ok: false; readonly problems: readonly { readonly row: string; readonly message: string }[] };

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

/** Lists of rows within a row: one line of the file each. */
const nested = "caps";
/** Lists of codes, written with a bar between. */
const lists: ReadonlySet<string> = new Set(["channels", "outcomes"]);
const yesNo: ReadonlySet<string> = new Set(["verified", "codified", "declaredIsEnough"]);
const numbers: ReadonlySet<string> = new Set([
  "maxAdults",
  "maxChildren",
  "percent",
  "days",
  "answerDays",
  "remindDaysBefore",
  "weekdaysBefore",
]);

/** Columns that a table need not have in use. */
const optional: ReadonlySet<string> = new Set(["to", "upToOre"]);

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The rows of a table as plain JSON, or undefined where the pack has no such table. */
const tableOf = (pack: RulePack, table: PackTable): readonly Fields[] | undefined => {
  const plain: unknown = JSON.parse(canonicalJson(pack));
  const rows = isFields(plain) ? plain[table] : undefined;
  return isList(rows) ? rows.filter(isFields) : undefined;
};

const written = (name: string, value: Json): string => {
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (typeof value === "number") return isOre(name) ? kronor(value) : String(value);
  if (isList(value)) return value.map(String).join("|");
  return typeof value === "string" ? value : "";
};

const lastName = (path: string): string => path.slice(path.lastIndexOf(".") + 1);
const isOre = (name: string): boolean => name.endsWith("Ore");

/** "6900" or "507,50": a plain figure that a spreadsheet takes as a number. */
const kronor = (ore: number): string => {
  const [whole, rest] = [Math.floor(ore / 100), ore % 100];
  return rest === 0 ? String(whole) : `${String(whole)},${String(rest).padStart(2, "0")}`;
};

/** The leaves of a row by their paths: `cells.adult-single.amountOre`. */
const leavesOf = (fields: Fields, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    const place = path === "" ? name : `${path}.${name}`;
    if (isFields(value)) return leavesOf(value, place);
    return [[place, written(name, value)]];
  });

const flattened = (row: Fields): readonly ReadonlyMap<string, string>[] => {
  const { [nested]: inner, ...rest } = row;
  if (!isList(inner)) return [new Map(leavesOf(row))];
  return inner.filter(isFields).map((each) => new Map([...leavesOf(rest), ...leavesOf({ [nested]: each })]));
};

/** One table of a pack as lines, to be written as CSV. Undefined where the pack has no such table. */
export const tableLines = (pack: RulePack, table: PackTable): TableLines | undefined => {
  const rows = tableOf(pack, table);
  if (rows === undefined) return undefined;
  const lines = rows.flatMap(flattened);
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return [columns, ...lines.map((line) => columns.map((column) => line.get(column) ?? ""))];
};

/** A cell's value by its column; the text itself where it is not what the column holds, for the schema to refuse. */
const valueOf = (column: string, text: string): Json => {
  const name = lastName(column);
  if (isOre(name)) return oreOf(text) ?? text;
  if (numbers.has(name)) return /^\d{1,9}$/u.test(text) ? Number(text) : text;
  if (yesNo.has(name)) return text === "ja" ? true : text === "nej" ? false : text;
  return lists.has(name) ? text.split("|") : text;
};

const oreOf = (text: string): number | undefined => {
  const found = /^(\d{1,8})(?:[,.](\d{2}))?$/u.exec(text.replaceAll(/[\s\u00a0]/gu, ""));
  if (found === null) return undefined;
  return Number(found[1]) * 100 + Number(found[2] ?? "0");
};

const placed = (fields: Fields, [name = "", ...rest]: readonly string[], value: Json): Fields => {
  if (rest.length === 0) return { ...fields, [name]: value };
  const inner = fields[name];
  return { ...fields, [name]: placed(isFields(inner) ? inner : {}, rest, value) };
};

const rowOf = (columns: readonly string[], cells: readonly string[]): Fields =>
  columns.reduce<Fields>((fields, column, at) => {
    const text = cells[at] ?? "";
    return text === "" ? fields : placed(fields, column.split("."), valueOf(column, text));
  }, {});

/** Rows that say the same apart from their inner row follow one another, and are one. */
const gathered = (rows: readonly Fields[]): readonly Fields[] =>
  rows.reduce<readonly Fields[]>((all, row) => {
    const { [nested]: inner, ...rest } = row;
    if (inner === undefined) return [...all, row];
    const last = all.at(-1);
    const { [nested]: before, ...lastRest } = last ?? {};
    if (last !== undefined && isList(before) && JSON.stringify(lastRest) === JSON.stringify(rest))
      return [...all.slice(0, -1), { ...last, [nested]: [...before, inner] }];
    return [...all, { ...row, [nested]: [inner] }];
  }, []);

/** A pack with one table replaced by what a file says. Whatever does not fit the schema is refused, with its place. */
export const readTable = (
  pack: RulePack,
  { table, csv }: { readonly table: PackTable; readonly csv: string },
): ReadTable => {
  const parsed = parseCsv(csv);
  if (!parsed.ok) return { ok: false, problems: [{ row: `rad ${String(parsed.line)}`, message: parsed.message }] };
  const [columns = [], ...lines] = parsed.lines;
  const known = new Set(tableLines(pack, table)?.[0]);
  const unknown = columns.filter(
    (column) => known.size > 0 && !known.has(column) && !optional.has(column) && !column.includes("."),
  );
  if (unknown.length > 0)
    return { ok: false, problems: [{ row: "rad 1", message: `Okänd kolumn: ${unknown.join(", ")}.` }] };
  const rows = gathered(lines.map((cells) => rowOf(columns, cells)));
  const result = packSchema.safeParse({ ...pack, [table]: rows });
  if (result.success) return { ok: true, pack: result.data };
  return {
    ok: false,
    problems: result.error.issues.map(({ path, message }) => ({ row: path.join("."), message })),
  };
};
