import { sql } from "kysely";
import { z } from "zod";
import type { Actor, AuditEvent } from "../../contracts/audit-event.js";
import type { Instant } from "../../contracts/dates.js";
import { caseIdSchema, sha256Schema, type CaseId } from "../../contracts/ids.js";
import { sha256Hex } from "../../platform/canonical.js";
import { append } from "../append.js";
import { listEvents, readHead } from "../events.js";
import type { LogTransaction } from "../log-transaction.js";

/** A draw as the log keeps it: from these figures anyone can make it again. */
const drawSchema = z.object({
  /** Root of the log when the draw was made. Nobody can choose it. */
  seed: sha256Schema,
  /** The log's size then: decisions after it were not drawn among. */
  size: z.int().min(0),
  /** How many decided cases there were to draw among, and how many were drawn. */
  among: z.int().min(0),
  drawn: z.int().min(0),
});

/** A random sample of decided cases. */
export type Sample = z.output<typeof drawSchema> & {
  readonly seq: number;
  readonly at: Instant;
  readonly actorId: string;
  readonly caseIds: readonly CaseId[];
};

/**
 * Draws cases among those decided so far. The seed is the log's own root, which nobody can choose, and the draw is an
 * event: to draw again until it suits shows. The cases are those whose SHA-256 of seed, colon and case id is lowest.
 */
export const drawSample = async (
  tx: LogTransaction,
  { count, actor }: { readonly count: number; readonly actor: Actor },
): Promise<Sample> => {
  const { size, root } = await readHead(tx);
  const among = await decidedCases(tx, size);
  const seed = sha256Schema.parse(root);
  const drawn = Math.min(count, among.length);
  const event = await append(tx, {
    action: "sample.drawn",
    actor,
    details: { seed, size, among: among.length, drawn },
  });
  return sampleOf(event, lowest(among, { seed, drawn }));
};

/** The samples that have been drawn, the newest first, each made again from what the log says of it. */
export const listSamples = async (tx: LogTransaction, limit: number): Promise<Sample[]> => {
  const samples: Sample[] = [];
  for (const event of await listEvents(tx, { action: "sample.drawn", newestFirst: true, limit })) {
    const { seed, size, drawn } = drawSchema.parse(event.details);
    samples.push(sampleOf(event, lowest(await decidedCases(tx, size), { seed, drawn })));
  }
  return samples;
};

const sampleOf = (event: AuditEvent, caseIds: readonly CaseId[]): Sample => ({
  ...drawSchema.parse(event.details),
  seq: event.seq,
  at: event.at,
  actorId: event.actor.id,
  caseIds,
});

const decidedCases = async (tx: LogTransaction, size: number): Promise<CaseId[]> => {
  const { rows } = await sql<{ caseId: string }>`
    SELECT DISTINCT case_id FROM audit_event
    WHERE action = 'decision.recorded' AND seq <= ${size} AND case_id IS NOT NULL`.execute(tx.db);
  return rows.map(({ caseId }) => caseIdSchema.parse(caseId));
};

const lowest = (
  cases: readonly CaseId[],
  { seed, drawn }: { readonly seed: string; readonly drawn: number },
): CaseId[] =>
  cases
    .map((caseId) => ({ caseId, draw: sha256Hex(`${seed}:${caseId}`) }))
    .toSorted((one, other) => (one.draw < other.draw ? -1 : 1))
    .slice(0, drawn)
    .map(({ caseId }) => caseId);
