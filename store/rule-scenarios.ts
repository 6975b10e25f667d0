import { randomUUID } from "node:crypto";
import { scenarioSchema, type Scenario } from "../contracts/rule-scenario.js";
import { canonicalJson } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A scenario that the municipality has added to its suite. */
export type StoredScenario = Omit<Schema["ruleScenario"], "content"> & { readonly scenario: Scenario };

const opened = ({ content, ...row }: Schema["ruleScenario"]): StoredScenario => ({
  ...row,
  scenario: scenarioSchema.parse(JSON.parse(content)),
});

/** The scenarios that stand, by their id. */
export const listRuleScenarios = async (tx: StoreTransaction): Promise<StoredScenario[]> =>
  (
    await tx.db.selectFrom("ruleScenario").selectAll().where("removedAt", "is", null).orderBy("scenarioId").execute()
  ).map(opened);

/** Adds a scenario; one of the same id is taken away in the same breath. The event is the caller's. */
export const addRuleScenario = async (
  tx: StoreTransaction,
  { scenario, by, needsCheck }: { readonly scenario: Scenario; readonly by: string; readonly needsCheck: boolean },
): Promise<StoredScenario> => {
  await tx.db
    .updateTable("ruleScenario")
    .set({ removedBy: by, removedAt: tx.at })
    .where("scenarioId", "=", scenario.id)
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
      removedBy: null,
      removedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return opened(row);
};

/** Writes down that somebody else has looked at a scenario. Undefined where none waits for them. */
export const checkRuleScenario = async (
  tx: StoreTransaction,
  { id, by, scenario }: { readonly id: string; readonly by: string; readonly scenario: Scenario },
): Promise<StoredScenario | undefined> => {
  const row = await tx.db
    .updateTable("ruleScenario")
    .set({ checkedBy: by, checkedAt: tx.at, content: canonicalJson(scenario) })
    .where("id", "=", id)
    .where("addedBy", "!=", by)
    .where("checkedAt", "is", null)
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
