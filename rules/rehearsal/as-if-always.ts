import { addMonths, firstDayOf, type LocalDate, type Month } from "../../contracts/dates.js";
import type { Packs, RulePack } from "../../contracts/rule-pack.js";
import { workTables } from "../pack-tables.js";
import { isSameData } from "../same-data.js";

/** A version of a pack that is to hold later, and the months it is tried on. */
export type LaterVersion = {
  readonly draft: RulePack;
  /** The version it was made from; what says the same in both is not drawn back. */
  readonly base: RulePack;
  /** The day whose rows are tried: the one on which the version turns. */
  readonly turn: LocalDate;
  /** The first month they are tried on. */
  readonly first: Month;
};

/** The rows of one line. */
const lineOf = <Row>(rows: readonly Row[], key: string, keyOf: (row: Row) => string): readonly Row[] =>
  rows.filter((row) => keyOf(row) === key);

/** A table line by line: those that say the same in both versions stay, the others are made anew. */
const changedLines = <Row>(
  [drafted, before]: readonly [readonly Row[], readonly Row[]],
  keyOf: (row: Row) => string,
  made: (line: readonly Row[]) => readonly Row[],
): Row[] =>
  [...new Set(drafted.map(keyOf))].flatMap((key) => {
    const line = lineOf(drafted, key, keyOf);
    return isSameData(line, lineOf(before, key, keyOf)) ? line : made(line);
  });

/**
 * The changed lines as they hold on the day the version turns, holding from a month that is earlier. Which act is in force is no
 * choice of a version, and stays where it is.
 */
const drawnBack = ({ draft, base, turn }: LaterVersion, to: Month): RulePack => {
  const held = workTables([draft, base], turn, ([drafted = [], before = []], { keyOf, from }) =>
    changedLines([drafted, before], keyOf, (line) =>
      line
        .filter((row) => row.from <= from && (row.to === undefined || row.to >= from))
        .toSorted((one, other) => (one.from < other.from ? -1 : 1))
        .slice(-1),
    ),
  );
  const drawn =
    held &&
    workTables([held, base], firstDayOf(to), ([rows = [], before = []], { keyOf, from }) =>
      changedLines([rows, before], keyOf, (line) => line.map((row) => (row.from > from ? { ...row, from } : row))),
    );
  if (drawn === undefined) return draft;
  return drawn.layer === "national" && draft.layer === "national"
    ? { ...drawn, legalPeriods: draft.legalPeriods }
    : drawn;
};

/**
 * The packs with a version in its place as if what is new in it had held all the while since the first month: so a rule
 * that begins next year is tried on the months that have been. Pure. They hold from the month before already, since a
 * decision on a month may be made then, and the price base amount is that of the month of the earnings.
 */
export const asIfAlways = ({ national, municipal }: Packs, version: LaterVersion): Packs => {
  const { draft, base, first } = version;
  const to = addMonths(first, -1);
  const drawn = drawnBack(version, to);
  if (drawn.layer === "municipal") return { national, municipal: drawn };
  const before = base.layer === "national" ? base : undefined;
  const isNew = (table: "riksnorm" | "priceBaseAmounts"): boolean =>
    drawn[table].length > 0 && !isSameData(drawn[table], before?.[table]);
  const [newNorm, newAmounts] = [isNew("riksnorm"), isNew("priceBaseAmounts")];
  // A table that is drawn back takes the place of the tables of the months it is drawn back to.
  const others = national
    .filter(({ id }) => id !== draft.id)
    .map((pack) => ({
      ...pack,
      ...(newNorm && { riksnorm: pack.riksnorm.filter((table) => table.to < to) }),
      ...(newAmounts && { priceBaseAmounts: pack.priceBaseAmounts.filter((row) => row.to < to) }),
    }));
  return { national: [...others, drawn], municipal };
};
