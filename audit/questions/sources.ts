import { sql } from "kysely";
import { z } from "zod";
import { instantSchema } from "../../contracts/dates.js";
import { caseIdSchema } from "../../contracts/ids.js";
import type { LogTransaction } from "../log-transaction.js";
import { countSchema, eventColumns, within, type QuestionScope } from "./scope.js";

const outageSchema = z.object({
  seq: countSchema,
  at: instantSchema,
  action: z.enum(["source.unavailable", "portal.paused", "portal.resumed"]),
  /** Null where a whole portal stood still. */
  caseId: caseIdSchema.nullable(),
  sources: z.array(z.string()),
  /** The fault, or why the portal stood still. */
  cause: z.string(),
  /** Whether a decision was recorded in the case afterwards. */
  decidedAfter: z.boolean(),
});

/** When sources and portals could not be read, in which cases, and whether the case was decided all the same, newest first. */
export const outages = async (tx: LogTransaction, scope: QuestionScope) => {
  const { rows } = await sql`
    SELECT o.seq, o.occurred_at AS at, o.action, o.case_id, o.sources,
      coalesce(o.event #>> '{details,fault}', o.event #>> '{details,cause}', '') AS cause,
      EXISTS (SELECT 1 FROM audit_event d
        WHERE d.case_id = o.case_id AND d.action = 'decision.recorded' AND d.seq > o.seq) AS decided_after
    FROM audit_event o
    WHERE o.action IN ('source.unavailable', 'portal.paused', 'portal.resumed') AND ${within("o", scope)}
    ORDER BY o.seq DESC LIMIT ${scope.limit}`.execute(tx.db);
  return z.array(outageSchema).parse(rows);
};

const readingSchema = z.object({
  seq: eventColumns.seq,
  at: eventColumns.at,
  caseId: eventColumns.caseId,
  sequence: countSchema,
  rulebook: z.string().nullable(),
  decidedBy: z.string().nullable(),
});

/** Assessments whose amount came out differently under different readings of the law, newest first. */
export const differingReadings = async (tx: LogTransaction, scope: QuestionScope) => {
  const { rows } = await sql`
    SELECT a.seq, a.occurred_at AS at, a.case_id, a.rulebook,
      coalesce((a.event #>> '{details,sequence}')::integer, 0) AS sequence,
      (SELECT d.actor_id FROM audit_event d
        WHERE d.case_id = a.case_id AND d.action = 'decision.recorded' AND d.seq > a.seq
        ORDER BY d.seq LIMIT 1) AS decided_by
    FROM audit_event a
    WHERE a.action = 'case.assessed' AND a.event #> '{details,reasons}' @> '["reading-open"]'
      AND ${within("a", scope)}
    ORDER BY a.seq DESC LIMIT ${scope.limit}`.execute(tx.db);
  return z.array(readingSchema).parse(rows);
};
