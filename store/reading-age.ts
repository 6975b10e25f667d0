import type { Instant } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { StoreTransaction } from "./transaction.js";

/**
 * When the oldest reading in force was made, of every source that answered and of the case file; undefined where nothing
 * has been read. What could not be read has no age: it is a question of its own. Of a protected person only the
 * population register may be read again, so in a protected case nothing else grows too old: it would stay so for ever.
 */
export const oldestReadingAt = async (tx: StoreTransaction, caseId: CaseId): Promise<Instant | undefined> => {
  const sources = tx.db
    .selectFrom("sourceReading")
    .innerJoin("cases", "cases.id", "sourceReading.caseId")
    .select("sourceReading.readAt")
    .where("sourceReading.caseId", "=", caseId)
    .where("sourceReading.superseded", "=", false)
    .where("sourceReading.status", "!=", "unavailable")
    .where((eb) => eb.or([eb("cases.protected", "=", false), eb("sourceReading.source", "=", "population")]));
  const caseFile = tx.db
    .selectFrom("caseFileReading")
    .innerJoin("cases", "cases.id", "caseFileReading.caseId")
    .select("caseFileReading.readAt")
    .where("caseFileReading.caseId", "=", caseId)
    .where("caseFileReading.superseded", "=", false)
    .where("caseFileReading.status", "!=", "unavailable")
    .where("cases.protected", "=", false);
  const oldest = await sources.unionAll(caseFile).orderBy("readAt").limit(1).executeTakeFirst();
  return oldest?.readAt;
};
