import { sql } from "kysely";
import { instantSchema, type Instant } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { LogTransaction } from "./log-transaction.js";

/** How many events a case has, and when the last one came. */
export type CaseTally = { readonly events: number; readonly lastAt: Instant };

/** Counts the events of some cases, from the index of cases. A case without events is left out. */
export const tallyOf = async (
  tx: LogTransaction,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<string, CaseTally>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ caseId: string; events: number; lastAt: string }>`
    SELECT counted.case_id AS "caseId", counted.events, last.occurred_at AS "lastAt"
    FROM (
      SELECT case_id, count(*)::integer AS events, max(seq) AS seq
      FROM audit_event WHERE case_id IN (${sql.join(caseIds)}) GROUP BY case_id
    ) counted JOIN audit_event last ON last.seq = counted.seq`.execute(tx.db);
  return new Map(rows.map(({ caseId, events, lastAt }) => [caseId, { events, lastAt: instantSchema.parse(lastAt) }]));
};

/** The versions of the rulebook that have assessed something, each found by one look in the index. */
export const rulebookVersions = async (tx: LogTransaction): Promise<string[]> => {
  const { rows } = await sql<{ rulebook: string }>`
    WITH RECURSIVE version(rulebook) AS (
      SELECT min(rulebook) FROM audit_event WHERE rulebook IS NOT NULL
      UNION ALL
      SELECT (SELECT min(rulebook) FROM audit_event WHERE rulebook > version.rulebook)
      FROM version WHERE version.rulebook IS NOT NULL
    )
    SELECT rulebook FROM version WHERE rulebook IS NOT NULL`.execute(tx.db);
  return rows.map(({ rulebook }) => rulebook);
};
