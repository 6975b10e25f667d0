import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** One stage of the reassessing after a publication. */
export type RuleRecompute = Selectable<Schema["ruleRecompute"]>;

/** The stages that were run for a change, the first one first. */
export const listRecomputes = (tx: StoreTransaction, changeId: string): Promise<RuleRecompute[]> =>
  tx.db.selectFrom("ruleRecompute").selectAll().where("changeId", "=", changeId).orderBy("seq").execute();

/**
 * Writes down that a stage begins, before any case of it. Undefined where one of the same change is under way, in this
 * process or another. The event is the caller's.
 */
export const beginRecompute = (
  tx: StoreTransaction,
  run: Pick<RuleRecompute, "changeId" | "stage" | "madeBy">,
): Promise<RuleRecompute | undefined> =>
  tx.db
    .insertInto("ruleRecompute")
    .values({
      ...run,
      id: randomUUID(),
      madeAt: tx.at,
      touchedAt: tx.at,
      state: "started",
      reassessed: 0,
      stoppedBecause: null,
    })
    .onConflict((conflict) => conflict.column("changeId").where("state", "=", "started").doNothing())
    .returningAll()
    .executeTakeFirst();

/**
 * Writes down how far a stage has come, or how it ended. Undefined where it is no longer under way: somebody has taken it
 * for broken off, and its process does no more. The event is the caller's.
 */
export const writeRecompute = (
  tx: StoreTransaction,
  { id, ...came }: Pick<RuleRecompute, "id" | "state" | "reassessed" | "skipped" | "stoppedBecause">,
): Promise<RuleRecompute | undefined> =>
  tx.db
    .updateTable("ruleRecompute")
    .set({ ...came, touchedAt: tx.at })
    .where("id", "=", id)
    .where("state", "=", "started")
    .returningAll()
    .executeTakeFirst();
