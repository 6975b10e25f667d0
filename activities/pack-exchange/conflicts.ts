import { month, type Month } from "../../contracts/dates.js";
import type { PackDifference } from "../../contracts/pack-difference.js";
import type { MunicipalPack, NationalPack } from "../../contracts/rule-pack.js";
import { comparePacks } from "../../rules/differences/compare-packs.js";
import { changesRule } from "../../rules/differences/turns-of.js";
import { delegationConflicts, type DelegationConflict } from "./delegation-conflicts.js";
import { effectsOf, outcomesUnder, totalsOf, type Effect, type EffectTotals, type Subject } from "./effects.js";
import { onlyRow, overlayTables, rowNames, versionIn, versionsOf, withRow, type OverlayRow } from "./overlay-rows.js";
import { rowTitle } from "./row-title.js";

/** One thing that two overlays say otherwise. Null: not said. `differenceOre` is theirs less mine, where both are kronor. */
export type Difference = {
  readonly what: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly differenceOre: number | null;
};

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

type Span = Pick<PackDifference, "from" | "to"> & { readonly differences: readonly PackDifference[] };

/** Where a rule is read, who decided it and when it is looked at again is no conflict by itself. */
const isOfContent = (difference: PackDifference): boolean => changesRule(difference) && difference.field !== "class";

/** The name of a line as the comparison of packs has it. */
const lineOf = ({ table, row }: OverlayRow): string => (row === onlyRow ? table : `${table}:${row}`);

/** The differences of one line, gathered by the months in which they hold. */
const spansOf = (differences: readonly PackDifference[]): readonly Span[] => {
  const spans = new Map<string, Span>();
  for (const difference of differences) {
    const { from, to } = difference;
    const key = `${from} ${to ?? ""}`;
    const earlier = spans.get(key)?.differences ?? [];
    spans.set(key, { from, ...(to === undefined ? {} : { to }), differences: [...earlier, difference] });
  }
  return [...spans.values()].toSorted((one, other) => one.from.localeCompare(other.from));
};

const differenceOf = ({ title, before, after, diffOre }: PackDifference): Difference => ({
  what: title,
  mine: before,
  theirs: after,
  differenceOre: diffOre,
});

/** Compares two overlays line by line, and tries every difference on the subjects. Pure. */
export const compareOverlays = (
  { own, imported }: { readonly own: MunicipalPack; readonly imported: MunicipalPack },
  { national, subjects }: { readonly national: readonly NationalPack[]; readonly subjects: readonly Subject[] },
): Comparison => {
  const outcomes = outcomesUnder(subjects, { national, municipal: own });
  const differences = comparePacks(own, imported, { between: "municipalities" }).filter(isOfContent);
  const lines = new Map([...rowNames(own), ...rowNames(imported)].map((line) => [lineOf(line), line] as const));
  const inOrder = overlayTables.flatMap((table) => [...lines].filter(([, line]) => line.table === table));
  const conflicts = inOrder.flatMap(([name, line]): readonly Conflict[] => {
    const spans = spansOf(differences.filter((difference) => difference.line === name));
    if (spans.length === 0) return [];
    const municipal = withRow(own, imported, { ...line, replace: (_, theirs) => [...theirs] });
    const effects = effectsOf(subjects, { own: outcomes, packs: { national, municipal } });
    const monthOf = new Map(subjects.map(({ id, case: { benefitMonth } }) => [id, benefitMonth]));
    return spans.map(({ from, to, differences: said }) => ({
      ...line,
      title: rowTitle(line),
      from: month(from),
      ...(to === undefined ? {} : { to: month(to) }),
      mine: versionIn(versionsOf(own, line), month(from))?.source ?? null,
      theirs: versionIn(versionsOf(imported, line), month(from))?.source ?? null,
      differences: said.map(differenceOf),
      effects: effects.filter(({ subject }) => {
        const needed = monthOf.get(subject);
        return needed !== undefined && from <= needed && (to === undefined || needed <= to);
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
