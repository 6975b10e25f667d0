import { sql } from "kysely";
import { auditEventSchema, type AuditEvent, type TreeHead } from "../contracts/audit-event.js";
import type { AuditAction } from "../contracts/codes/audit-actions.js";
import type { Instant } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import { unpackContent } from "./commitment.js";
import type { LogTransaction } from "./log-transaction.js";

/** Which events to list. All parts are optional; together they narrow. */
export type EventFilter = {
  readonly caseId?: CaseId;
  readonly action?: AuditAction;
  readonly actorId?: string;
  /** From this moment on. */
  readonly from?: Instant;
  /** Up to this moment, and not at it. */
  readonly until?: Instant;
  /** Assessed by this version of the rulebook. */
  readonly rulebook?: string;
  /** Code of an agency, a portal or a robot that the event speaks of. */
  readonly source?: string;
  /** Only events after this number: the last one of the page before. */
  readonly after?: number;
  /** Only events before this number: the last one of the page before, where the newest come first. */
  readonly before?: number;
  /** Absent: in the order they were written. */
  readonly newestFirst?: boolean;
  /** At most so many; 200 where absent. */
  readonly limit?: number;
};

/** The conditions of a filter on `audit_event`; all but the paging ones are on indexed columns. */
export const conditionsOf = (filter: EventFilter) =>
  sql.join(
    [
      sql`seq > ${filter.after ?? 0}`,
      ...(filter.before === undefined ? [] : [sql`seq < ${filter.before}`]),
      ...(filter.caseId === undefined ? [] : [sql`case_id = ${filter.caseId}`]),
      ...(filter.action === undefined ? [] : [sql`action = ${filter.action}`]),
      ...(filter.actorId === undefined ? [] : [sql`actor_id = ${filter.actorId}`]),
      ...(filter.from === undefined ? [] : [sql`occurred_at >= ${filter.from}`]),
      ...(filter.until === undefined ? [] : [sql`occurred_at < ${filter.until}`]),
      ...(filter.rulebook === undefined ? [] : [sql`rulebook = ${filter.rulebook}`]),
      ...(filter.source === undefined ? [] : [sql`sources @> ARRAY[${filter.source}]::text[]`]),
    ],
    sql` AND `,
  );

/** Lists events, in the order they were written where nothing else is said. */
export const listEvents = async (tx: LogTransaction, filter: EventFilter = {}): Promise<AuditEvent[]> => {
  const direction = filter.newestFirst === true ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<{ event: unknown }>`
    SELECT event FROM audit_event WHERE ${conditionsOf(filter)} ORDER BY seq ${direction}
    LIMIT ${filter.limit ?? 200}`.execute(tx.db);
  return rows.map(({ event }) => auditEventSchema.parse(event));
};

/** One event by its number, or undefined. */
export const findEvent = async (tx: LogTransaction, seq: number): Promise<AuditEvent | undefined> =>
  (await listEvents(tx, { after: seq - 1, before: seq + 1, limit: 1 }))[0];

/** The log's size and root now. */
export const readHead = async (tx: LogTransaction): Promise<TreeHead> => {
  const { rows } = await sql<{ size: number; root: Buffer }>`SELECT size, root FROM audit_head`.execute(tx.db);
  const [head] = rows;
  if (head === undefined) throw new Fault("InvariantBroken", "The log has no head.");
  return { size: head.size, root: head.root.toString("hex") };
};

/** The personal content of an event, or undefined where it has none or has been destroyed. */
export const openContent = async (tx: LogTransaction, event: AuditEvent): Promise<unknown> => {
  if (event.commitment === undefined) return undefined;
  const { rows } = await sql<{ sealed: Buffer | null }>`
    SELECT sealed FROM audit_content WHERE seq = ${event.seq}`.execute(tx.db);
  const sealed = rows[0]?.sealed ?? undefined;
  const cipher = await tx.findCipher(event.caseId ?? "system");
  if (sealed === undefined || cipher === undefined) return undefined;
  return JSON.parse(unpackContent(cipher.open(sealed, contentPlace(event.seq))).json);
};

/**
 * Destroys the personal content of one event with its salt. The event and its commitment stay, and the log keeps
 * verifying. The caller appends why. Returns false where there was nothing to destroy.
 */
export const destroyContent = async (tx: LogTransaction, seq: number): Promise<boolean> => {
  const { rows } = await sql<{ seq: number }>`
    UPDATE audit_content SET sealed = NULL, destroyed_at = ${tx.at}
    WHERE seq = ${seq} AND sealed IS NOT NULL RETURNING seq`.execute(tx.db);
  return rows.length > 0;
};

/** Where sealed content belongs, as it is authenticated. */
export const contentPlace = (seq: number): string => `audit_content:${String(seq)}`;
