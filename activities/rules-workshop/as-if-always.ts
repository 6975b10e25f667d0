import type { Month } from "../../contracts/dates.js";
import type { Packs, RulePack } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { workTables } from "./pack-tables.js";

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** The rows of one line. */
const lineOf = <Row>(rows: readonly Row[], key: string, keyOf: (row: Row) => string): readonly Row[] =>
  rows.filter((row) => keyOf(row) === key);

/**
 * A draft whose changed lines hold from an early month already, as they are to hold from `effectiveFrom`: "had the rule
 * held all the while". Lines that are not changed, and which act is in force, stay as they are.
 */
const drawnBack = (
  draft: RulePack,
  { base, effectiveFrom, first }: { readonly base: RulePack; readonly effectiveFrom: Month; readonly first: Month },
): RulePack => {
  const picked = workTables([draft, base], effectiveFrom, ([drafted = [], before = []], { keyOf, from }) =>
    [...new Set(drafted.map(keyOf))].flatMap((key) => {
      const line = lineOf(drafted, key, keyOf);
      if (isSame(line, lineOf(before, key, keyOf))) return line;
      const held = line
        .filter((row) => row.from <= from && (row.to === undefined || row.to >= from))
        .toSorted((one, other) => (one.from < other.from ? -1 : 1))
        .at(-1);
      return held === undefined ? [] : [held];
    }),
  );
  if (picked === undefined) return draft;
  const drawn = workTables([picked, base], first, ([rows = [], before = []], { keyOf, from }) =>
    [...new Set(rows.map(keyOf))].flatMap((key) => {
      const line = lineOf(rows, key, keyOf);
      if (isSame(line, lineOf(before, key, keyOf))) return line;
      return line.map((row) => (row.from > from ? { ...row, from } : row));
    }),
  );
  if (drawn === undefined) return draft;
  return drawn.layer === "national" && draft.layer === "national"
    ? { ...drawn, legalPeriods: draft.legalPeriods }
    : drawn;
};

/** The packs with a draft as if what it changes had held since `first`. */
export const asIfAlways = (
  { national, municipal }: Packs,
  change: {
    readonly draft: RulePack;
    readonly base: RulePack;
    readonly effectiveFrom: Month;
    readonly first: Month;
  },
): Packs => {
  const drawn = drawnBack(change.draft, change);
  if (drawn.layer === "municipal") return { national, municipal: drawn };
  const before = change.base.layer === "national" ? change.base : drawn;
  const replaces = {
    riksnorm: drawn.riksnorm.length > 0 && !isSame(drawn.riksnorm, before.riksnorm),
    priceBaseAmounts: drawn.priceBaseAmounts.length > 0 && !isSame(drawn.priceBaseAmounts, before.priceBaseAmounts),
  };
  // A table that is drawn back takes the place of the tables of the months it is drawn back to.
  const others = national
    .filter(({ id }) => id !== drawn.id)
    .map((pack) => ({
      ...pack,
      ...(replaces.riksnorm && { riksnorm: pack.riksnorm.filter(({ to }) => to < change.first) }),
      ...(replaces.priceBaseAmounts && {
        priceBaseAmounts: pack.priceBaseAmounts.filter(({ to }) => to < change.first),
      }),
    }));
  return { national: [...others, drawn], municipal };
};
