import { randomUUID } from "node:crypto";
import type { LocalDate } from "../contracts/dates.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A provision that somebody has stopped. */
export type RuleStop = Schema["ruleStop"];

/** Every stop there has been, the first one first. */
export const listRuleStops = (tx: StoreTransaction): Promise<RuleStop[]> =>
  tx.db.selectFrom("ruleStop").selectAll().orderBy("stoppedAt").orderBy("id").execute();

/** Stops a provision. Undefined where it already is. The event is the caller's. */
export const stopRule = async (
  tx: StoreTransaction,
  stop: { readonly provision: string; readonly reason: string; readonly by: string; readonly on: LocalDate },
): Promise<RuleStop | undefined> =>
  tx.db
    .insertInto("ruleStop")
    .values({
      id: randomUUID(),
      provision: stop.provision,
      reason: stop.reason,
      stoppedBy: stop.by,
      stoppedOn: stop.on,
      stoppedAt: tx.at,
      reviewedBy: null,
      reviewedAt: null,
      review: null,
      lifted: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();

/**
 * Writes down what somebody else came to: the rule is used again (`lifted`), or stays stopped until it is changed.
 * Undefined where no such stop stands, or where the reviewer is who stopped it. The event is the caller's.
 */
export const reviewRuleStop = (
  tx: StoreTransaction,
  {
    id,
    review,
    lifted,
    by,
  }: { readonly id: string; readonly review: string; readonly lifted: boolean; readonly by: string },
): Promise<RuleStop | undefined> =>
  tx.db
    .updateTable("ruleStop")
    .set({ reviewedBy: by, reviewedAt: tx.at, review, lifted })
    .where("id", "=", id)
    .where("lifted", "=", false)
    .where("stoppedBy", "!=", by)
    .returningAll()
    .executeTakeFirst();
