import type { PackTable } from "../../contracts/pack-check.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { columnKind } from "./table-columns.js";

/** A table of a pack as lines of cells, the first one with the columns' names. */
export type TableLines = readonly (readonly string[])[];

/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** A row as JSON has it. */
export type Fields = Readonly<Record<string, Json>>;

/** A list of rows within a row: one line of the file each. */
export const nested = "caps";
/** Whether a value is a row, or a part of one. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a list. */
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The rows of a table as plain JSON, or undefined where the pack has no such table. */
const tableOf = (pack: RulePack, table: PackTable): readonly Fields[] | undefined => {
  const plain: unknown = JSON.parse(canonicalJson(pack));
  const rows = isFields(plain) ? plain[table] : undefined;
  return isList(rows) ? rows.filter(isFields) : undefined;
};

const written = (name: string, value: Json): string => {
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (typeof value === "number") return columnKind(name) === "ore" ? kronor(value) : String(value);
  if (isList(value)) return value.map(String).join("|");
  return typeof value === "string" ? value : "";
};

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

/** One table of a pack as lines, to be written to a file. Undefined where the pack has no such table. */
export const tableLines = (pack: RulePack, table: PackTable): TableLines | undefined => {
  const rows = tableOf(pack, table);
  if (rows === undefined) return undefined;
  const lines = rows.flatMap(flattened);
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return [columns, ...lines.map((line) => columns.map((column) => line.get(column) ?? ""))];
};
