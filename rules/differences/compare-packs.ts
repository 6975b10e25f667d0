import { dateInWords, localDateSchema, month } from "../../contracts/dates.js";
import type { PackDifference } from "../../contracts/pack-difference.js";
import { whoDecides } from "../../contracts/pack-words.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { kr, periodInWords } from "../proofs/row-words.js";
import { joinHouseholds } from "./households.js";
import { dayOrMonthBefore, linesOf } from "./lines.js";
import type { Change, Line, LineRow, Said } from "./row.js";

/** Two versions of the same rules, one after the other, or what two municipalities say side by side. */
export type ComparedPacks = "versions" | "municipalities";

/** The two sides of one line from a month on, until something turns. */
type Stretch = {
  readonly from: string;
  /** The next turn; absent for the last stretch. */
  readonly until?: string;
  readonly before: LineRow | undefined;
  readonly after: LineRow | undefined;
};

const rowAt = (rows: readonly LineRow[], on: string): LineRow | undefined =>
  rows
    .filter(({ from, after }) => from <= on && (after === undefined || on < after))
    .reduce<LineRow | undefined>(
      (latest, row) => (latest === undefined || row.from > latest.from ? row : latest),
      undefined,
    );

/** The row that ended last before a day: what a new row follows. */
const lastBefore = (rows: readonly LineRow[], on: string): LineRow | undefined =>
  rows
    .filter(({ after }) => after !== undefined && after <= on)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .at(-1);

const stretchesOf = (
  before: readonly LineRow[],
  after: readonly LineRow[],
  between: ComparedPacks,
): readonly Stretch[] => {
  const turns = [...before, ...after].flatMap((row) => (row.after === undefined ? [row.from] : [row.from, row.after]));
  const points = [...new Set(turns)].toSorted();
  return points.map((from, at) => {
    const until = points[at + 1];
    const current = rowAt(after, from);
    // A row that begins where the other pack has come to its end is read against what it follows there.
    const isFollowed = between === "versions" && current !== undefined;
    const earlier = rowAt(before, from) ?? (isFollowed ? lastBefore(before, from) : undefined);
    return { from, ...(until === undefined ? {} : { until }), before: earlier, after: current };
  });
};

/** That the row is read otherwise, though it says the same. */
const sourceChange = ({ before, after }: Stretch): readonly [Said, Said] | undefined => {
  if (before === undefined || after === undefined) return undefined;
  const { title } = after;
  const said = (field: string, text: string): Said => ({
    field,
    title: `${title}, ${field === "source" ? "källa" : "beslutas av"}`,
    text,
  });
  if (before.source !== after.source) return [said("source", before.source), said("source", after.source)];
  if (before.class !== after.class)
    return [said("class", whoDecides[before.class]), said("class", whoDecides[after.class])];
  return undefined;
};

/** That the row is to be looked at again another day. It is told beside whatever else the row says otherwise. */
const reviewChange = ({ before, after }: Stretch): readonly [Said, Said] | undefined => {
  if (before === undefined || after === undefined || before.reviewBy === after.reviewBy) return undefined;
  const said = ({ reviewBy }: LineRow): Said => ({
    field: "reviewBy",
    title: `${after.title}, ses över senast`,
    text: reviewBy === undefined ? "ingen dag" : dateInWords(reviewBy),
  });
  return [said(before), said(after)];
};

const changesIn = (stretch: Stretch): readonly Change[] => {
  const row = stretch.after ?? stretch.before;
  if (row === undefined) return [];
  const { from, until } = stretch;
  const span = { from, ...(until === undefined ? {} : { until }), row };
  const isWhole = row.whole !== undefined && (stretch.before === undefined || stretch.after === undefined);
  const saidBy = (side: LineRow | undefined): readonly Said[] =>
    (isWhole ? side?.whole && [side.whole] : side?.says) ?? [];
  const [before, after] = [saidBy(stretch.before), saidBy(stretch.after)];
  const fields = [...new Set([...after, ...before].map(({ field }) => field))];
  const changes = fields.flatMap((field): readonly Change[] => {
    const [old, now] = [before.find((said) => said.field === field), after.find((said) => said.field === field)];
    if (old?.text === now?.text) return [];
    return [{ ...span, field, title: (now ?? old)?.title ?? "", before: old, after: now }];
  });
  const others = [changes.length > 0 ? undefined : sourceChange(stretch), reviewChange(stretch)];
  return [
    ...changes,
    ...others.flatMap((other) => {
      if (other === undefined) return [];
      const [old, now] = other;
      return [{ ...span, field: now.field, title: now.title, before: old, after: now }];
    }),
  ];
};

/** One change told once, though other things of the row turn meanwhile. */
const joinMonths = (changes: readonly Change[]): readonly Change[] =>
  changes.reduce<readonly Change[]>((told, change) => {
    const at = told.findLastIndex(({ field }) => field === change.field);
    const last = told[at];
    const isSame =
      last?.until === change.from &&
      last.before?.text === change.before?.text &&
      last.after?.text === change.after?.text;
    if (last === undefined || !isSame) return [...told, change];
    return [...told.slice(0, at), { ...change, from: last.from }, ...told.slice(at + 1)];
  }, []);

const kindOf = ({ before, after }: Change): PackDifference["kind"] => {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
};

const spanInWords = (from: string, to: string | undefined): string => {
  const day = localDateSchema.safeParse(from);
  if (!day.success) return periodInWords({ from: month(from), ...(to === undefined ? {} : { to: month(to) }) });
  const last = localDateSchema.safeParse(to);
  return `från den ${dateInWords(day.data)}${last.success ? ` till den ${dateInWords(last.data)}` : ""}`;
};

const inWords = (change: Change, to: string | undefined): string => {
  const { before, after, title, from, row } = change;
  const span = spanInWords(from, to);
  const source = change.field === "source" ? "" : ` Källa: ${row.source}.`;
  if (before === undefined) return `${title}: ${after?.text ?? ""}, nytt ${span}.${source}`;
  if (after === undefined) return `${title}: ${before.text}, gäller inte ${span}.${source}`;
  const isAmount = before.ore !== undefined && after.ore !== undefined;
  const differenceOre = isAmount ? after.ore - before.ore : 0;
  const difference = differenceOre === 0 ? "" : ` (${differenceOre > 0 ? "+" : ""}${kr(differenceOre)})`;
  return `${title}: ${before.text} → ${after.text}${difference}, ${span}.${source}`;
};

const differenceOf = (line: Line, change: Change): PackDifference => {
  const { before, after, row, until } = change;
  const to = until === undefined ? undefined : dayOrMonthBefore(until, line.table);
  return {
    kind: kindOf(change),
    table: line.table,
    line: line.id,
    row: row.row,
    field: change.field,
    title: change.title,
    class: row.class,
    from: change.from,
    ...(to === undefined ? {} : { to }),
    before: before?.text ?? null,
    after: after?.text ?? null,
    beforeOre: before?.ore ?? null,
    afterOre: after?.ore ?? null,
    diffOre: before?.ore === undefined || after?.ore === undefined ? null : after.ore - before.ore,
    source: row.source,
    text: inWords(change, to),
  };
};

/** Two packs of different names speak of different years: that one lacks the other's is no removal. */
const isOfAnotherTime = (stretch: Stretch, { isSamePack, after }: { isSamePack: boolean; after: readonly LineRow[] }) =>
  !isSamePack && stretch.after === undefined && after.length > 0;

/**
 * What two packs say otherwise, line by line and month by month, in the order of the tables of the one after. What the
 * figures do to a household is the rehearsal's to say; this says what stands there. Between municipalities a line that
 * has come to its end is silent: the other's does not follow it.
 */
export const comparePacks = (
  before: RulePack,
  after: RulePack,
  { between }: { readonly between: ComparedPacks } = { between: "versions" },
): readonly PackDifference[] => {
  const [old, now] = [linesOf(before), linesOf(after)];
  const isSamePack = before.id === after.id || between === "municipalities";
  const gone = old.filter(({ id }) => !now.some((line) => line.id === id));
  return [...now, ...gone].flatMap((line) => {
    const rowsIn = (lines: readonly Line[]) => lines.find(({ id }) => id === line.id)?.rows ?? [];
    const rows = rowsIn(now);
    const stretches = stretchesOf(rowsIn(old), rows, between).filter(
      (stretch) => !isOfAnotherTime(stretch, { isSamePack, after: rows }),
    );
    const changes = joinMonths(stretches.flatMap((stretch) => joinHouseholds(changesIn(stretch))));
    return changes.map((change) => differenceOf(line, change));
  });
};
