import { firstDayOf, type Month } from "../../contracts/dates.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { workTables, type Lines, type PackRow } from "../../rules/pack-tables.js";

const keysOf = <Row>(tables: readonly (readonly Row[])[], keyOf: (row: Row) => string): readonly string[] => [
  ...new Set(tables.flat().map(keyOf)),
];

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/**
 * A pack as it is in force until a month, and as an earlier version of it says from the month on: how a version is
 * rolled back without touching a month that is worked on or decided. A line that both say the same of is left whole;
 * what is brought back is read in the new decision. Undefined where the two are not of one layer.
 */
export const splicePack = (
  now: RulePack,
  { earlier, from, source }: { readonly earlier: RulePack; readonly from: Month; readonly source: string },
): RulePack | undefined =>
  workTables([now, earlier], firstDayOf(from), ([ours = [], theirs = []], lines) =>
    keysOf([ours, theirs], lines.keyOf).flatMap((key) => {
      const own = ours.filter((row) => lines.keyOf(row) === key);
      const other = theirs.filter((row) => lines.keyOf(row) === key);
      return splicedLine({ own, other, source }, lines);
    }),
  );

const splicedLine = <Point extends string, Row extends PackRow<Point>>(
  { own, other, source }: { readonly own: readonly Row[]; readonly other: readonly Row[]; readonly source: string },
  { from, before }: Lines<Point, Row>,
): readonly Row[] => {
  const reaching = (rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.to === undefined || row.to >= from);
  if (isSame(reaching(own), reaching(other))) return own;
  const kept = own
    .filter((row) => row.from < from)
    .map((row) => (row.to === undefined || row.to >= from ? { ...row, to: before(from) } : row));
  // Of the rows that hold at the point, the one that started last is the one that the rules read.
  const held = reaching(other)
    .filter((row) => row.from <= from)
    .reduce<Row | undefined>((last, row) => (last === undefined || row.from > last.from ? row : last), undefined);
  const later = other.filter((row) => row.from > from);
  const back = [...(held === undefined ? [] : [{ ...held, from }]), ...later];
  return [...kept, ...back.map((row) => ({ ...row, source: `${source}. ${row.source}`.slice(0, 400) }))];
};

/**
 * The rows that a draft had changed of its base, changed in the version that is in force now. Undefined where both have
 * changed the same line in different ways: which of them holds is a person's to say.
 */
export const movedPack = (
  now: RulePack,
  { base, draft, from }: { readonly base: RulePack; readonly draft: RulePack; readonly from: Month },
): RulePack | undefined => {
  const torn: string[] = [];
  const moved = workTables([now, base, draft], firstDayOf(from), ([ours = [], before = [], drafted = []], { keyOf }) =>
    keysOf([ours, drafted], keyOf).flatMap((key) => {
      const [current, old, wished] = [ours, before, drafted].map((rows) => rows.filter((row) => keyOf(row) === key));
      if (current === undefined || old === undefined || wished === undefined) return [];
      if (isSame(wished, old)) return current;
      if (isSame(current, old) || isSame(current, wished)) return wished;
      torn.push(key);
      return [];
    }),
  );
  return torn.length > 0 ? undefined : moved;
};
