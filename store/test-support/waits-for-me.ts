import { sql } from "kysely";
import type { StoreTransaction } from "../transaction.js";

/** Whether another transaction stands still for a lock that this one holds. PostgreSQL only. */
export const waitsForMe = async (tx: StoreTransaction): Promise<boolean> => {
  const { rows } = await sql`
    SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)) LIMIT 1
  `.execute(tx.db);
  return rows.length > 0;
};
