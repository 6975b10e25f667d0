import { sql } from "kysely";
import { z } from "zod";
import type { Actor, AuditEvent, Verification } from "../contracts/audit-event.js";
import { breakageReasons } from "../contracts/audit-event.js";
import { codesOfTable } from "../contracts/api/codes-of-table.js";
import type { Instant } from "../contracts/dates.js";
import { sha256Schema } from "../contracts/ids.js";
import { append } from "./append.js";
import { listEvents } from "./events.js";
import type { LogTransaction } from "./log-transaction.js";

/** What a verification said, as the log keeps it. */
const keptSchema = z.object({
  ok: z.boolean(),
  events: z.int().min(0),
  head: sha256Schema,
  brokenSeq: z.int().min(1).exactOptional(),
  brokenReason: z.enum(codesOfTable(breakageReasons)).exactOptional(),
});

/** A verification with when it was made and by which event it is kept. */
export type KeptVerification = { readonly result: Verification; readonly at: Instant; readonly seq: number };

/** Keeps what a verification said as an event of the log, so that it outlives the process that made it. */
export const keepVerification = (
  tx: LogTransaction,
  { ok, events, head, firstBroken }: Verification,
  actor: Actor,
): Promise<AuditEvent> =>
  append(tx, {
    action: "log.verified",
    actor,
    details: {
      ok,
      events,
      head,
      ...(firstBroken === undefined ? {} : { brokenSeq: firstBroken.seq, brokenReason: firstBroken.reason }),
    },
  });

/** The last verification that the log tells of, or undefined where it was never verified. */
export const lastVerification = async (tx: LogTransaction): Promise<KeptVerification | undefined> => {
  const [event] = await listEvents(tx, { action: "log.verified", newestFirst: true, limit: 1 });
  const kept = keptSchema.safeParse(event?.details);
  if (event === undefined || !kept.success) return undefined;
  const { ok, events, head, brokenSeq, brokenReason } = kept.data;
  const broken =
    brokenSeq === undefined || brokenReason === undefined
      ? {}
      : { firstBroken: { seq: brokenSeq, reason: brokenReason } };
  return { result: { ok, events, head, ...broken }, at: event.at, seq: event.seq };
};

/** How many verifications the log tells of, by whether it held: counted in the database, however many there are. */
export const countVerifications = async (
  tx: LogTransaction,
): Promise<{ readonly held: number; readonly failed: number }> => {
  const { rows } = await sql<{ held: number; failed: number }>`
    SELECT count(*) FILTER (WHERE held)::integer AS held, count(*) FILTER (WHERE NOT held)::integer AS failed
    FROM (
      SELECT event -> 'details' -> 'ok' IS NOT DISTINCT FROM 'true'::jsonb AS held
      FROM audit_event WHERE action = 'log.verified'
    ) verification`.execute(tx.db);
  const [counted] = rows;
  return { held: counted?.held ?? 0, failed: counted?.failed ?? 0 };
};
