import type { LocalDate } from "../../../../contracts/dates.js";

/** What every row of every table has, by month or by day. */
export type Dated<Point extends string> = {
  readonly from: Point;
  readonly to?: Point;
  readonly source: string;
  reviewBy?: LocalDate;
};

/** The row without a day for review. */
export const withoutReview = <Row extends Dated<string>>(row: Row): Row => {
  const bare = { ...row };
  delete bare.reviewBy;
  return bare;
};

/** The version of a line that holds at a point: the one that started last, as the rules read it. */
export const heldAt = <Point extends string, Row extends Dated<Point>>(
  rows: readonly Row[],
  point: Point,
): Row | undefined =>
  rows
    .filter(({ from, to }) => from <= point && (to === undefined || point <= to))
    .reduce<Row | undefined>((last, row) => (last === undefined || row.from > last.from ? row : last), undefined);

/** Whether two versions say the same, whenever they hold and wherever they are read. */
const saysSame = <Row extends Dated<string>>(one: Row, other: Row): boolean => {
  // A key without a value is left out of the text.
  const said = (row: Row): string => JSON.stringify({ ...row, from: undefined, to: undefined, source: undefined });
  return said(one) === said(other);
};

type Splice<Point extends string, Row> = {
  /** The versions of the line in the rules that the draft starts from. */
  readonly base: readonly Row[];
  /** The version of the draft that is edited; undefined where the line is new. */
  readonly held: Row | undefined;
  /** What it is to say, from its own `from` on. */
  readonly next: Row;
  /** Whether its day for review is written for it. Another row's day is not taken over: that was for what it said. */
  readonly isReviewSet: boolean;
  readonly before: (point: Point) => Point;
};

/** The draft as if the version had never been written in it: what it closed is open again. */
const without = <Point extends string, Row extends Dated<Point>>(
  draft: readonly Row[],
  { base, held, before }: Pick<Splice<Point, Row>, "base" | "held" | "before">,
): readonly Row[] => {
  if (held === undefined || base.some(({ from }) => from === held.from)) return draft;
  return draft
    .filter((row) => row !== held)
    .map((row) => (row.to === before(held.from) ? (base.find(({ from }) => from === row.from) ?? row) : row));
};

/**
 * The versions of a line with one that is edited: the month it holds from may have moved, so that what it closed is
 * opened first. A version that says what held there already is not written at all.
 */
export const spliceLine = <Point extends string, Row extends Dated<Point>>(
  draft: readonly Row[],
  splice: Splice<Point, Row>,
): readonly Row[] => {
  const { base, before } = splice;
  const others = without(draft, splice);
  const heldFrom = splice.held?.from;
  const isAnother =
    heldFrom !== splice.next.from && (heldFrom === undefined || base.some(({ from }) => from === heldFrom));
  const next = isAnother && !splice.isReviewSet ? withoutReview(splice.next) : splice.next;
  const prior = heldAt(others, next.from);
  if (prior === undefined) return [...others, next];
  const original = heldAt(base, next.from);
  // A day for review that nobody has written is no difference.
  const hasReview = splice.isReviewSet || next.reviewBy !== undefined;
  if (original !== undefined && saysSame(hasReview ? original : withoutReview(original), next))
    return others.map((row) => (row.from === original.from ? original : row));
  if (prior.from === next.from) return others.map((row) => (row === prior ? next : row));
  return others.flatMap((row) => (row === prior ? [{ ...prior, to: before(next.from) }, next] : [row]));
};
