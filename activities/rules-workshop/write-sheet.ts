import { writeXlsx, type Cell, type CellValue } from "hucre";
import type { PackTable } from "../../contracts/pack-check.js";
import { columnKind } from "./table-columns.js";
import type { TableLines } from "./table-lines.js";

/** Shown and kept as it is typed: `2027-01` does not become a date, nor item `3.10` the number 3.1. */
const asText = { numFmt: "@" } as const;

const cellOf = (text: string, column: string): CellValue => {
  const kind = columnKind(column);
  if (text === "" || (kind !== "ore" && kind !== "count")) return text === "" ? null : text;
  return Number(text.replace(",", "."));
};

/**
 * One table of a pack as a workbook (xlsx) with one sheet. Amounts and counts are numbers; everything else is text, also
 * what begins as a formula.
 */
export const writeSheet = async (table: PackTable, lines: TableLines): Promise<Buffer> => {
  const [columns = [], ...rest] = lines;
  const rows = [[...columns], ...rest.map((line) => line.map((text, at) => cellOf(text, columns[at] ?? "")))];
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, line) => {
    row.forEach((value, column) => {
      if (typeof value !== "number") cells.set(`${String(line)},${String(column)}`, { value, style: asText });
    });
  });
  return Buffer.from(await writeXlsx({ sheets: [{ name: table, rows, cells, freezePane: { rows: 1 } }] }));
};
