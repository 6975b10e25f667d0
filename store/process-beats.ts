import type { Instant } from "../contracts/dates.js";
import type { StoreTransaction } from "./transaction.js";

/** Which part of the program a process is. */
export type ProcessPart = "application" | "api" | "workers";

/** A process that lives, and the queues it works on. */
export type ProcessBeat = {
  readonly id: string;
  readonly part: ProcessPart;
  readonly queues: readonly string[];
  readonly beatenAt: Instant;
};

/** Says that a process lives and can write. */
export const beatProcess = async (tx: StoreTransaction, beat: Omit<ProcessBeat, "beatenAt">): Promise<void> => {
  const { id, part, queues } = beat;
  await tx.db
    .insertInto("processBeat")
    .values({ id, part, queues, beatenAt: tx.at })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ queues, beatenAt: tx.at }))
    .execute();
};

/** Every process that has beaten since the instant. */
export const listBeats = (tx: StoreTransaction, since: Instant): Promise<ProcessBeat[]> =>
  tx.db.selectFrom("processBeat").selectAll().where("beatenAt", ">=", since).orderBy("part").execute();

/** Removes a process that ends in good order, and those that have not been heard of since the instant. */
export const removeBeats = async (
  tx: StoreTransaction,
  { id, olderThan }: { readonly id: string; readonly olderThan: Instant },
): Promise<void> => {
  await tx.db
    .deleteFrom("processBeat")
    .where((is) => is.or([is("id", "=", id), is("beatenAt", "<", olderThan)]))
    .execute();
};
