import { isWithin, type LocalDate } from "../../contracts/dates.js";
import type { ReadField } from "../../contracts/document-reading.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { Cell, Line } from "../read/page-text.js";
import { parseAmountOre } from "./amount.js";
import { parseDate } from "./date.js";
import { fieldOf, fieldOfAll, type Extraction, type Standing } from "./field.js";
import { agree, findLabelled, type Found, type Layout } from "./find.js";
import { findHolder } from "./name.js";
import { asPeriod, findPeriods, periodFields } from "./period.js";
import { labels } from "./shared-labels.js";

type Row = {
  readonly date: Found<LocalDate>;
  readonly text: Found<string>;
  readonly amount: Found<number>;
  readonly balance: Found<number> | undefined;
};

const amountIn = (cell: Cell | undefined, line: Line): Found<number> | undefined => {
  const value = cell === undefined ? undefined : parseAmountOre(cell.text);
  return cell === undefined || value === undefined ? undefined : { value, words: cell.words, page: line.page };
};

/** The date a row begins with, and the words after it; undefined for lines that are not rows. */
const dated = (
  line: Line,
): { readonly date: Found<LocalDate>; readonly cells: readonly Cell[]; readonly inCell: Cell["words"] } | undefined => {
  const [first, ...cells] = line.cells;
  const word = first?.words[0];
  const value = word === undefined ? undefined : parseDate(word.text);
  if (first === undefined || word === undefined || value === undefined) return undefined;
  return { date: { value, words: [word], page: line.page }, cells, inCell: first.words.slice(1) };
};

/** A line that begins with a date is a row; "unread" where its amount cannot be told. */
const rowOf = (line: Line): Row | "unread" | undefined => {
  const start = dated(line);
  if (start === undefined) return undefined;
  const last = amountIn(start.cells.at(-1), line);
  const beforeLast = amountIn(start.cells.at(-2), line);
  if (last === undefined) return "unread";
  const numeric = beforeLast === undefined ? 1 : 2;
  const words = [...start.inCell, ...start.cells.slice(0, -numeric).flatMap((cell) => cell.words)];
  // Many banks print a second date, the value date, before the text.
  const text = words.filter((word) => parseDate(word.text) === undefined);
  if (text.length === 0) return "unread";
  return {
    date: start.date,
    text: {
      value: text
        .map((word) => word.text)
        .join(" ")
        .slice(0, 300),
      words: text,
      page: line.page,
    },
    amount: beforeLast ?? last,
    balance: beforeLast === undefined ? undefined : last,
  };
};

/** Where the bank prints the balance after each row, every one of them must follow from the one before. */
const runs = (openingOre: Ore, rows: readonly Row[]): boolean =>
  rows.every((row, index) => {
    if (row.balance === undefined) return true;
    const before = index === 0 ? openingOre : rows[index - 1]?.balance?.value;
    return before === undefined || before + row.amount.value === row.balance.value;
  });

/** Opening balance, rows and closing balance must add up: then no row is missing and none is misread. Newest first is as common as oldest first. */
const addsUp = (
  openings: readonly Found<number>[],
  rows: readonly Row[],
  closings: readonly Found<number>[],
): boolean => {
  const [opening] = openings;
  const [closing] = closings;
  if (opening === undefined || closing === undefined || !agree(openings) || !agree(closings)) return false;
  if (opening.value + sumOre(rows.map((row) => row.amount.value)) !== closing.value) return false;
  return runs(opening.value, rows) || runs(opening.value, rows.toReversed());
};

const isSwish = (text: string): boolean => /\bswish\b/i.test(text);

const rowFields = (row: Row, index: number, standing: Standing): ReadField[] => {
  const name = (part: string): string => `rows.${String(index)}.${part}`;
  const own = standing === "proved" ? "plausible" : standing;
  return [
    // A misread date or letter changes no sum: both stand on their own.
    fieldOf(name("date"), row.date, own),
    fieldOf(name("text"), row.text, own),
    fieldOf(name("amountOre"), row.amount, standing),
    ...(row.balance === undefined ? [] : [fieldOf(name("balanceOre"), row.balance, standing)]),
    ...(isSwish(row.text.value) && row.amount.value > 0
      ? [fieldOf(name("swish"), { ...row.text, value: "deposit" }, standing)]
      : []),
  ];
};

/**
 * Reads a bank statement: whose account, which period, every row, and the balances. Rows are accepted only where the
 * opening balance and the rows make the closing balance; Swish deposits are pointed out.
 */
export const extractBankStatement = (layout: Layout): Extraction => {
  const read = layout.lines.map(rowOf).filter((row) => row !== undefined);
  const rows = read.filter((row) => row !== "unread");
  const openings = findLabelled(layout, { labels: labels.opening, parse: parseAmountOre });
  const closings = findLabelled(layout, { labels: labels.closing, parse: parseAmountOre });
  const periods = findPeriods(layout);
  const whole = rows.length === read.length && addsUp(openings, rows, closings);
  const standing: Standing = whole ? "proved" : "contradicted";
  const ends = periods[0] === undefined ? undefined : asPeriod(periods[0].value);
  const inPeriod = ends === undefined || rows.every((row) => isWithin(row.date.value, ends));
  const rowStanding = inPeriod ? standing : "contradicted";
  return {
    fields: [
      ...fieldOfAll("holderName", findHolder(layout, labels.accountHolder), "plausible"),
      ...periodFields(periods),
      ...fieldOfAll("openingBalanceOre", openings, standing),
      ...fieldOfAll("closingBalanceOre", closings, standing),
      ...rows.flatMap((row, index) => rowFields(row, index, rowStanding)),
    ],
    flags: whole ? [] : ["sum-differs"],
  };
};
