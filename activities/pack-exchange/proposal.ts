import { addMonths, type LocalDate, type Month } from "../../contracts/dates.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import type { PackProposal } from "../../contracts/pack-proposal.js";
import { firstOpenMonth } from "../first-open-month.js";
import type { Conflict } from "./conflicts.js";
import { versionIn, versionsOf, withRow, type OverlayRow } from "./overlay-rows.js";

/** Lines somebody has picked, and the first month they would hold. */
export type Picked = { readonly names: readonly string[]; readonly from?: Month };

/** Why a pick cannot be made. */
export type PickProblem = {
  readonly name: string;
  readonly code: "no-such-conflict" | "delegation-not-taken" | "month-missing" | "backdated";
  readonly message: string;
};

type Taken = PackProposal["taken"][number];
type Dated = { readonly from: Month; readonly to?: Month; readonly source: string };

/** The overlay that a proposal comes to, with what was taken; or why it cannot be made. */
export type Proposed =
  | { readonly ok: true; readonly pack: MunicipalPack; readonly taken: readonly Taken[] }
  | { readonly ok: false; readonly problems: readonly PickProblem[] };

const problem = (name: string, code: PickProblem["code"], message: string): readonly PickProblem[] => [
  { name, code, message },
];

const problemsOf = (
  { names, from }: Picked,
  { conflicts, today }: { readonly conflicts: readonly Conflict[]; readonly today: LocalDate },
): readonly PickProblem[] => {
  if (names.length === 0) return [];
  if (from === undefined) return problem("from", "month-missing", "Ange från vilken månad raden ska gälla: --from.");
  if (from < firstOpenMonth({ today }))
    return problem("from", "backdated", "Månaden har redan börjat. En ändring gäller tidigast från nästa månad.");
  return names.flatMap((name) => {
    if (name.startsWith("delegation"))
      return problem(
        name,
        "delegation-not-taken",
        "Delegationsordningen beslutas av den egna nämnden och tas inte över.",
      );
    return conflicts.some(({ table, row }) => `${table}:${row}` === name)
      ? []
      : problem(name, "no-such-conflict", "Överläggen skiljer sig inte åt på någon sådan rad.");
  });
};

const monthBefore = (from: Month): Month => addMonths(from, -1);

/** Own versions up to the month, theirs from it on. A source that is another board's says so. */
const spliced = <Row extends Dated>(
  { own, theirs }: { own: readonly Row[]; theirs: readonly Row[] },
  { from, issuer }: { from: Month; issuer: string },
): Row[] => {
  const kept = own
    .filter((row) => row.from < from)
    .map((row) => (row.to === undefined || row.to >= from ? { ...row, to: monthBefore(from) } : row));
  const inForce = theirs
    .filter((row) => row.from <= from && (row.to === undefined || row.to >= from))
    .reduce<Row | undefined>(
      (latest, row) => (latest === undefined || row.from > latest.from ? row : latest),
      undefined,
    );
  const later = theirs.filter((row) => row.from > from);
  const added = [...(inForce === undefined ? [] : [{ ...inForce, from }]), ...later].map((row) => ({
    ...row,
    source: `Förslag efter ${issuer}; eget beslut saknas. Deras källa: ${row.source}`.slice(0, 400),
  }));
  return [...kept, ...added];
};

const takenOf = (
  line: OverlayRow,
  { own, imported, from }: { own: MunicipalPack; imported: MunicipalPack; from: Month },
): Taken => {
  const theirs = versionIn(versionsOf(imported, line), from);
  const mine = versionIn(versionsOf(own, line), from);
  const rowClass = theirs?.class ?? mine?.class;
  const dropped = versionsOf(own, line).filter((version) => version.from >= from);
  return {
    ...line,
    from,
    class: rowClass ?? null,
    theirSource: theirs?.source ?? null,
    needsOwnBoardMinute: rowClass !== "operational",
    dropped: dropped.map(({ from: start, source }) => ({ from: start, source })),
  };
};

/**
 * The own overlay with the picked lines as the other has them, from a month that has not begun. Nothing is picked
 * unless somebody picks it, and nothing takes effect by being proposed.
 */
export const proposeOverlay = (
  { own, imported }: { readonly own: MunicipalPack; readonly imported: MunicipalPack },
  {
    picked,
    conflicts,
    today,
  }: { readonly picked: Picked; readonly conflicts: readonly Conflict[]; readonly today: LocalDate },
): Proposed => {
  const problems = problemsOf(picked, { conflicts, today });
  if (problems.length > 0) return { ok: false, problems };
  const { from } = picked;
  const lines = new Map<string, OverlayRow>(conflicts.map(({ table, row }) => [`${table}:${row}`, { table, row }]));
  const chosen = from === undefined ? [] : [...new Set(picked.names)].flatMap((name) => lines.get(name) ?? []);
  if (from === undefined || chosen.length === 0) return { ok: true, pack: own, taken: [] };
  const issuer = imported.municipality;
  const pack = chosen.reduce(
    (rest, line) =>
      withRow(rest, imported, { ...line, replace: (ours, theirs) => spliced({ own: ours, theirs }, { from, issuer }) }),
    own,
  );
  const taken = chosen.map((line) => takenOf(line, { own, imported, from }));
  return { ok: true, pack: { ...pack, version: `${own.version}-forslag`.slice(0, 40) }, taken };
};
