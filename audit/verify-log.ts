import { sql } from "kysely";
import type { AuditEvent, TreeHead, Verification } from "../contracts/audit-event.js";
import { isFault } from "../contracts/faults.js";
import { unpackContent } from "./commitment.js";
import { contentPlace, readHead } from "./events.js";
import type { LogTransaction } from "./log-transaction.js";
import { startVerifier, type ContentState } from "./verifier.js";

/** Rows fetched at a time: enough to keep the database busy, few enough to keep memory small. */
const batch = 500;

type StoredEvent = {
  readonly seq: number;
  readonly event: unknown;
  readonly leaf: Buffer;
  readonly root: Buffer;
  /** Whether there is a row of content, destroyed or not. */
  readonly kept: boolean;
  readonly sealed: Buffer | null;
};

/**
 * Verifies the log in the database: every event, its content where it still exists, and the head. Give it a reading
 * transaction, so that the log does not grow meanwhile.
 */
export const verifyLog = async (
  tx: LogTransaction,
  options: { readonly checkpoint?: TreeHead } = {},
): Promise<Verification> => {
  const verifier = startVerifier(options);
  for await (const stored of storedEvents(tx)) {
    const goesOn = await verifier.take({
      event: stored.event,
      leaf: stored.leaf.toString("hex"),
      root: stored.root.toString("hex"),
      content: (event) => contentOf(tx, event, stored),
    });
    if (!goesOn) break;
  }
  return verifier.finish(await readHead(tx));
};

/** Every stored event in order, with its sealed content. */
export async function* storedEvents(tx: LogTransaction): AsyncGenerator<StoredEvent> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<StoredEvent>`
      SELECT e.seq, e.event, e.leaf, e.root, c.seq IS NOT NULL AS kept, c.sealed
      FROM audit_event e LEFT JOIN audit_content c ON c.seq = e.seq
      WHERE e.seq > ${after} ORDER BY e.seq LIMIT ${batch}`.execute(tx.db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/** One batch of stored events, in order, without content. */
export const eventsBetween = async (
  tx: LogTransaction,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<Pick<StoredEvent, "seq" | "event" | "root">[]> => {
  const { rows } = await sql<Pick<StoredEvent, "seq" | "event" | "root">>`
    SELECT seq, event, root FROM audit_event WHERE seq > ${after} AND seq <= ${upTo}
    ORDER BY seq LIMIT ${batch}`.execute(tx.db);
  return rows;
};

const contentOf = async (tx: LogTransaction, event: AuditEvent, stored: StoredEvent): Promise<ContentState> => {
  if (!stored.kept) return "missing";
  if (stored.sealed === null) return "not-here";
  const cipher = await tx.findCipher(event.caseId ?? "system");
  if (cipher === undefined) return "not-here";
  try {
    return unpackContent(cipher.open(stored.sealed, contentPlace(event.seq)));
  } catch (error) {
    if (isFault(error)) return "unreadable";
    throw error;
  }
};
