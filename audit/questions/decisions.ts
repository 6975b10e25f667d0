import { sql } from "kysely";
import { z } from "zod";
import type { LogTransaction } from "../log-transaction.js";
import { countSchema, eventColumns, within, type QuestionScope } from "./scope.js";

const decisionSchema = z.object({
  ...eventColumns,
  outcome: z.string(),
  delegationItem: z.string(),
  /** Null where the assessment that was decided on names no rulebook. */
  rulebook: z.string().nullable(),
  /** Which assessment of the case was decided on, from 1. */
  sequence: countSchema,
  /** How often facts were corrected and questions settled before. */
  corrected: countSchema,
  settled: countSchema,
  /** Seconds that the decider had the case in sight, as their own page says, and whether the letter was looked at. */
  seconds: countSchema,
  letterSeen: z.boolean(),
});
/** A decision with what came before it in the log. */
export type LoggedDecision = z.output<typeof decisionSchema>;

/** Every decision in the scope with its rulebook, what was changed before it and how long it was looked at, newest first. */
export const loggedDecisions = async (tx: LogTransaction, scope: QuestionScope): Promise<LoggedDecision[]> => {
  const ofRulebook = scope.rulebook === undefined ? sql`TRUE` : sql`assessed.rulebook = ${scope.rulebook}`;
  const { rows } = await sql`
    SELECT d.seq, d.occurred_at AS at, d.case_id, d.actor_id,
      coalesce(d.event #>> '{details,outcome}', '') AS outcome,
      coalesce(d.event #>> '{details,delegationItem}', '') AS delegation_item,
      assessed.rulebook, coalesce((d.event #>> '{details,sequence}')::integer, 0) AS sequence,
      changes.corrected, changes.settled, sight.seconds, sight.letter_seen
    FROM audit_event d
    LEFT JOIN LATERAL (
      SELECT a.rulebook FROM audit_event a
      WHERE a.case_id = d.case_id AND a.action = 'case.assessed' AND a.seq < d.seq
        AND a.event #>> '{details,sequence}' = d.event #>> '{details,sequence}'
      ORDER BY a.seq DESC LIMIT 1
    ) assessed ON TRUE
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE c.action = 'fact.corrected') AS corrected,
        count(*) FILTER (WHERE c.action = 'question.settled') AS settled
      FROM audit_event c WHERE c.case_id = d.case_id AND c.seq < d.seq
    ) changes
    CROSS JOIN LATERAL (
      SELECT coalesce(sum((r.event #>> '{details,seconds}')::integer), 0) AS seconds,
        coalesce(bool_or((r.event #>> '{details,letterSeen}')::boolean), FALSE) AS letter_seen
      FROM audit_event r
      WHERE r.case_id = d.case_id AND r.action = 'case.read' AND r.actor_id = d.actor_id
    ) sight
    WHERE d.action = 'decision.recorded' AND ${within("d", scope)} AND ${ofRulebook}
    ORDER BY d.seq DESC LIMIT ${scope.limit}`.execute(tx.db);
  return z.array(decisionSchema).parse(rows);
};
