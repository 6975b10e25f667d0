import { addMonths, type Month } from "../../contracts/dates.js";
import type { MunicipalPack, NationalPack } from "../../contracts/rule-pack.js";
import { canonicalJson } from "../../platform/canonical.js";
import { delegationConflicts, type DelegationConflict } from "./delegation-conflicts.js";
import { effectsOf, outcomesUnder, totalsOf, type Effect, type EffectTotals, type Subject } from "./effects.js";
import {
  overlayTables,
  rowNames,
  versionIn,
  versionsOf,
  withRow,
  type OverlayRow,
  type RowVersion,
} from "./overlay-rows.js";
import { differencesIn, rowTitle, type Difference } from "./row-differences.js";

/** A line that the own overlay and the imported one say otherwise of, during some months. */
export type Conflict = OverlayRow & {
  readonly title: string;
  readonly from: Month;
  readonly to?: Month;
  /** The source of each side; null where it says nothing in those months. */
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly differences: readonly Difference[];
  /** Cases of those months that would come out otherwise with their line in place of ours, all else as it is. */
  readonly effects: readonly Effect[];
};

/** Everything two overlays differ on, in words and kronor. */
export type Comparison = {
  readonly conflicts: readonly Conflict[];
  readonly delegation: readonly DelegationConflict[];
  /** Cases that would come out otherwise with the whole of the imported overlay in place of the own one. */
  readonly whole: { readonly totals: EffectTotals; readonly effects: readonly Effect[] };
};

type Span = { readonly from: Month; readonly to?: Month; readonly mine?: RowVersion; readonly theirs?: RowVersion };

const isSame = (one: RowVersion | undefined, other: RowVersion | undefined): boolean =>
  canonicalJson(one?.content ?? null) === canonicalJson(other?.content ?? null);

/** The stretches of months in which two sets of versions say different things, each as long as neither changes. */
const conflictingSpans = (mine: readonly RowVersion[], theirs: readonly RowVersion[]): readonly Span[] => {
  const changes = [
    ...new Set([...mine, ...theirs].flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [addMonths(to, 1)])])),
  ].toSorted();
  return changes.flatMap((from, index): readonly Span[] => {
    const own = versionIn(mine, from);
    const other = versionIn(theirs, from);
    if (isSame(own, other)) return [];
    const next = changes[index + 1];
    return [
      {
        from,
        ...(next === undefined ? {} : { to: addMonths(next, -1) }),
        ...(own === undefined ? {} : { mine: own }),
        ...(other === undefined ? {} : { theirs: other }),
      },
    ];
  });
};

/** An overlay in which a line says what one version of it says, and nothing else. */
const onlyVersion = (overlay: MunicipalPack, line: OverlayRow, version: RowVersion | undefined): MunicipalPack =>
  withRow(overlay, overlay, {
    ...line,
    replace: (rows) => rows.filter((row) => row.from === version?.from).slice(0, 1),
  });

/** The line alone, so that what is compared is what is shown. */
const sideOf = (overlay: MunicipalPack, line: OverlayRow, version: RowVersion | undefined): MunicipalPack => {
  const kept = onlyVersion(overlay, line, version);
  const others = rowNames(kept).filter(({ table, row }) => table === line.table && row !== line.row);
  return others.reduce((rest, other) => withRow(rest, rest, { ...other, replace: () => [] }), kept);
};

/** Compares two overlays line by line, and tries every difference on the subjects. Pure. */
export const compareOverlays = (
  { own, imported }: { readonly own: MunicipalPack; readonly imported: MunicipalPack },
  { national, subjects }: { readonly national: readonly NationalPack[]; readonly subjects: readonly Subject[] },
): Comparison => {
  const outcomes = outcomesUnder(subjects, { national, municipal: own });
  const lines = new Map(
    [...rowNames(own), ...rowNames(imported)].map((line) => [`${line.table}:${line.row}`, line] as const),
  );
  const inOrder = overlayTables.flatMap((table) => [...lines.values()].filter((line) => line.table === table));
  const conflicts = inOrder.flatMap((line): readonly Conflict[] => {
    const spans = conflictingSpans(versionsOf(own, line), versionsOf(imported, line));
    if (spans.length === 0) return [];
    const municipal = withRow(own, imported, { ...line, replace: (_, theirs) => [...theirs] });
    const effects = effectsOf(subjects, { own: outcomes, packs: { national, municipal } });
    const monthOf = new Map(subjects.map(({ id, case: { benefitMonth } }) => [id, benefitMonth]));
    return spans.map(({ from, to, mine, theirs }) => ({
      ...line,
      title: rowTitle(line),
      from,
      ...(to === undefined ? {} : { to }),
      mine: mine?.source ?? null,
      theirs: theirs?.source ?? null,
      differences: differencesIn(line.table, [sideOf(own, line, mine), sideOf(imported, line, theirs)]),
      effects: effects.filter(({ subject }) => {
        const month = monthOf.get(subject);
        return month !== undefined && from <= month && (to === undefined || month <= to);
      }),
    }));
  });
  const whole = effectsOf(subjects, { own: outcomes, packs: { national, municipal: imported } });
  return {
    conflicts,
    delegation: delegationConflicts(own, imported),
    whole: { totals: totalsOf(whole, subjects.length), effects: whole },
  };
};
