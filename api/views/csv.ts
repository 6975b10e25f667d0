/** A cell that a spreadsheet could take for a formula begins with one of these. */
const startsFormula = /^[=+\-@\t\r\n]/u;

const cell = (text: string): string => {
  // An apostrophe first makes a spreadsheet show the text as it stands, and never calculate it.
  const literal = startsFormula.test(text.trimStart()) || startsFormula.test(text) ? `'${text}` : text;
  return `"${literal.replaceAll('"', '""')}"`;
};

/**
 * A table as CSV (RFC 4180) that Swedish spreadsheets open as it is: semicolons, a byte order mark, every cell quoted.
 * Nothing in it is ever a formula.
 */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
