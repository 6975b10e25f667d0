import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { localDate, month } from "../contracts/dates.js";
import type { DecisionDraft } from "../contracts/decision-draft.js";
import type { CaseId, DecisionRequestId } from "../contracts/ids.js";
import { findAssessment } from "./assessments.js";
import { getCase } from "./cases.js";
import {
  addDecisionRequest,
  findDecision,
  getDecisionDraft,
  getDecisionRequest,
  listDecisions,
  recordDecision,
  refuseDecisionRequest,
} from "./decisions.js";
import type { Store } from "./open-store.js";
import { findWrite, intendWrite, listWrites, markWrite } from "./outward-writes.js";
import {
  grantRole,
  listRoleAssignments,
  lockRolesOf,
  registerStaff,
  removeRole,
  rolesOf,
  setStaffActive,
} from "./staff.js";
import { persons } from "./test-support/an-application.js";
import { assess, receiveAndAssess } from "./test-support/assessed-case.js";
import { databaseKinds } from "./test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "./test-support/test-store.js";
import type { StoreTransaction } from "./transaction.js";

const draft: DecisionDraft = { outcome: "granted", childPerspective: "Barnens behov tillgodoses." };

describe.each(databaseKinds)("from assessment to decision, on $name", (kind) => {
  let test: TestStore;
  let store: Store;
  let staffId: string;
  beforeAll(async () => {
    test = await openTestStore(kind);
    store = test.store;
    const staff = { subject: "s1", displayName: "Hand Läggare", unit: "Enhet 1" };
    ({ id: staffId } = await logged((tx) => registerStaff(tx, staff)));
  });
  afterAll(() => test.stop());

  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });

  const request = (caseId: CaseId): Promise<DecisionRequestId> =>
    logged((tx) =>
      addDecisionRequest(tx, {
        caseId,
        sequence: 1,
        shownHash: "0".repeat(64),
        by: staffId,
        conflictDeclared: true,
        draft,
      }),
    );

  const record = (requestId: DecisionRequestId, supplement = false) =>
    logged((tx) =>
      recordDecision(tx, {
        requestId,
        outcome: supplement ? "discretionary" : "granted",
        amountOre: 619_000,
        decidedOn: localDate("2025-10-27"),
        delegationItem: "1.1",
        hearing: "none",
        supplement,
      }),
    );

  describe("an assessment", () => {
    it("is numbered from one, opens to what was assessed, and shows in the queue", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-01"));
      const found = await store.read((tx) => findAssessment(tx, caseId));
      expect(found).toMatchObject({ sequence: 1, receipt: { grantOre: 619_000 }, input: { benefitMonth: "2025-11" } });
      expect(await store.read((tx) => getCase(tx, caseId))).toMatchObject({ outcome: "prefilled", amountOre: 619_000 });
    });

    it("with the same receipt again is the same assessment; with another it is the next", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-02"));
      expect(await store.transaction((tx) => assess(tx, caseId))).toMatchObject({ sequence: 1, created: false });
      expect(await logged((tx) => assess(tx, caseId, 500_000))).toMatchObject({ sequence: 2, created: true });
      expect(await store.read((tx) => findAssessment(tx, caseId, { sequence: 1 }))).toMatchObject({
        amountOre: 619_000,
      });
    });

    it("gets a number of its own also when several are stored at once", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-03"));
      const saved = await Promise.all([1, 2, 3].map((amount) => logged((tx) => assess(tx, caseId, amount))));
      expect(saved.map(({ sequence }) => sequence).sort()).toEqual([2, 3, 4]);
    });
  });

  describe("a decision", () => {
    it("is recorded once for the month: of two requests at once one wins and the other is told", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-04"));
      const requests = [await request(caseId), await request(caseId)];
      const results = await Promise.all(requests.map((id) => record(id)));
      expect(results.filter((result) => result?.created === true)).toHaveLength(1);
      expect(results.filter((result) => result === undefined)).toHaveLength(1);
      expect(await store.read((tx) => listDecisions(tx, caseId))).toHaveLength(1);
    });

    it("is the same decision when the same request comes again", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-05"));
      const requestId = await request(caseId);
      const first = await record(requestId);
      expect(await record(requestId)).toEqual({ decision: first?.decision, created: false });
      expect(await store.read((tx) => getDecisionRequest(tx, requestId))).toMatchObject({
        state: "recorded",
      });
      expect(await store.read((tx) => getDecisionDraft(tx, requestId))).toEqual(draft);
      expect(await store.read((tx) => findDecision(tx, caseId))).toMatchObject({
        decidedBy: staffId,
        decidedOn: "2025-10-27",
        amountOre: 619_000,
      });
    });

    it("may be followed by a supplement, and the month's own stays", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-06"));
      const own = await record(await request(caseId));
      expect(await record(await request(caseId), true)).toMatchObject({ created: true });
      expect(await store.read((tx) => findDecision(tx, caseId))).toEqual(own?.decision);
    });

    it("can only be asked for on an assessment that exists", async () => {
      const caseId = await logged((tx) => receiveAndAssess(tx, "2024-07"));
      const ask = logged((tx) =>
        addDecisionRequest(tx, {
          caseId,
          sequence: 2,
          shownHash: "0".repeat(64),
          by: staffId,
          conflictDeclared: true,
          draft,
        }),
      );
      await expect(ask).rejects.toThrow("foreign key");
    });

    it("that was refused keeps the first reason", async () => {
      const requestId = await request(await logged((tx) => receiveAndAssess(tx, "2024-08")));
      await logged((tx) => refuseDecisionRequest(tx, requestId, "stale-view"));
      await logged((tx) => refuseDecisionRequest(tx, requestId, "role-missing"));
      expect(await store.read((tx) => getDecisionRequest(tx, requestId))).toMatchObject({
        state: "refused",
        refusal: "stale-view",
      });
    });
  });

  describe("a role", () => {
    it("is held once, ends when it is removed, and its history stays", async () => {
      const grant = () => logged((tx) => grantRole(tx, staffId, "caseworker"));
      const remove = () => logged((tx) => removeRole(tx, staffId, "caseworker"));
      expect([await grant(), await grant()]).toEqual([true, false]);
      expect(await store.read((tx) => rolesOf(tx, staffId))).toEqual(["caseworker"]);
      expect([await remove(), await remove()]).toEqual([true, false]);
      expect(await store.transaction((tx) => lockRolesOf(tx, staffId))).toEqual([]);
      expect(await grant()).toBe(true);
      expect(await store.read((tx) => listRoleAssignments(tx, staffId))).toHaveLength(2);
    });

    it("counts for nothing while the person is not active", async () => {
      await logged((tx) => grantRole(tx, staffId, "auditor"));
      await logged((tx) => setStaffActive(tx, staffId, false));
      expect(await store.transaction((tx) => lockRolesOf(tx, staffId))).toEqual([]);
      await logged((tx) => setStaffActive(tx, staffId, true));
      expect(await store.transaction((tx) => lockRolesOf(tx, staffId))).toContain("auditor");
    });
  });

  describe("a write to the case system", () => {
    const intend = async (benefitMonth: string) => {
      const caseId = await logged((tx) => receiveAndAssess(tx, benefitMonth));
      const decided = await record(await request(caseId));
      const decisionId = decided?.decision.id ?? "";
      const payment = {
        kind: "payment",
        reference: `W-${benefitMonth}`,
        personalNumber: persons.applicant.personalNumber,
        month: month(benefitMonth),
        amountOre: 619_000,
      } as const;
      return {
        caseId,
        decisionId,
        intended: () => logged((tx) => intendWrite(tx, { caseId, cause: { decisionId }, record: payment })),
      };
    };

    it("is intended once for each decision and kind", async () => {
      const { caseId, decisionId, intended } = await intend("2024-09");
      const first = await intended();
      expect(first).toMatchObject({ created: true, write: { state: "intended", record: { amountOre: 619_000 } } });
      expect(await intended()).toEqual({ write: first.write, created: false });
      expect(await store.read((tx) => listWrites(tx, caseId))).toHaveLength(1);
      expect(await store.read((tx) => findWrite(tx, { decisionId }, "journal"))).toBeUndefined();
    });

    it("goes from intended to submitted to confirmed, and never back", async () => {
      const { intended } = await intend("2024-10");
      const { write } = await intended();
      await logged((tx) => markWrite(tx, write.id, { state: "submitted" }));
      await logged((tx) => markWrite(tx, write.id, { state: "confirmed" }));
      for (const state of ["submitted", "unclear", "confirmed"] as const)
        await expect(logged((tx) => markWrite(tx, write.id, { state }))).rejects.toMatchObject({
          name: "InvariantBroken",
        });
      expect(await intended()).toMatchObject({ created: false, write: { state: "confirmed" } });
    });

    it("that is unclear is never submitted again, only confirmed by what is found", async () => {
      const { intended } = await intend("2024-11");
      const { write } = await intended();
      await logged((tx) => markWrite(tx, write.id, { state: "unclear" }));
      await expect(logged((tx) => markWrite(tx, write.id, { state: "submitted" }))).rejects.toThrow("cannot go");
      await logged((tx) => markWrite(tx, write.id, { state: "confirmed" }));
    });
  });
});
