import type { Sha256 } from "../contracts/ids.js";
import type { StoreTransaction } from "./transaction.js";

/**
 * Puts a letter back that turned out to have left before it was set again: the one that left is the letter, and the one
 * that was set again, which never did, is kept beside it. Both are sealed for the same place. Nothing where what left is
 * the letter as it stands.
 */
export const reinstateLetter = async (
  tx: StoreTransaction,
  { letterId, leftSha256 }: { readonly letterId: string; readonly leftSha256: Sha256 },
): Promise<void> => {
  await tx.db
    .updateTable("letter")
    .set((row) => ({
      bytes: row.ref("replaced").$notNull(),
      sha256: row.ref("replacedSha256").$notNull(),
      replaced: row.ref("bytes"),
      replacedSha256: row.ref("sha256"),
    }))
    .where("id", "=", letterId)
    .where("replacedSha256", "=", leftSha256)
    .execute();
};
