import { addMonths, monthInWords, type Month } from "../../contracts/dates.js";
import type { PackProblemCode } from "../../contracts/codes/pack-problems.js";
import type { PackProblem, PackTable } from "../../contracts/pack-check.js";
import { inForce } from "../parameters.js";
import { periodInWords } from "./row-words.js";

/** A row of a table as its months are looked at. Rows of one timeline follow one another: only one holds in a month. */
export type TimedRow = {
  readonly from: Month;
  readonly to?: Month;
  readonly table: PackTable;
  /** Where it is: `costRules[3]`. */
  readonly row: string;
  readonly title: string;
  /** False for a row of another pack, which is part of the timeline but not what is checked. */
  readonly isOwn: boolean;
};

type Found = {
  readonly code: PackProblemCode;
  readonly of: TimedRow;
  readonly month: Month;
  readonly message: string;
};

const problem = ({ code, of, month, message }: Found): PackProblem => ({
  code,
  table: of.table,
  row: of.row,
  title: of.title,
  message,
  counterexample: { kind: "month", month, text: `En ansökan som gäller ${monthInWords(month)}.` },
});

const isReversed = ({ from, to }: TimedRow): boolean => to !== undefined && to < from;

/** The later of two rows, else the one that is the pack's own, since a problem is shown where it can be mended. */
const ownOf = (one: TimedRow, other: TimedRow): TimedRow => (other.isOwn ? other : one);

const reversed = (row: TimedRow): PackProblem =>
  problem({
    code: "period-reversed",
    of: row,
    month: row.from,
    message: `${row.title} börjar i ${monthInWords(row.from)} men slutar redan i ${monthInWords(row.to ?? row.from)}. Raden gäller aldrig.`,
  });

const overlap = (earlier: TimedRow, later: TimedRow): readonly PackProblem[] => {
  const claimsBoth = earlier.from === later.from || (earlier.to !== undefined && later.from <= earlier.to);
  if (!claimsBoth || !(earlier.isOwn || later.isOwn)) return [];
  const of = ownOf(earlier, later);
  const month = later.from;
  return [
    problem({
      code: "rows-overlap",
      of,
      month,
      message: `${of.title} (${periodInWords(of)}) gäller samma månad som en annan rad (${periodInWords(of === later ? earlier : later)}): ${monthInWords(month)} har två rader.`,
    }),
  ];
};

/** The month after the last one that any of the rows holds in; undefined where one of them has no end. */
const monthAfter = (rows: readonly TimedRow[]): Month | undefined => {
  const ends = rows.flatMap(({ to }) => to ?? []);
  const last = ends.length === rows.length ? ends.toSorted().at(-1) : undefined;
  return last && addMonths(last, 1);
};

const gapBefore = (row: TimedRow, earlier: readonly TimedRow[]): readonly PackProblem[] => {
  const month = monthAfter(earlier);
  const last = earlier.at(-1);
  if (month === undefined || last === undefined || month >= row.from || !(row.isOwn || last.isOwn)) return [];
  const of = ownOf(last, row);
  return [
    problem({
      code: "month-gap",
      of,
      month,
      message: `${of.title}: ingen rad gäller i ${monthInWords(month)}. Raden före slutar i ${monthInWords(addMonths(month, -1))} och nästa börjar i ${monthInWords(row.from)}.`,
    }),
  ];
};

/** An open row that was replaced for some months comes back by itself, which nobody has written. */
const revived = (row: TimedRow, rows: readonly TimedRow[]): readonly PackProblem[] => {
  if (row.to === undefined) return [];
  const month = addMonths(row.to, 1);
  const back = inForce(rows, month);
  if (back === undefined || back.from >= row.from || back.to !== undefined) return [];
  if (!(row.isOwn || back.isOwn)) return [];
  const of = ownOf(back, row);
  return [
    problem({
      code: "row-revives",
      of,
      month,
      message: `${row.title} (${periodInWords(row)}) slutar, och raden från ${monthInWords(back.from)} börjar gälla igen i ${monthInWords(month)}. Skriv ut vad som gäller därefter.`,
    }),
  ];
};

/**
 * That rows of one timeline leave no month out between the first and the last, that no month has two, and that every
 * row holds in some month. An open row is replaced by the next one; a row with an end may not reach into the next.
 */
export const proveTimeline = (all: readonly TimedRow[]): readonly PackProblem[] => {
  const rows = all.filter((row) => !isReversed(row)).toSorted((one, other) => one.from.localeCompare(other.from));
  return [
    ...all.filter((row) => row.isOwn && isReversed(row)).map(reversed),
    ...rows.flatMap((row, at) => {
      const earlier = rows.slice(0, at);
      return [...earlier.flatMap((one) => overlap(one, row)).slice(0, 1), ...gapBefore(row, earlier)];
    }),
    ...rows.flatMap((row) => revived(row, rows)),
  ];
};
