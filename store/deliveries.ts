import { sql } from "kysely";
import type { DeliveryChannel, DeliveryState } from "../contracts/delivery.js";
import type { Instant } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** How a letter is handed over, and where that stands. */
export type Delivery = Schema["delivery"];

/** From where each state may be reached. What a person has to see to is settled by a look or by their word. */
const reachableFrom = {
  intended: [],
  "by-hand": ["intended"],
  submitted: ["intended"],
  confirmed: ["intended", "submitted", "unclear", "by-hand"],
  unclear: ["intended", "submitted"],
} as const satisfies Record<DeliveryState, readonly DeliveryState[]>;

/** What a delivery is moved on to. */
export type DeliveryStep = {
  readonly state: "submitted" | "confirmed" | "unclear" | "by-hand";
  /** The way it takes instead, where a person is to send it after all. */
  readonly channel?: "protected-mail" | "by-hand";
  readonly receiptId?: string;
  /** Who saw to it, where a person did; with the channel they used. */
  readonly byHand?: { readonly staffId: string; readonly channel: DeliveryChannel };
};

/** Stores how a letter is to leave, before anything is sent. Once for each letter: a new attempt gets the first one back. */
export const intendDelivery = async (
  tx: StoreTransaction,
  intended: { readonly letterId: string; readonly caseId: CaseId; readonly channel: DeliveryChannel },
): Promise<{ delivery: Delivery; created: boolean }> => {
  const state = intended.channel === "protected-mail" || intended.channel === "by-hand" ? "by-hand" : "intended";
  const inserted = await tx.db
    .insertInto("delivery")
    .values({ ...intended, state, receiptId: null, confirmedBy: null, openedAt: null, updatedAt: tx.at })
    .onConflict((conflict) => conflict.column("letterId").doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { delivery: inserted, created: true };
  const delivery = await findDelivery(tx, intended.letterId);
  if (delivery === undefined)
    throw new Fault("InvariantBroken", "The delivery was not stored.", { letter: intended.letterId });
  return { delivery, created: false };
};

/** Moves a delivery on. @throws Fault `InvariantBroken` where the state cannot be reached from where it stands. */
export const markDelivery = async (
  tx: StoreTransaction,
  letterId: string,
  { state, channel, receiptId, byHand }: DeliveryStep,
): Promise<void> => {
  const row = await tx.db
    .selectFrom("delivery")
    .select("state")
    .where("letterId", "=", letterId)
    .forUpdate()
    .executeTakeFirst();
  const from: readonly DeliveryState[] = reachableFrom[state];
  if (row === undefined || !from.includes(row.state))
    throw new Fault("InvariantBroken", "The delivery cannot go to that state from where it stands.", {
      letter: letterId,
      from: row?.state ?? "missing",
      to: state,
    });
  await tx.db
    .updateTable("delivery")
    .set({
      state,
      updatedAt: tx.at,
      ...(channel !== undefined && { channel }),
      ...(receiptId !== undefined && { receiptId }),
      ...(byHand !== undefined && { confirmedBy: byHand.staffId, channel: byHand.channel }),
    })
    .where("letterId", "=", letterId)
    .execute();
};

/** Notes when the recipient opened the letter, once. Returns false where that is known already. */
export const markOpened = async (tx: StoreTransaction, letterId: string, openedAt: Instant): Promise<boolean> => {
  const result = await tx.db
    .updateTable("delivery")
    .set({ openedAt, updatedAt: tx.at })
    .where("letterId", "=", letterId)
    .where("openedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** How a letter is handed over, or undefined where nothing is intended yet. */
export const findDelivery = (tx: StoreTransaction, letterId: string): Promise<Delivery | undefined> =>
  tx.db.selectFrom("delivery").selectAll().where("letterId", "=", letterId).executeTakeFirst();

/** The deliveries of a case. */
export const listDeliveries = (tx: StoreTransaction, caseId: CaseId): Promise<Delivery[]> =>
  tx.db.selectFrom("delivery").selectAll().where("caseId", "=", caseId).orderBy("updatedAt").execute();

/**
 * Letters in the digital mailbox that nobody is known to have opened, delivered since the instant. Drawn at random, so
 * that each gets its turn where there are more than the limit and some are never opened.
 */
export const listUnopened = (
  tx: StoreTransaction,
  { since, limit }: { readonly since: Instant; readonly limit: number },
): Promise<Delivery[]> =>
  tx.db
    .selectFrom("delivery")
    .selectAll()
    .where("channel", "=", "digital-mailbox")
    .where("state", "=", "confirmed")
    .where("openedAt", "is", null)
    .where("updatedAt", ">=", since)
    .orderBy(sql`random()`)
    .limit(limit)
    .execute();

/** Letters whose sending is unclear. */
export const listUnclear = (tx: StoreTransaction): Promise<Delivery[]> =>
  tx.db.selectFrom("delivery").selectAll().where("state", "=", "unclear").orderBy("updatedAt").execute();

/** Letters of cases with protected identity that wait for a person, and have not been set again since they were first. */
export const listWaitingProtected = (tx: StoreTransaction): Promise<Pick<Delivery, "letterId">[]> =>
  tx.db
    .selectFrom("delivery")
    .innerJoin("cases", "cases.id", "delivery.caseId")
    .innerJoin("letter", "letter.id", "delivery.letterId")
    .select("delivery.letterId")
    .where("delivery.state", "in", ["by-hand", "unclear"])
    .where("cases.protected", "=", true)
    .where("letter.replacedSha256", "is", null)
    .orderBy("delivery.updatedAt")
    .execute();
