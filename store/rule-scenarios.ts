import { randomUUID } from "node:crypto";
import { draftScenarioSchema, type Scenario } from "../contracts/rule-scenario.js";
import { canonicalJson } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A scenario that the municipality has added to its suite. */
export type StoredScenario = Omit<Schema["ruleScenario"], "content"> & { readonly scenario: Scenario };

const opened = ({ content, ...row }: Schema["ruleScenario"]): StoredScenario => ({
  ...row,
  scenario: draftScenarioSchema.parse(JSON.parse(content)),
});

/** Whether a scenario waits for its second person, and is not run. */
export const awaitsCheckOf = ({ needsCheck, checkedAt }: Pick<StoredScenario, "needsCheck" | "checkedAt">): boolean =>
  needsCheck && checkedAt === null;

/** The scenarios that stand or wait, by their id. */
export const listRuleScenarios = async (tx: StoreTransaction): Promise<StoredScenario[]> =>
  (
    await tx.db.selectFrom("ruleScenario").selectAll().where("removedAt", "is", null).orderBy("scenarioId").execute()
  ).map(opened);

/**
 * Adds a scenario. One that waits takes the place of what waited under its id; what stands, stands until the new one is
 * checked. The caller has seen that nothing stands where it does not wait, and appends.
 */
export const addRuleScenario = async (
  tx: StoreTransaction,
  { scenario, by, needsCheck }: { readonly scenario: Scenario; readonly by: string; readonly needsCheck: boolean },
): Promise<StoredScenario> => {
  await tx.db
    .updateTable("ruleScenario")
    .set({ removedBy: by, removedAt: tx.at })
    .where("scenarioId", "=", scenario.id)
    .where("needsCheck", "=", true)
    .where("checkedAt", "is", null)
    .where("removedAt", "is", null)
    .execute();
  const row = await tx.db
    .insertInto("ruleScenario")
    .values({
      id: randomUUID(),
      scenarioId: scenario.id,
      content: canonicalJson(scenario),
      addedBy: by,
      addedAt: tx.at,
      needsCheck,
      checkedBy: null,
      checkedAt: null,
      removalAskedBy: null,
      removalAskedAt: null,
      removedBy: null,
      removedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return opened(row);
};

/**
 * Writes down that somebody else has looked at a scenario, which now takes the place of the one that stood under its id.
 * Undefined where none waits for them.
 */
export const checkRuleScenario = async (
  tx: StoreTransaction,
  { id, by, scenario }: { readonly id: string; readonly by: string; readonly scenario: Scenario },
): Promise<StoredScenario | undefined> => {
  const waits = await tx.db
    .selectFrom("ruleScenario")
    .select("scenarioId")
    .where("id", "=", id)
    .where("addedBy", "!=", by)
    .where("needsCheck", "=", true)
    .where("checkedAt", "is", null)
    .where("removedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (waits === undefined) return undefined;
  await tx.db
    .updateTable("ruleScenario")
    .set({ removedBy: by, removedAt: tx.at, removalAskedBy: null, removalAskedAt: null })
    .where("scenarioId", "=", waits.scenarioId)
    .where("id", "!=", id)
    .where("removedAt", "is", null)
    .execute();
  const row = await tx.db
    .updateTable("ruleScenario")
    .set({ checkedBy: by, checkedAt: tx.at, content: canonicalJson(scenario) })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return opened(row);
};

/** Writes down that somebody wants a scenario gone. It stands until another takes it away. Undefined where there is none. */
export const askRuleScenarioRemoval = async (
  tx: StoreTransaction,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<StoredScenario | undefined> => {
  const row = await tx.db
    .updateTable("ruleScenario")
    .set({ removalAskedBy: by, removalAskedAt: tx.at })
    .where("id", "=", id)
    .where("removalAskedBy", "is", null)
    .where("removedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && opened(row);
};

/** Takes a scenario away. Undefined where there is none. The event is the caller's. */
export const removeRuleScenario = async (
  tx: StoreTransaction,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<StoredScenario | undefined> => {
  const row = await tx.db
    .updateTable("ruleScenario")
    .set({ removedBy: by, removedAt: tx.at })
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && opened(row);
};
