import { z } from "zod";
import type { Role } from "../codes/roles.js";
import { instantSchema, localDateSchema, monthSchema } from "../dates.js";
import { sha256Schema } from "../ids.js";
import { signedOreSchema } from "../money.js";
import { packProblemSchema, packTableSchema } from "../pack-check.js";
import { boardMinuteSchema, changeActionSchema, changeKindSchema, changeStateSchema } from "../rule-change.js";
import { packSchema, rowClassSchema } from "../rule-pack.js";
import { scenarioExpectationSchema, scenarioResultSchema } from "../rule-scenario.js";
import { problemSchema } from "./problem.js";
import { rehearsalViewSchema } from "./workshop-rehearsal.js";

/** Who may look into the workshop. */
export const workshopReaders = ["administrator", "team-lead", "auditor"] as const satisfies readonly Role[];
/** Who may write, check, approve and publish there. */
export const workshopWriters = ["administrator"] as const satisfies readonly Role[];
/** Who may stop a rule, and review a stop that somebody else made. */
export const ruleStoppers = ["administrator", "team-lead"] as const satisfies readonly Role[];

/** A member of staff, as the workshop names them. */
const personSchema = z.strictObject({ id: z.uuid(), name: z.string() });

/** A change in a list. */
export const changeSummarySchema = z.strictObject({
  id: z.uuid(),
  /** "2026-7": year and running number. Also the version of the pack that it becomes, with a point. */
  number: z.string(),
  title: z.string(),
  kind: changeKindSchema,
  pack: z.strictObject({ id: z.string(), title: z.string(), layer: z.enum(["national", "municipal"]) }),
  state: changeStateSchema,
  stateTitle: z.string(),
  author: personSchema,
  /** Where the change is read: the act, the board's document, the statistics. */
  source: z.string(),
  effectiveFrom: monthSchema,
  /** Who decides of what it changes, each once. */
  classes: z.array(rowClassSchema),
  updatedAt: instantSchema,
  publishedAt: instantSchema.nullable(),
});
export type ChangeSummary = z.output<typeof changeSummarySchema>;

/** A version of a pack that is or was in force. Ships with the program where nobody published it. */
export const packVersionViewSchema = z.strictObject({
  packId: z.string(),
  title: z.string(),
  layer: z.enum(["national", "municipal"]),
  version: z.string(),
  hash: sha256Schema,
  inForce: z.boolean(),
  publishedBy: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  minute: boardMinuteSchema.nullable(),
  changeId: z.uuid().nullable(),
});
export type PackVersionView = z.output<typeof packVersionViewSchema>;

/** A provision that somebody has stopped: while it stands, whatever it touches goes to a person. */
export const stopViewSchema = z.strictObject({
  id: z.uuid(),
  provision: z.string(),
  /** The provision in words. */
  title: z.string(),
  reason: z.string(),
  stoppedBy: personSchema,
  stoppedOn: localDateSchema,
  /** What somebody else came to; null until then. */
  review: z.strictObject({ by: personSchema, at: instantSchema, text: z.string(), lifted: z.boolean() }).nullable(),
  /** Whether the one who asks may review it: not where they made it. */
  mayReview: z.boolean(),
});
export type StopView = z.output<typeof stopViewSchema>;

/** `GET /api/workshop`: what there is to work with. */
export const workshopViewSchema = z.strictObject({
  today: localDateSchema,
  /** The first month that a new rule can hold from: it has not begun, and nothing is decided in it. */
  firstOpenMonth: monthSchema,
  /** Whether the one who asks may write here, and stop rules. */
  mayWrite: z.boolean(),
  mayStop: z.boolean(),
  /** The newest first. */
  changes: z.array(changeSummarySchema),
  /** Every version of every pack, by pack and with the one in force first. */
  versions: z.array(packVersionViewSchema),
  stops: z.array(stopViewSchema),
  /** What can be stopped. */
  provisions: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type WorkshopView = z.output<typeof workshopViewSchema>;

/** Something that stands in the way, in words to show. `table` and `row` where it is about a row. */
export const changeProblemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  table: packTableSchema.exactOptional(),
  row: z.string().exactOptional(),
});
export type ChangeProblem = z.output<typeof changeProblemSchema>;

/** A row that the change makes different: what it says before and after, in the first month in which it differs. */
export const rowChangeSchema = z.strictObject({
  table: packTableSchema,
  /** The same for the same line of two versions: `costRules:rent`, `riksnorm:adult-single`. */
  row: z.string(),
  /** "Hyra, högst 1 vuxen, högst 1 barn". */
  title: z.string(),
  class: rowClassSchema,
  from: monthSchema,
  /** Null where there was or will be none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** After minus before, where the row is a figure on both sides. */
  differenceOre: signedOreSchema.nullable(),
  source: z.string(),
});
export type RowChange = z.output<typeof rowChangeSchema>;

/** What the proofs say of the draft as it is now. */
export const proofsViewSchema = z.strictObject({
  ok: z.boolean(),
  rows: z.int(),
  problems: z.array(packProblemSchema),
});

/** One run of the scenarios. `fresh` is false where the draft, the scenarios or the rules in force have changed since. */
export const testsViewSchema = z.strictObject({
  fresh: z.boolean(),
  ok: z.boolean(),
  hash: sha256Schema,
  ranAt: instantSchema,
  total: z.int(),
  passed: z.int(),
  /** Scenarios that come out otherwise than demanded. */
  failures: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      suite: z.enum(["national", "local"]),
      expected: scenarioExpectationSchema,
      computed: scenarioResultSchema,
    }),
  ),
});
export type TestsView = z.output<typeof testsViewSchema>;

/** A step on the way to being in force, in order: edit, proofs, tests, rehearsal, four eyes, minute, effect. */
export const changeStepSchema = z.strictObject({
  step: z.enum(["edit", "proofs", "tests", "rehearsal", "four-eyes", "minute", "effect"]),
  /** `now` is where the change stands; `failed` needs mending; `not-needed` where no board is asked. */
  state: z.enum(["done", "now", "waiting", "failed", "not-needed"]),
  title: z.string(),
  detail: z.string(),
});
export type ChangeStep = z.output<typeof changeStepSchema>;

/** `GET /api/workshop/changes/:id`: a change, whole. */
export const changeViewSchema = changeSummarySchema.extend({
  /** Send it back with whatever changes the draft: another's is then told, not overwritten. */
  revision: z.int().min(1),
  /** Of the draft's canonical JSON: what an approval is bound to. */
  contentHash: sha256Schema,
  /** The draft. */
  content: packSchema,
  /** What it started from; null for a pack that is new here. */
  base: z
    .strictObject({ hash: sha256Schema, version: z.string(), inForce: z.boolean(), content: packSchema })
    .nullable(),
  /** What its rows are shown against: the base, and for a pack that is new here the others of its layer in force. */
  inForce: packSchema,
  /** The last who saved, and who approved. */
  editedBy: personSchema,
  submittedAt: instantSchema.nullable(),
  approvedBy: personSchema.nullable(),
  approvedAt: instantSchema.nullable(),
  minute: boardMinuteSchema.nullable(),
  /** Whether a row is changed that the board adopts. */
  needsMinute: z.boolean(),
  publishedHash: sha256Schema.nullable(),
  /** What the one who returned or withdrew it wrote. */
  note: z.string().nullable(),
  steps: z.array(changeStepSchema),
  rows: z.array(rowChangeSchema),
  /** The difference as sentences. */
  prose: z.array(z.string()),
  /** What keeps the draft from being submitted, beside proofs and tests. */
  problems: z.array(changeProblemSchema),
  proofs: proofsViewSchema,
  tests: testsViewSchema.nullable(),
  rehearsal: rehearsalViewSchema.nullable(),
  /** What the one who asks may do now; `why` says what stands in the way. */
  actions: z.array(z.strictObject({ action: changeActionSchema, allowed: z.boolean(), why: z.string().nullable() })),
  /** From the log, the last first. */
  history: z.array(z.strictObject({ at: instantSchema, by: z.string(), title: z.string(), seq: z.int() })),
});
export type ChangeView = z.output<typeof changeViewSchema>;

const title = z.string().trim().min(3).max(200);
const source = z.string().trim().min(5).max(400);
const note = z.string().trim().min(3).max(1000);
const revision = z.int().min(1);

/** `/api/workshop/changes/:id` and below. */
export const changeParamsSchema = z.strictObject({ id: z.uuid() });

/**
 * `POST /api/workshop/changes` → the change. From the version in force of a pack (`packId`), from an earlier version
 * (`start: "rollback"` with its `hash`: its rows again, from `effectiveFrom` on), or with a pack that is new here (`pack`:
 * next year's table).
 */
export const createChangeSchema = z.strictObject({
  title,
  source,
  kind: changeKindSchema,
  effectiveFrom: monthSchema,
  from: z.discriminatedUnion("start", [
    z.strictObject({ start: z.literal("in-force"), packId: z.string().max(40) }),
    z.strictObject({ start: z.literal("rollback"), hash: sha256Schema }),
    z.strictObject({ start: z.literal("new-pack"), pack: packSchema }),
  ]),
});
export type CreateChange = z.output<typeof createChangeSchema>;

/** `POST …/:id/draft` → the change, or 409 `saveConflictSchema`. Whatever was checked, submitted or approved is unbound. */
export const saveDraftSchema = z.strictObject({
  revision,
  title,
  source,
  kind: changeKindSchema,
  effectiveFrom: monthSchema,
  /** The whole pack. Its version is set by the workshop. */
  content: packSchema,
});
export type SaveDraft = z.output<typeof saveDraftSchema>;

/** 409 to a save on what another has changed: theirs and what was sent, so that nothing is lost. */
export const saveConflictSchema = problemSchema.extend({
  code: z.literal("edited-by-other"),
  conflict: z.strictObject({
    by: z.string(),
    at: instantSchema,
    revision,
    theirs: packSchema,
    yours: packSchema,
  }),
});
export type SaveConflict = z.output<typeof saveConflictSchema>;

/** `POST …/:id/check` (proofs and tests), `…/rehearsal`, `…/submission`, `…/rebase` → the change. */
export const onRevisionSchema = z.strictObject({ revision });

/** `POST …/:id/approval` → the change. What was looked at: refused where any of it is another now. */
export const approvalSchema = z.strictObject({
  contentHash: sha256Schema,
  testsHash: sha256Schema,
  rehearsalHash: sha256Schema,
});
export type Approval = z.output<typeof approvalSchema>;

/** `POST …/:id/return` and `…/withdrawal` → the change. */
export const notedSchema = z.strictObject({ note });

/** `POST …/:id/publication` → the change. With the board's minute where a guideline is changed. */
export const publicationSchema = z.strictObject({
  contentHash: sha256Schema,
  minute: boardMinuteSchema.exactOptional(),
});
export type Publication = z.output<typeof publicationSchema>;

/** `POST /api/workshop/stops` → the workshop. At once, by one person, and only towards "a person decides". */
export const stopRuleSchema = z.strictObject({ provision: z.string().min(1).max(80), reason: note });

/** `/api/workshop/stops/:id` */
export const stopParamsSchema = z.strictObject({ id: z.uuid() });

/** `POST …/stops/:id/review` → the workshop. By somebody else: the rule is used again, or stays stopped. */
export const reviewStopSchema = z.strictObject({ review: note, lifted: z.boolean() });

/** `GET …/:id/tables/:table` → CSV, or a workbook with `?format=xlsx`; `POST` the edited one → the change. */
export const tableParamsSchema = z.strictObject({ id: z.uuid(), table: packTableSchema });
/** As what a table is given out. */
export const tableFormatSchema = z.strictObject({ format: z.enum(["csv", "xlsx"]).default("csv") });
/** A table from a spreadsheet: its text, or the bytes of a workbook in base64. */
export const tableUploadSchema = z.union([
  z.strictObject({ revision, csv: z.string().max(2_000_000) }),
  z.strictObject({ revision, xlsx: z.base64().max(2_000_000) }),
]);
export type TableUpload = z.output<typeof tableUploadSchema>;
