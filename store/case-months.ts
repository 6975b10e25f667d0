import type { Month } from "../contracts/dates.js";
import type { StoreTransaction } from "./transaction.js";

/** The months a municipality has cases for, the newest first. */
export const listCaseMonths = async (tx: StoreTransaction, municipality: string): Promise<Month[]> => {
  const rows = await tx.db
    .selectFrom("cases")
    .select("benefitMonth")
    .distinct()
    .where("municipality", "=", municipality)
    .orderBy("benefitMonth", "desc")
    .execute();
  return rows.map(({ benefitMonth }) => benefitMonth);
};
