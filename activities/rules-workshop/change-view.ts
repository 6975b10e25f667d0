import {
  testsViewSchema,
  workshopWriters,
  type ChangeSummary,
  type ChangeView,
  type RowChange,
  type TestsView,
} from "../../contracts/api/workshop.js";
import { monthSchema } from "../../contracts/dates.js";
import type { PackDifference } from "../../contracts/pack-difference.js";
import {
  changeActionSchema,
  changeStates,
  workshopRefusals,
  type ChangeAction,
  type WorkshopRefusal,
} from "../../contracts/rule-change.js";
import { rowClassSchema } from "../../contracts/rule-pack.js";
import type { RuleChange } from "../../store/rule-changes.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { packHash } from "../pack-hash.js";
import { changeHistory } from "./change-history.js";
import { changeSteps } from "./change-steps.js";
import { besideNew } from "./draft-packs.js";
import { rehearsalRunSchema, testRunSchema, type KeptTestRun } from "./kept-runs.js";
import { minuteRefusal } from "./judge-change.js";
import type { Names } from "./names.js";
import { standingOf, stepFacts, type Standing, type Surroundings } from "./standing.js";
import { stepRefusal } from "./step-allowed.js";
import type { Asking, WorkshopDeps } from "./workshop-deps.js";

/** A change as a list shows it. `differences`: what it changes. */
export const changeSummary = (
  change: RuleChange,
  { names, differences }: { readonly names: Names; readonly differences: readonly PackDifference[] },
): ChangeSummary => ({
  id: change.id,
  number: change.number,
  title: change.title,
  kind: change.kind,
  pack: { id: change.packId, title: change.content.title, layer: change.content.layer },
  state: change.state,
  stateTitle: changeStates[change.state].title,
  author: names(change.author),
  source: change.source,
  effectiveFrom: change.effectiveFrom,
  classes: rowClassSchema.options.filter((one) => differences.some((row) => row.class === one)),
  updatedAt: change.updatedAt,
  publishedAt: change.publishedAt,
});

const rowChange = (row: PackDifference): RowChange => ({
  table: row.table,
  row: row.line,
  title: row.title,
  class: row.class,
  from: monthSchema.parse(row.from.slice(0, 7)),
  before: row.before,
  after: row.after,
  differenceOre: row.diffOre,
  source: row.source,
});

const parsed = <T>(json: string | null, parse: (value: unknown) => T): T | undefined =>
  json === null ? undefined : parse(JSON.parse(json));

/** A change, whole, as the one who asks may work with it. */
export const changeView = async (
  tx: StoreTransaction,
  change: RuleChange,
  {
    asking,
    around,
    names,
    deps,
  }: {
    readonly asking: Asking;
    readonly around: Surroundings;
    readonly names: Names;
    readonly deps: Pick<WorkshopDeps, "isInvented">;
  },
): Promise<ChangeView> => {
  const standing = standingOf(change, around, deps);
  const tests = parsed(change.tests, (value) => testRunSchema.parse(value));
  const rehearsal = parsed(change.rehearsal, (value) => rehearsalRunSchema.parse(value));
  const { base, content, minuteOn, minuteParagraph } = change;
  return {
    ...changeSummary(change, { names, differences: standing.differences }),
    revision: change.revision,
    contentHash: change.contentHash,
    content,
    base:
      base === undefined
        ? null
        : { hash: packHash(base), version: base.version, inForce: standing.isBaseInForce, content: base },
    inForce: base ?? besideNew(around.packs, content),
    editedBy: names(change.editedBy),
    submittedAt: change.submittedAt,
    approvedBy: change.approvedBy === null ? null : names(change.approvedBy),
    approvedAt: change.approvedAt,
    minute: minuteOn === null || minuteParagraph === null ? null : { on: minuteOn, paragraph: minuteParagraph },
    needsMinute: standing.needsMinute,
    publishedHash: change.publishedHash,
    note: change.note,
    steps: [...changeSteps({ change, standing, tests, rehearsal, names })],
    rows: standing.differences.map(rowChange),
    prose: standing.differences.map(({ text }) => text),
    problems: isOver(change) ? [] : [...standing.problems],
    proofs: { ok: standing.proofs.length === 0, rows: rowsIn(change), problems: [...standing.proofs] },
    tests: tests === undefined ? null : { ...shownRun(tests), fresh: standing.tests === "fresh" },
    rehearsal: rehearsal === undefined ? null : { ...rehearsal, fresh: standing.rehearsal === "fresh" },
    actions: changeActionSchema.options.map((action) => allowance(action, { change, standing, asking })),
    history: await changeHistory(tx, change.id, names),
  };
};

/** A kept run without what is only compared with. */
const shownRun = (run: KeptTestRun): Omit<TestsView, "fresh"> => shownRunSchema.parse(run);
const shownRunSchema = testsViewSchema.omit({ fresh: true }).strip();

const isOver = ({ state }: RuleChange): boolean => state === "published" || state === "withdrawn";

const rowsIn = ({ content }: RuleChange): number =>
  Object.values(content).reduce<number>((sum, part) => (Array.isArray(part) ? sum + part.length : sum), 0);

const allowance = (
  action: ChangeAction,
  { change, standing, asking }: { readonly change: RuleChange; readonly standing: Standing; readonly asking: Asking },
): ChangeView["actions"][number] => {
  const isWriter = asking.roles.some((role) => workshopWriters.some((writer) => writer === role));
  if (!isWriter) return { action, allowed: false, why: "Bara administratörer arbetar med reglerna." };
  const refusal = stepRefusal(action, stepFacts(change, standing, asking.id));
  return {
    action,
    allowed: refusal === undefined,
    why: refusal === undefined ? hint(action, standing) : whyNot(refusal, change),
  };
};

/** These are mended where they stand, or not at all. */
const hasOtherWay: readonly WorkshopRefusal[] = ["wrong-state", "own-change", "base-not-in-force"];

/** What stands in the way, and the way out of it: what is bound to its tests is first taken back to be worked on. */
const whyNot = (refusal: WorkshopRefusal, { state }: RuleChange): string => {
  const isBound = state === "submitted" || state === "approved";
  const wayOut = "Lämna tillbaka ändringen, så kan den ändras, prövas och repeteras igen.";
  return isBound && !hasOtherWay.includes(refusal)
    ? `${workshopRefusals[refusal]} ${wayOut}`
    : workshopRefusals[refusal];
};

/** What a publication also needs, told before it is tried. */
const hint = (action: ChangeAction, { draft }: Standing): string | null =>
  action === "publish" && minuteRefusal(undefined, draft) !== undefined ? workshopRefusals["minute-missing"] : null;
