import type { z } from "zod";
import { localDateSchema, type LocalDate } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import { canonicalJson } from "../platform/canonical.js";
import type { StoreTransaction } from "./transaction.js";

/** Stores a setting. Not for personal data or secrets: settings lie in clear. */
export const putSetting = async (tx: StoreTransaction, key: string, value: unknown): Promise<void> => {
  const json = canonicalJson(value);
  await tx.db
    .insertInto("setting")
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: json }))
    .execute();
};

/** A setting checked against its schema, or undefined where it is not set. */
export const findSetting = async <T extends z.ZodType>(
  tx: StoreTransaction,
  key: string,
  schema: T,
): Promise<z.output<T> | undefined> => {
  const row = await tx.db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  if (row === undefined) return undefined;
  const parsed = schema.safeParse(row.value);
  if (parsed.success) return parsed.data;
  throw new Fault("ContractViolation", "A stored setting does not have its form.", { key });
};

/** The simulated municipality's today, or undefined where the real calendar holds. */
export const findToday = (tx: StoreTransaction): Promise<LocalDate | undefined> =>
  findSetting(tx, "today", localDateSchema);

/** Moves the simulated municipality's calendar. */
export const putToday = (tx: StoreTransaction, today: LocalDate): Promise<void> => putSetting(tx, "today", today);
