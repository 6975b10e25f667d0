import { randomUUID } from "node:crypto";
import { sql, type Selectable } from "kysely";
import type { Month } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { Sha256 } from "../contracts/ids.js";
import type { BoardMinute, ChangeKind } from "../contracts/rule-change.js";
import { packSchema, type RulePack } from "../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A change of the rules, with its packs as packs. */
export type RuleChange = Omit<Selectable<Schema["ruleChange"]>, "content" | "baseContent"> & {
  readonly content: RulePack;
  readonly base: RulePack | undefined;
};

/** What a change says of itself. */
export type ChangeWords = {
  readonly title: string;
  readonly source: string;
  readonly kind: ChangeKind;
  readonly effectiveFrom: Month;
};

/** What a run over a draft came to, and what it was made on. */
export type BoundRun = { readonly json: string; readonly hash: Sha256; readonly basis: Sha256 };

/** A draft to be. Its pack gets its version from the change's number. */
export type NewChange = ChangeWords & {
  readonly content: RulePack;
  readonly base: RulePack | undefined;
  readonly by: string;
};

/** Begins a change. The event is the caller's. */
export const addRuleChange = async (tx: StoreTransaction, change: NewChange): Promise<RuleChange> => {
  const { content, base, by, ...words } = change;
  // Two that begin at once take turns, so that no number is given twice.
  await sql`SELECT pg_advisory_xact_lock(${numberLock})`.execute(tx.db);
  const last = await tx.db.selectFrom("ruleChange").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
  const year = tx.at.slice(0, 4);
  const running = String((last?.seq ?? 0) + 1);
  const text = canonicalJson({ ...content, version: `${year}.${running}` });
  const row = await tx.db
    .insertInto("ruleChange")
    .values({
      id: randomUUID(),
      number: `${year}-${running}`,
      packId: content.id,
      ...words,
      baseHash: base === undefined ? null : sha256Hex(canonicalJson(base)),
      baseContent: base === undefined ? null : canonicalJson(base),
      content: text,
      contentHash: sha256Hex(text),
      revision: 1,
      state: "draft",
      author: by,
      editors: [by],
      editedBy: by,
      createdAt: tx.at,
      updatedAt: tx.at,
      ...unbound,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return opened(row);
};

/** Any number, the same for all. */
const numberLock = 7_403_219;

/** Nothing run, submitted, approved or published. */
const unbound = {
  tests: null,
  testsHash: null,
  testsContentHash: null,
  testsBasis: null,
  rehearsal: null,
  rehearsalHash: null,
  rehearsalContentHash: null,
  rehearsalBasis: null,
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  needsMinute: false,
  minuteOn: null,
  minuteParagraph: null,
  publishedBy: null,
  publishedAt: null,
  publishedHash: null,
  note: null,
} as const;

const opened = ({ content, baseContent, ...row }: Selectable<Schema["ruleChange"]>): RuleChange => {
  if (sha256Hex(content) !== row.contentHash)
    throw new Fault("InvariantBroken", "A change of the rules is not what was saved.", { change: row.id });
  return {
    ...row,
    content: packSchema.parse(JSON.parse(content)),
    base: baseContent === null ? undefined : packSchema.parse(JSON.parse(baseContent)),
  };
};

/** Every change there has been, the newest first. */
export const listRuleChanges = async (tx: StoreTransaction): Promise<RuleChange[]> =>
  (await tx.db.selectFrom("ruleChange").selectAll().orderBy("seq", "desc").execute()).map(opened);

/** One change, or undefined: for an id that came from outside. */
export const findRuleChange = async (tx: StoreTransaction, id: string): Promise<RuleChange | undefined> => {
  const row = await tx.db.selectFrom("ruleChange").selectAll().where("id", "=", id).executeTakeFirst();
  return row && opened(row);
};

/** One change, held until the transaction ends: whoever else works on it waits, and then sees what was done. */
export const lockRuleChange = async (tx: StoreTransaction, id: string): Promise<RuleChange | undefined> => {
  const row = await tx.db.selectFrom("ruleChange").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && opened(row);
};

/** Saves a draft: counts its revision up and unbinds everything that was run, submitted or approved. */
export const saveRuleChange = async (
  tx: StoreTransaction,
  change: RuleChange,
  { content, base, by, ...words }: NewChange,
): Promise<RuleChange> => {
  const text = canonicalJson({ ...content, version: change.content.version });
  const row = await tx.db
    .updateTable("ruleChange")
    .set({
      ...words,
      content: text,
      contentHash: sha256Hex(text),
      baseHash: base === undefined ? null : sha256Hex(canonicalJson(base)),
      baseContent: base === undefined ? null : canonicalJson(base),
      revision: change.revision + 1,
      state: "draft",
      editors: change.editors.includes(by) ? change.editors : [...change.editors, by],
      editedBy: by,
      updatedAt: tx.at,
      ...unbound,
      note: change.note,
    })
    .where("id", "=", change.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return opened(row);
};

/** A step of a change that leaves what it says as it is. */
export type ChangeMove =
  | { readonly to: "tested" | "rehearsed"; readonly run: BoundRun }
  | { readonly to: "submitted"; readonly by: string; readonly needsMinute: boolean }
  | { readonly to: "approved"; readonly by: string }
  | { readonly to: "returned" | "withdrawn"; readonly note: string }
  | { readonly to: "published"; readonly by: string; readonly minute: BoardMinute | undefined };

/** Takes a change one step. The database refuses a step that the law of the workshop does not allow. */
export const moveRuleChange = async (
  tx: StoreTransaction,
  change: RuleChange,
  move: ChangeMove,
): Promise<RuleChange> => {
  const row = await tx.db
    .updateTable("ruleChange")
    .set({ updatedAt: tx.at, ...columnsOf(tx, change, move) })
    .where("id", "=", change.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return opened(row);
};

const columnsOf = ({ at }: StoreTransaction, { contentHash }: RuleChange, move: ChangeMove) => {
  switch (move.to) {
    case "tested":
      return {
        tests: move.run.json,
        testsHash: move.run.hash,
        testsContentHash: contentHash,
        testsBasis: move.run.basis,
      };
    case "rehearsed":
      return {
        rehearsal: move.run.json,
        rehearsalHash: move.run.hash,
        rehearsalContentHash: contentHash,
        rehearsalBasis: move.run.basis,
      };
    case "submitted":
      return {
        state: "submitted" as const,
        submittedBy: move.by,
        submittedAt: at,
        needsMinute: move.needsMinute,
        note: null,
      };
    case "approved":
      return { state: "approved" as const, approvedBy: move.by, approvedAt: at };
    case "returned":
      return {
        state: "draft" as const,
        submittedBy: null,
        submittedAt: null,
        approvedBy: null,
        approvedAt: null,
        note: move.note,
      };
    case "withdrawn":
      return { state: "withdrawn" as const, note: move.note };
    case "published":
      return {
        state: "published" as const,
        publishedBy: move.by,
        publishedAt: at,
        publishedHash: contentHash,
        minuteOn: move.minute?.on ?? null,
        minuteParagraph: move.minute?.paragraph ?? null,
      };
  }
};

/**
 * Lets one publication through at a time, so that the second sees what the first put in force. It waits for the decisions
 * that are being recorded, and then sees them.
 */
export const lockPublication = async (tx: StoreTransaction): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${publicationLock})`.execute(tx.db);
};

/**
 * Keeps the rules as they are until the transaction ends: a publication under way is waited for, and one that comes waits.
 * Any number may hold them at once. Taken before anything else of the transaction is read.
 */
export const holdRules = async (tx: StoreTransaction): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock_shared(${publicationLock})`.execute(tx.db);
};

const publicationLock = 7_403_220;
