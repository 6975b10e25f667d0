import { sql } from "kysely";
import type { AuditEvent } from "../contracts/audit-event.js";
import { canonicalJson } from "../platform/canonical.js";
import type { LogTransaction } from "./log-transaction.js";
import { inclusionProof, leafHash, provesInclusion } from "./merkle.js";

/** That one event is part of the log at a size: what somebody needs to check it without the log. */
export type EventProof = {
  /** The event's leaf in hexadecimal: SHA-256 over 0x00 and its RFC 8785 bytes. */
  readonly leaf: string;
  /** The leaf's place from 0. */
  readonly index: number;
  readonly size: number;
  readonly root: string;
  /** The hashes that lead from the leaf to the root, nearest first (RFC 6962 2.1.1), in hexadecimal. */
  readonly path: readonly string[];
  /** Whether they do, from the event as it is stored now. */
  readonly holds: boolean;
};

/**
 * Proves an event against the root of the log at `size`, or says that it does not hold. Reads 32 bytes for each event
 * up to there. Undefined where the log had not reached the event, or has lost the events it would need.
 */
export const proveEvent = async (
  tx: LogTransaction,
  event: AuditEvent,
  size: number,
): Promise<EventProof | undefined> => {
  const { rows } = await sql<{ leaf: Buffer }>`
    SELECT leaf FROM audit_event WHERE seq <= ${size} ORDER BY seq`.execute(tx.db);
  const index = event.seq - 1;
  if (rows.length !== size || index >= size) return undefined;
  const last = await sql<{ root: Buffer }>`SELECT root FROM audit_event WHERE seq = ${size}`.execute(tx.db);
  const root = last.rows[0]?.root;
  if (root === undefined) return undefined;
  const proof = inclusionProof(
    rows.map(({ leaf }) => leaf),
    index,
  );
  const leaf = leafHash(canonicalJson(event));
  return {
    leaf: leaf.toString("hex"),
    index,
    size,
    root: root.toString("hex"),
    path: proof.map((hash) => hash.toString("hex")),
    holds: provesInclusion({ leaf, index, size, proof }, root),
  };
};

/** The numbers of those events that differ from the leaf that was stored with them: they were changed afterwards. */
export const changedEvents = async (
  tx: LogTransaction,
  events: readonly AuditEvent[],
): Promise<ReadonlySet<number>> => {
  const first = events[0]?.seq;
  if (first === undefined) return new Set();
  const numbers = events.map(({ seq }) => seq);
  const { rows } = await sql<{ seq: number; leaf: Buffer }>`
    SELECT seq, leaf FROM audit_event WHERE seq IN (${sql.join(numbers)})`.execute(tx.db);
  const stored = new Map(rows.map(({ seq, leaf }) => [seq, leaf.toString("hex")]));
  return new Set(
    events
      .filter((event) => stored.get(event.seq) !== leafHash(canonicalJson(event)).toString("hex"))
      .map(({ seq }) => seq),
  );
};
