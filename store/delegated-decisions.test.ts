import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { localDate } from "../contracts/dates.js";
import { addClosing, recordClosing } from "./closings.js";
import { addDecisionRequest, recordDecision } from "./decisions.js";
import { listDelegatedDecisions } from "./delegated-decisions.js";
import { registerStaff } from "./staff.js";
import { receiveAndAssess } from "./test-support/assessed-case.js";
import { databaseKinds } from "./test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "./test-support/test-store.js";
import type { StoreTransaction } from "./transaction.js";

describe.each(databaseKinds)("what was decided on the board's behalf, on $name", (kind) => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore(kind);
  });
  afterAll(() => opened.stop());

  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    opened.store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });
  const person = (subject: string) =>
    logged((tx) => registerStaff(tx, { subject, displayName: subject, unit: "Enhet 1" }));

  test("is each decision and each writing off with its item, by the person and the moment, and no mere wish", async () => {
    const [amina, jonas] = [await person("amina"), await person("jonas")];
    const withdrawn = { kind: "withdrawn", on: localDate("2025-10-26"), explanation: "Hon ringde." } as const;
    const { granted, endedAs } = await logged(async (tx) => {
      const caseId = await receiveAndAssess(tx, "2030-11");
      const asked = { caseId, sequence: 1, shownHash: "0".repeat(64), draft: { outcome: "granted" } } as const;
      const requestId = await addDecisionRequest(tx, { ...asked, by: amina.id, conflictDeclared: true });
      const made = { outcome: "granted", amountOre: 619_000, delegationItem: "3.2", hearing: "none" } as const;
      await recordDecision(tx, { ...made, requestId, decidedOn: localDate("2025-10-27") });
      const ended = await receiveAndAssess(tx, "2030-12");
      const closing = await addClosing(tx, { ...withdrawn, caseId: ended, by: jonas.id, conflictDeclared: true });
      await recordClosing(tx, closing, { endedOn: localDate("2025-10-27"), delegationItem: "3.5" });
      const wished = await receiveAndAssess(tx, "2031-01");
      await addClosing(tx, { ...withdrawn, caseId: wished, by: jonas.id, conflictDeclared: true });
      return { granted: caseId, endedAs: ended };
    });
    const list = (scope: object) => opened.store.read((tx) => listDelegatedDecisions(tx, { limit: 10, ...scope }));
    const decision = {
      caseId: granted,
      sequence: 1,
      outcome: "granted",
      amountOre: 619_000,
      item: "3.2",
      by: amina.id,
    };
    const writtenOff = { caseId: endedAs, sequence: null, outcome: "written-off", amountOre: 0, item: "3.5" };
    const all = await list({});
    expect(all).toHaveLength(2);
    expect(all).toEqual(
      expect.arrayContaining([decision, writtenOff].map((one): unknown => expect.objectContaining(one))),
    );
    expect(await list({ actorId: jonas.id })).toEqual([expect.objectContaining({ ...writtenOff, by: jonas.id })]);
    const at = all[0]?.recordedAt;
    expect(await list({ from: at })).toHaveLength(2);
    expect(await list({ until: at })).toEqual([]);
    expect(await list({ limit: 1 })).toHaveLength(1);
  });
});
