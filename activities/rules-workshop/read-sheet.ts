import { HucreError, type Cell, type CellValue, type Sheet, readXlsx } from "hucre";
import type { CellProblem, ReadLines } from "./read-table.js";
import { sheetGuard } from "./sheet-guard.js";
import { cellName, columnHint, columnKind } from "./table-columns.js";

type At = { readonly line: number; readonly column: number; readonly name: string };
type ReadCell = { readonly text: string } | CellProblem;

const wrong = ({ line, column, name }: At, message: string): CellProblem => ({
  row: cellName({ line, column }),
  message: `${message} ${columnHint(name)}`,
});

/** An amount in kronor as a file of text would have it. Undefined where it is no whole number of öre. */
const kronor = (value: number): string | undefined => {
  const ore = Math.round(value * 100);
  if (value < 0 || !Number.isSafeInteger(ore) || Math.abs(value * 100 - ore) > 1e-6) return undefined;
  return `${String(Math.floor(ore / 100))},${String(ore % 100).padStart(2, "0")}`;
};

const figureText = (value: number, at: At): ReadCell => {
  switch (columnKind(at.name)) {
    case "ore": {
      const text = kronor(value);
      return text === undefined ? wrong(at, "Beloppet är inte i hela ören.") : { text };
    }
    case "count":
      return Number.isSafeInteger(value) && value >= 0 ? { text: String(value) } : wrong(at, "Talet är inte helt.");
    case "yes-no":
    case "list":
    case "text":
      return wrong(at, "Cellen är ett tal och ska vara text.");
  }
};

/** A cell as text. What a spreadsheet has made of it by itself, a date or a truth value, is never turned back. */
const textOf = (value: CellValue, at: At): ReadCell => {
  if (value === null) return { text: "" };
  if (value instanceof Date) return wrong(at, "Cellen är ett datum.");
  if (typeof value === "boolean") return wrong(at, "Cellen är ett sanningsvärde.");
  if (typeof value === "number") return figureText(value, at);
  const text = value.trim();
  const kind = columnKind(at.name);
  if (at.line > 0 && text !== "" && (kind === "ore" || kind === "count"))
    return wrong(at, "Talet är skrivet som text.");
  return { text };
};

const isFault = ({ type }: Cell): boolean => type === "error" || type === "formula";

const linesIn = ({ rows, cells, merges = [] }: Sheet): ReadLines => {
  const names = (rows[0] ?? []).map((value) => (typeof value === "string" ? value.trim() : ""));
  const problems: CellProblem[] = merges.map(({ startRow, startCol }) => ({
    row: cellName({ line: startRow, column: startCol }),
    message: "Cellen är sammanfogad med andra. Dela den.",
  }));
  const lines = rows.map((row, line) =>
    row.map((value, column) => {
      const cell = cells?.get(`${String(line)},${String(column)}`);
      const at = { line, column, name: names[column] ?? "" };
      const read = cell !== undefined && isFault(cell) ? wrong(at, "Cellen visar ett fel.") : textOf(value, at);
      if ("text" in read) return read.text;
      problems.push(read);
      return "";
    }),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lines };
};

const otherSheets = (sheets: readonly Sheet[]): readonly CellProblem[] =>
  sheets.slice(1).map(({ name }) => ({
    row: `arket ${name}`,
    message: "Filen ska ha ett enda ark, även dolda räknade. Ta bort det här.",
  }));

/**
 * Reads a table from a workbook (xlsx): one sheet, values only. A formula, a date, a number written as text, merged cells,
 * another sheet, or more than a table can be is refused with its cell; nothing is calculated or guessed.
 */
export const readSheet = async (file: Buffer): Promise<ReadLines> => {
  const guarded = sheetGuard(file);
  if (guarded.length > 0) return { ok: false, problems: guarded };
  try {
    const { sheets } = await readXlsx(file);
    const [sheet] = sheets;
    if (sheet === undefined) return { ok: false, problems: [{ row: "filen", message: "Filen har inget ark." }] };
    const others = otherSheets(sheets);
    return others.length > 0 ? { ok: false, problems: others } : linesIn(sheet);
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    return { ok: false, problems: [{ row: "filen", message: "Filen är inte en arbetsbok (xlsx) som går att läsa." }] };
  }
};
