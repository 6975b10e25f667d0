import { sql } from "kysely";
import { auditEventSchema, type AuditDraft, type AuditEvent } from "../contracts/audit-event.js";
import { Fault } from "../contracts/faults.js";
import type { Sha256 } from "../contracts/ids.js";
import { canonicalJson } from "../platform/canonical.js";
import { commitmentTo, packContent, saltContent, type SaltedContent } from "./commitment.js";
import { contentPlace } from "./events.js";
import type { LogTransaction } from "./log-transaction.js";
import { grow, leafHash, rootOf, type Frontier } from "./merkle.js";

/**
 * Appends an event to the log, in the transaction of the change it describes. Appending holds the log's head until the
 * transaction ends: append last, so that others wait as little as possible.
 *
 * @throws Fault `ContractViolation` where the draft says in clear what may not stand in clear.
 */
export const append = async (tx: LogTransaction, draft: AuditDraft): Promise<AuditEvent> => {
  const head = await lockHead(tx);
  const salted = draft.content === undefined ? undefined : saltContent(draft.content);
  const event = asEvent(tx, { draft, seq: head.size + 1, commitment: salted && commitmentTo(salted) });
  const json = canonicalJson(event);
  const leaf = leafHash(json);
  const grown = grow(head, leaf);
  const root = rootOf(grown);
  await sql`INSERT INTO audit_event (seq, event, leaf, root) VALUES (${event.seq}, ${json}, ${leaf}, ${root})`.execute(
    tx.db,
  );
  if (salted !== undefined) await keepContent(tx, event, salted);
  await sql`UPDATE audit_head SET size = ${grown.size}, frontier = ${grown.roots}, root = ${root}`.execute(tx.db);
  return event;
};

/** So many events go into one statement. */
const rowsAtOnce = 1000;

/**
 * Appends events without content in the order given, as `append` does one: for something that concerns many cases at
 * once. Few statements, so that the log's head is held for a short while however many there are.
 *
 * @throws Fault `ContractViolation` where a draft says in clear what may not stand in clear.
 */
export const appendAll = async (
  tx: LogTransaction,
  drafts: readonly (AuditDraft & { readonly content?: never })[],
): Promise<void> => {
  if (drafts.length === 0) return;
  let head = await lockHead(tx);
  const rows = drafts.map((draft) => {
    const event = asEvent(tx, { draft, seq: head.size + 1, commitment: undefined });
    const json = canonicalJson(event);
    const leaf = leafHash(json);
    head = grow(head, leaf);
    return sql`(${event.seq}::bigint, ${json}, ${leaf}::bytea, ${rootOf(head)}::bytea)`;
  });
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await sql`INSERT INTO audit_event (seq, event, leaf, root) VALUES ${sql.join(rows.slice(at, at + rowsAtOnce))}`.execute(
      tx.db,
    );
  await sql`UPDATE audit_head SET size = ${head.size}, frontier = ${head.roots}, root = ${rootOf(head)}`.execute(tx.db);
};

const lockHead = async (tx: LogTransaction): Promise<Frontier> => {
  const { rows } = await sql<Frontier>`SELECT size, frontier AS roots FROM audit_head FOR UPDATE`.execute(tx.db);
  const [head] = rows;
  if (head === undefined) throw new Fault("InvariantBroken", "The log has no head.");
  return head;
};

const asEvent = (
  tx: LogTransaction,
  {
    draft,
    seq,
    commitment,
  }: { readonly draft: AuditDraft; readonly seq: number; readonly commitment: Sha256 | undefined },
): AuditEvent => {
  const { action, actor, caseId, details = {} } = draft;
  const parsed = auditEventSchema.safeParse({
    schema: "skalig.event.v1",
    seq,
    at: tx.at,
    action,
    actor,
    details,
    ...(caseId === undefined ? {} : { caseId }),
    ...(commitment === undefined ? {} : { commitment }),
  });
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new Fault(
    "ContractViolation",
    "The event says something in clear that is not a code, an id, a hash or a count.",
    {
      action,
      place,
    },
  );
};

const keepContent = async (tx: LogTransaction, event: AuditEvent, salted: SaltedContent): Promise<void> => {
  const cipher = await tx.cipherFor(event.caseId ?? "system");
  const sealed = cipher.seal(packContent(salted), contentPlace(event.seq));
  await sql`INSERT INTO audit_content (seq, sealed) VALUES (${event.seq}, ${sealed})`.execute(tx.db);
};
