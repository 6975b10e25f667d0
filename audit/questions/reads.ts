import { sql } from "kysely";
import { z } from "zod";
import { auditActionSchema } from "../../contracts/codes/audit-actions.js";
import { caseIdSchema } from "../../contracts/ids.js";
import type { LogTransaction } from "../log-transaction.js";
import { eventColumns, within, type QuestionScope } from "./scope.js";

const readSchema = z.object({
  seq: eventColumns.seq,
  at: eventColumns.at,
  action: auditActionSchema,
  caseId: caseIdSchema.nullable(),
  actorId: eventColumns.actorId,
  /** What was opened, or what a search was for: a code. */
  what: z.string(),
  /** Whether the person ever worked on the case: was given it, changed something in it or decided it. */
  worked: z.boolean(),
});

/**
 * Who has read what: openings, lists of cases, evidence, searches, exports and refused attempts, newest first
 * (SoLPuL (2001:454) 10 §).
 * `ofProtected` narrows to cases that have been marked as protected.
 */
export const readLog = async (
  tx: LogTransaction,
  { ofProtected = false, ...scope }: QuestionScope & { readonly ofProtected?: boolean },
) => {
  const { rows } = await sql`
    SELECT r.seq, r.occurred_at AS at, r.action, r.case_id, r.actor_id,
      coalesce(r.event #>> '{details,kind}', r.event #>> '{details,purpose}', r.event #>> '{details,cause}', '') AS what,
      EXISTS (SELECT 1 FROM audit_event w
        WHERE w.case_id = r.case_id AND w.actor_id = r.actor_id
          AND w.action IN ('case.assigned', 'question.settled', 'fact.corrected', 'communication.prepared',
            'completion.prepared', 'norm.entered', 'decision.requested', 'closing.requested')) AS worked
    FROM audit_event r
    WHERE r.action IN ('case.opened', 'case.listed', 'evidence.opened', 'case.searched', 'log.searched', 'export.made', 'access.refused')
      AND r.actor_kind = 'staff' AND ${within("r", scope)}
      AND ${ofProtected ? sql`EXISTS (SELECT 1 FROM audit_event p WHERE p.case_id = r.case_id AND p.action = 'case.protected')` : sql`TRUE`}
    ORDER BY r.seq DESC LIMIT ${scope.limit}`.execute(tx.db);
  return z.array(readSchema).parse(rows);
};
