import { addDays, addMonths, localDate, month } from "../../contracts/dates.js";
import type { PackTable } from "../../contracts/pack-check.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { municipalRows } from "./municipal-rows.js";
import { nationalRows } from "./national-rows.js";
import type { Line, LineRow } from "./row.js";

/** Every line of a pack, in the order of its tables. */
export const linesOf = (pack: RulePack): readonly Line[] => {
  const lines = new Map<string, { id: string; table: PackTable; rows: LineRow[] }>();
  for (const { id, table, row } of pack.layer === "national" ? nationalRows(pack) : municipalRows(pack)) {
    const line = lines.get(id);
    if (line === undefined) lines.set(id, { id, table, rows: [row] });
    else line.rows.push(row);
  }
  return [...lines.values()];
};

/** The month, or the day, before. */
export const dayOrMonthBefore = (date: string, table: PackTable): string =>
  table === "delegation" ? addDays(localDate(date), -1) : addMonths(month(date), -1);
