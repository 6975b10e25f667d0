import { CsvError, parse } from "csv-parse/sync";
import type { CellProblem, ReadLines } from "./read-table.js";
import { cellName } from "./table-columns.js";

/** A cell that a spreadsheet would calculate. */
const isFormula = /^\s*[=+\-@]/u;

/** Signs that begin a formula and are put an apostrophe before when a table is written. */
const isGuarded = /^'\s*[=+\-@\t]/u;

/**
 * Reads a table that a spreadsheet has saved (RFC 4180; semicolons, commas or tabs as its first line has them). Nothing is
 * ever calculated: a cell that begins as a formula is refused, since its figure is not in the file. Nor is a sign that was
 * lost in another encoding than UTF-8 taken for what stood there.
 */
export const readCsv = (text: string): ReadLines => {
  const parsed = recordsIn(text);
  if (!parsed.ok) return parsed;
  const problems = parsed.lines.flatMap((cells, line) =>
    cells.flatMap((cell, column): readonly CellProblem[] => {
      const row = cellName({ line, column });
      if (isFormula.test(cell))
        return [{ row, message: "Cellen börjar som en formel. Formler räknas aldrig; skriv värdet." }];
      if (cell.includes("\uFFFD")) return [{ row, message: "Ett tecken gick förlorat. Spara filen som CSV UTF-8." }];
      return [];
    }),
  );
  if (problems.length > 0) return { ok: false, problems };
  const literal = (cell: string): string => (isGuarded.test(cell) ? cell.slice(1) : cell).trim();
  return { ok: true, lines: parsed.lines.map((cells) => cells.map(literal)) };
};

const recordsIn = (text: string): ReadLines => {
  try {
    const lines = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      // Blank lines and short ones stay in their place, so that a cell has the name that the spreadsheet gives it.
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { ok: true, lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error["lines"];
    const row = `rad ${typeof line === "number" ? String(line) : "1"}`;
    return { ok: false, problems: [{ row, message: "Ett citattecken saknar sitt slut eller står mitt i en cell." }] };
  }
};

const separatorOf = (text: string): string => {
  const [first = ""] = text.split("\n", 1);
  const counted = [";", "\t", ","].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
};
