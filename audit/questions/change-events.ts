import { sql } from "kysely";
import { auditEventSchema, type AuditEvent } from "../../contracts/audit-event.js";
import type { AuditAction } from "../../contracts/codes/audit-actions.js";
import type { LogTransaction } from "../log-transaction.js";

/** Far more than anybody does with one change. */
const most = 1000;

/**
 * What was done with one change of the rules, the newest first. Of a stage of the reassessing, which writes an event for
 * each case, only that it began and how it ended.
 */
export const eventsOfChange = async (
  tx: LogTransaction,
  { change, actions }: { readonly change: string; readonly actions: readonly AuditAction[] },
): Promise<AuditEvent[]> => {
  const { rows } = await sql<{ event: unknown }>`
    SELECT event FROM audit_event
    WHERE event #>> '{details,change}' = ${change} AND action IN (${sql.join(actions)})
      AND NOT (action = 'rule.recomputed' AND event #>> '{details,state}' = 'started'
        AND ((event #>> '{details,reassessed}')::integer > 0
          OR coalesce((event #>> '{details,skipped}')::integer, 0) > 0))
    ORDER BY seq DESC LIMIT ${most}`.execute(tx.db);
  return rows.map(({ event }) => auditEventSchema.parse(event));
};
