import { sql } from "kysely";
import { z } from "zod";
import { instantSchema, type Instant } from "../../contracts/dates.js";
import { caseIdSchema } from "../../contracts/ids.js";

/** What a saved question is narrowed to. All but the limit are optional. */
export type QuestionScope = {
  readonly from?: Instant;
  /** Up to this moment, and not at it. */
  readonly until?: Instant;
  readonly actorId?: string;
  readonly rulebook?: string;
  readonly source?: string;
  readonly limit: number;
};

/** The scope's conditions on `audit_event` under an alias, to go after `WHERE` and a condition of one's own. */
export const within = (alias: string, { from, until, actorId, source }: QuestionScope) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql.join(
    [
      sql`TRUE`,
      ...(from === undefined ? [] : [sql`${column("occurred_at")} >= ${from}`]),
      ...(until === undefined ? [] : [sql`${column("occurred_at")} < ${until}`]),
      ...(actorId === undefined ? [] : [sql`${column("actor_id")} = ${actorId}`]),
      ...(source === undefined ? [] : [sql`${column("sources")} @> ARRAY[${source}]::text[]`]),
    ],
    sql` AND `,
  );
};

/** What every row about one event says of it. */
export const eventColumns = {
  seq: z.coerce.number().int(),
  at: instantSchema,
  caseId: caseIdSchema,
  actorId: z.string(),
};

/** A count as PostgreSQL gives it. */
export const countSchema = z.coerce.number().int();
