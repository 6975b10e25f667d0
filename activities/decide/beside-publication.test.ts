import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../../audit/append.js";
import { localDate } from "../../contracts/dates.js";
import type { CaseId, DecisionRequestId } from "../../contracts/ids.js";
import { samplePacks } from "../../rules/index.js";
import { lastDecidedMonth } from "../../store/assessed-months.js";
import { addDecisionRequest, listDecisions } from "../../store/decisions.js";
import { lockPublication } from "../../store/rule-changes.js";
import { receiveAndAssess } from "../../store/test-support/assessed-case.js";
import { databaseKinds } from "../../store/test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { createDecisionActivities } from "../decide.js";
import { logged, someone } from "./test-support/asked.js";

/**
 * Asks the database again and again, until somebody waits for a lock or has done what they came for. The embedded one
 * lets nobody in beside: there it is enough to have asked a while.
 */
const until = async (tx: StoreTransaction, isDone: () => boolean): Promise<void> => {
  for (let asked = 0; asked < 300 && !isDone(); asked += 1) {
    const { rows } = await sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(tx.db);
    if (rows.length > 0) return;
  }
};

describe.each(databaseKinds)("a decision beside a publication, on $name", (kind) => {
  let town: TestStore;
  let amina: string;
  beforeAll(async () => {
    town = await openTestStore(kind);
    amina = await someone(town, "amina", ["caseworker"]);
  });
  afterAll(() => town.stop());

  const asked = async (month: string): Promise<{ caseId: CaseId; requestId: DecisionRequestId }> => {
    const caseId = await logged(town, (tx) => receiveAndAssess(tx, month));
    const request = { caseId, sequence: 1, draft: { outcome: "granted" }, by: amina, conflictDeclared: true } as const;
    const requestId = await logged(town, (tx) => addDecisionRequest(tx, { ...request, shownHash: "0".repeat(64) }));
    return { caseId, requestId };
  };

  /** What one transaction does while it holds the rules, and then what another does that comes meanwhile. */
  const meanwhile = async (
    holding: (entered: () => void) => Promise<unknown>,
    coming: () => Promise<unknown>,
  ): Promise<void> => {
    let held: Promise<unknown> = Promise.resolve();
    await new Promise<void>((entered) => {
      held = holding(entered);
    });
    await Promise.all([held, coming()]);
  };

  test("is made by the rules that were being published when it was asked for", async () => {
    const request = await asked("2030-11");
    const order: string[] = [];
    const { recordDecision } = createDecisionActivities({
      store: town.store,
      packsInForce: () => {
        order.push("decided by the rules");
        return Promise.resolve(samplePacks);
      },
      today: () => Promise.resolve(localDate("2025-10-27")),
      hasLetterTexts: () => true,
    });
    await meanwhile(
      (entered) =>
        town.store.transaction(async (tx) => {
          await lockPublication(tx);
          entered();
          await until(tx, () => order.length > 0);
          order.push("published");
          await append(tx, anyEvent);
        }),
      async () => expect(await recordDecision(request)).toMatchObject({ result: "recorded" }),
    );
    expect(order).toEqual(["published", "decided by the rules"]);
  });

  test("that is being recorded is seen by the publication, whose first open month then comes after", async () => {
    const request = await asked("2031-11");
    let seen: string | undefined;
    const publish = (): Promise<unknown> =>
      town.store.transaction(async (tx) => {
        await lockPublication(tx);
        seen = (await lastDecidedMonth(tx)) ?? "none";
        await append(tx, anyEvent);
      });
    await meanwhile((entered) => {
      const { recordDecision } = createDecisionActivities({
        store: town.store,
        packsInForce: async (tx) => {
          entered();
          await until(tx, () => seen !== undefined);
          return samplePacks;
        },
        today: () => Promise.resolve(localDate("2025-10-27")),
        hasLetterTexts: () => true,
      });
      return recordDecision(request);
    }, publish);
    expect(await town.store.read((tx) => listDecisions(tx, request.caseId))).toHaveLength(1);
    expect(seen).toBe("2031-11");
  });
});
