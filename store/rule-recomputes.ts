import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** One stage of the reassessing after a publication. */
export type RuleRecompute = Selectable<Schema["ruleRecompute"]>;

/** The stages that were run for a change, the first one first. */
export const listRecomputes = (tx: StoreTransaction, changeId: string): Promise<RuleRecompute[]> =>
  tx.db.selectFrom("ruleRecompute").selectAll().where("changeId", "=", changeId).orderBy("seq").execute();

/** Writes down what a stage came to. The event is the caller's. */
export const addRecompute = (
  tx: StoreTransaction,
  run: Omit<RuleRecompute, "id" | "madeAt" | "state" | "seq">,
): Promise<RuleRecompute> =>
  tx.db
    .insertInto("ruleRecompute")
    .values({ ...run, id: randomUUID(), madeAt: tx.at, state: run.stoppedBecause === null ? "done" : "stopped" })
    .returningAll()
    .executeTakeFirstOrThrow();
