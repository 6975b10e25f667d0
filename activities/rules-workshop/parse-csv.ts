/** A table as it was read: its lines of cells, or the line that cannot be read. */
export type ParsedCsv =
  | { readonly ok: true; readonly lines: readonly (readonly string[])[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** A cell that a spreadsheet would calculate. */
const isFormula = /^\s*[=+\-@]/u;

/** Signs that begin a formula and are put an apostrophe before when a table is written. */
const isGuarded = /^'\s*[=+\-@\t]/u;

/**
 * Reads a table that a spreadsheet has saved (RFC 4180; semicolons, commas or tabs as its first line has them). Nothing is
 * ever calculated: a cell that begins as a formula is refused, since its figure is not in the file.
 */
export const parseCsv = (text: string): ParsedCsv => {
  const body = text.replace(/^\uFEFF/u, "");
  const separator = separatorOf(body);
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = (): void => {
    cells.push(cell);
    cell = "";
  };
  const endLine = (): void => {
    endCell();
    if (cells.some((one) => one !== "")) lines.push(cells);
    cells = [];
  };
  for (let at = 0; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === "\n") endLine();
    else if (sign !== "\r") cell += sign;
  }
  if (isQuoted) return { ok: false, line: lines.length + 1, message: "Ett citattecken saknar sitt slut." };
  endLine();
  const formula = lines.findIndex((line) => line.some((one) => isFormula.test(one)));
  if (formula >= 0)
    return {
      ok: false,
      line: formula + 1,
      message: "En cell börjar som en formel. Formler räknas aldrig; skriv värdet.",
    };
  return {
    ok: true,
    lines: lines.map((line) => line.map((one) => (isGuarded.test(one) ? one.slice(1) : one).trim())),
  };
};

const separatorOf = (body: string): string => {
  const [first = ""] = body.split("\n", 1);
  const counted = [";", "\t", ","].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
};
