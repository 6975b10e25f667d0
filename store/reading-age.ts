import type { Instant } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { StoreTransaction } from "./transaction.js";

/**
 * When the oldest reading in force was made, of every source that answered and of the case file; undefined where nothing
 * has been read. What could not be read has no age: it is a question of its own.
 */
export const oldestReadingAt = async (tx: StoreTransaction, caseId: CaseId): Promise<Instant | undefined> => {
  const sources = tx.db
    .selectFrom("sourceReading")
    .select("readAt")
    .where("caseId", "=", caseId)
    .where("superseded", "=", false)
    .where("status", "!=", "unavailable");
  const caseFile = tx.db
    .selectFrom("caseFileReading")
    .select("readAt")
    .where("caseId", "=", caseId)
    .where("superseded", "=", false)
    .where("status", "!=", "unavailable");
  const oldest = await sources.unionAll(caseFile).orderBy("readAt").limit(1).executeTakeFirst();
  return oldest?.readAt;
};
