/** What the cells of a column hold. */
export type ColumnKind = "ore" | "count" | "yes-no" | "list" | "text";

const lists: ReadonlySet<string> = new Set(["channels", "outcomes"]);
const yesNo: ReadonlySet<string> = new Set(["verified", "codified", "declaredIsEnough", "on"]);
const counts: ReadonlySet<string> = new Set([
  "maxAdults",
  "maxChildren",
  "percent",
  "days",
  "answerDays",
  "remindDaysBefore",
  "weekdaysBefore",
]);

/** What a column holds, by the last part of its path: `cells.adult-single.amountOre` holds an amount. */
export const columnKind = (column: string): ColumnKind => {
  const name = column.slice(column.lastIndexOf(".") + 1);
  if (name.endsWith("Ore")) return "ore";
  if (counts.has(name)) return "count";
  if (yesNo.has(name)) return "yes-no";
  return lists.has(name) ? "list" : "text";
};

/** What is to be written in a cell of a column, in Swedish, for where it could not be read. */
export const columnHint = (column: string): string => {
  switch (columnKind(column)) {
    case "ore":
      return "Skriv ett belopp i kronor utan tusentalsavgränsare, som 6900 eller 507,50.";
    case "count":
      return "Skriv ett helt tal.";
    case "yes-no":
      return "Skriv ja eller nej.";
    case "list":
      return "Skriv koder med | mellan.";
    case "text":
      return column === "from" || column === "to"
        ? "Skriv en månad som text, 2027-01, eller i delegationsordningen en dag, 2027-01-01."
        : "Värdet är inte ett som kolumnen kan ha.";
  }
};

/** "B3": a cell as a spreadsheet names it. Both from 0. */
export const cellName = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `${columnLetters(column)}${String(line + 1)}`;

const columnLetters = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`;
};
