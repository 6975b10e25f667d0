import type { Instant, Month } from "../contracts/dates.js";
import type { StoreTransaction } from "./transaction.js";

/** An application that is in the e-service's inbox and could not be read. */
export type UnreadApplication = { readonly reference: string; readonly firstTriedAt: Instant };

/** Notes that an application could not be read, and why. Returns false where that is known already. */
export const noteUnreadApplication = async (
  tx: StoreTransaction,
  { reference, month, fault }: { readonly reference: string; readonly month: Month; readonly fault: string },
): Promise<boolean> => {
  const result = await tx.db
    .insertInto("unreadApplication")
    .values({ reference, month, fault, firstTriedAt: tx.at, readAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** Notes that an application was read after all. */
export const noteReadAfterAll = async (tx: StoreTransaction, reference: string): Promise<void> => {
  await tx.db
    .updateTable("unreadApplication")
    .set({ readAt: tx.at })
    .where("reference", "=", reference)
    .where("readAt", "is", null)
    .execute();
};

/** What a month's inbox holds that nobody has been able to read, the oldest first. */
export const listUnreadApplications = (tx: StoreTransaction, month: Month): Promise<UnreadApplication[]> =>
  tx.db
    .selectFrom("unreadApplication")
    .select(["reference", "firstTriedAt"])
    .where("month", "=", month)
    .where("readAt", "is", null)
    .orderBy("firstTriedAt")
    .orderBy("reference")
    .execute();
