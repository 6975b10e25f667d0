import { sql } from "kysely";
import { z } from "zod";
import type { LogTransaction } from "../log-transaction.js";
import { countSchema, within, type QuestionScope } from "./scope.js";

const byRuleSchema = z.object({
  /** `question.settled` or `fact.corrected`. */
  action: z.enum(["question.settled", "fact.corrected"]),
  /** The reason that was settled, or the field that was corrected. */
  about: z.string(),
  times: countSchema,
  cases: countSchema,
  people: countSchema,
});

/** How often people have set aside what the rules said, by the reason or the field, most often first. */
export const overridesByRule = async (tx: LogTransaction, scope: QuestionScope) => {
  const { rows } = await sql`
    SELECT o.action, coalesce(o.event #>> '{details,reason}', o.event #>> '{details,field}', '') AS about,
      count(*) AS times, count(DISTINCT o.case_id) AS cases, count(DISTINCT o.actor_id) AS people
    FROM audit_event o
    WHERE o.action IN ('question.settled', 'fact.corrected') AND ${within("o", scope)}
    GROUP BY 1, 2 ORDER BY times DESC, 1, 2 LIMIT ${scope.limit}`.execute(tx.db);
  return z.array(byRuleSchema).parse(rows);
};

const byPersonSchema = z.object({
  actorId: z.string(),
  decided: countSchema,
  settled: countSchema,
  corrected: countSchema,
  /** Cases the person opened, and those of them that they neither worked on nor decided. */
  opened: countSchema,
  openedOnly: countSchema,
});

/** What each member of staff has done, those who have decided most first. */
export const workByPerson = async (tx: LogTransaction, scope: QuestionScope) => {
  const { rows } = await sql`
    WITH mine AS (
      SELECT p.actor_id, p.action, p.case_id FROM audit_event p
      WHERE p.actor_kind = 'staff' AND ${within("p", scope)}
    ), worked AS (
      SELECT DISTINCT actor_id, case_id FROM mine
      WHERE action IN ('case.assigned', 'question.settled', 'fact.corrected', 'communication.prepared',
        'completion.prepared', 'norm.entered', 'decision.requested', 'decision.recorded', 'closing.requested')
    )
    SELECT mine.actor_id,
      count(*) FILTER (WHERE mine.action = 'decision.recorded') AS decided,
      count(*) FILTER (WHERE mine.action = 'question.settled') AS settled,
      count(*) FILTER (WHERE mine.action = 'fact.corrected') AS corrected,
      count(DISTINCT mine.case_id) FILTER (WHERE mine.action = 'case.opened') AS opened,
      count(DISTINCT mine.case_id) FILTER (WHERE mine.action = 'case.opened' AND worked.case_id IS NULL) AS opened_only
    FROM mine LEFT JOIN worked ON worked.actor_id = mine.actor_id AND worked.case_id = mine.case_id
    GROUP BY mine.actor_id ORDER BY decided DESC, mine.actor_id LIMIT ${scope.limit}`.execute(tx.db);
  return z.array(byPersonSchema).parse(rows);
};
