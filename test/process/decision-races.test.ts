import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDecisionActivities } from "../../activities/decide.js";
import { append } from "../../audit/append.js";
import { localDate } from "../../contracts/dates.js";
import type { CaseId, DecisionRequestId } from "../../contracts/ids.js";
import type { Application } from "../../contracts/readings/application.js";
import { until } from "../../platform/until.js";
import { samplePacks } from "../../rules/index.js";
import { receiveApplication } from "../../store/applications.js";
import { addDecisionRequest, listDecisions } from "../../store/decisions.js";
import { markTakenIn } from "../../store/linked-applications.js";
import { grantRole, registerStaff } from "../../store/staff.js";
import { waitsForMe } from "../../store/test-support/waits-for-me.js";
import { anApplication, persons } from "../../store/test-support/an-application.js";
import { receiveAndAssess } from "../../store/test-support/assessed-case.js";
import { databaseKinds } from "../../store/test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { alwaysInForce } from "../../activities/packs-in-force.js";

/** Something that one side of a race waits for. */
const aSignal = () => {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
};

describe.each(databaseKinds)("an application that comes in as the case is approved, on $name", (kind) => {
  let test: TestStore;
  let by: string;
  const months = ["2025-09", "2025-10", "2025-11", "2025-12"];
  beforeAll(async () => {
    test = await openTestStore(kind);
    by = await logged(async (tx) => {
      const { id } = await registerStaff(tx, { subject: "amina", displayName: "Amina", unit: "Enhet 1" });
      await grantRole(tx, id, "caseworker");
      return id;
    });
  });
  afterAll(() => test.stop());

  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    test.store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });

  /** A prefilled case of a month of its own, and the approval of what is shown of it. */
  const anApproval = async (): Promise<{ month: string; caseId: CaseId; requestId: DecisionRequestId }> => {
    const month = months.pop() ?? "";
    const caseId = await logged((tx) => receiveAndAssess(tx, month));
    return { month, caseId, requestId: await asks(caseId) };
  };
  const asks = (caseId: CaseId): Promise<DecisionRequestId> =>
    logged((tx) =>
      addDecisionRequest(tx, {
        caseId,
        sequence: 1,
        draft: { outcome: "granted" },
        shownHash: "0".repeat(64),
        by,
        conflictDeclared: true,
      }),
    );

  const record = (
    approval: { caseId: CaseId; requestId: DecisionRequestId },
    atWork: (tx: StoreTransaction) => Promise<void> = () => Promise.resolve(),
  ) =>
    createDecisionActivities({
      store: test.store,
      packsInForce: alwaysInForce(samplePacks),
      today: async (tx) => {
        await atWork(tx);
        return localDate("2025-10-27");
      },
    }).recordDecision(approval);

  const receive = (application: Application, held: (tx: StoreTransaction) => Promise<void> = () => Promise.resolve()) =>
    logged(async (tx) => {
      const received = await receiveApplication(tx, { application, municipality: "0000" });
      await held(tx);
      return received;
    });
  /** Keeps a transaction open until the other side stands at its lock. The embedded database has one at a time anyway. */
  const theOtherWaits = async (tx: StoreTransaction): Promise<void> => {
    if (kind !== databaseKinds[0]) expect(await until(() => waitsForMe(tx), 10_000)).toBe(true);
  };
  const decisionsOf = (caseId: CaseId) => test.store.read((tx) => listDecisions(tx, caseId));

  it("and is stored first is never decided over: whoever approved is told that the page is old", async () => {
    const { month, ...approval } = await anApproval();
    const stored = aSignal();
    const receiving = receive(anApplication({ reference: `S-${month}`, month, personsInHome: 2 }), (tx) => {
      stored.give();
      return theOtherWaits(tx);
    });
    await stored.given;
    const recording = record(approval);
    expect(await receiving).toMatchObject({ caseId: approval.caseId, linkedAs: "second" });
    expect(await recording).toEqual({ result: "refused", code: "stale-view" });
    expect(await decisionsOf(approval.caseId)).toEqual([]);
  });

  it("and comes while the decision is being made becomes a case beside the decided one", async () => {
    const { month, ...approval } = await anApproval();
    const deciding = aSignal();
    const recording = record(approval, (tx) => {
      deciding.give();
      return theOtherWaits(tx);
    });
    await deciding.given;
    const receiving = receive(anApplication({ reference: `S-${month}`, month, personsInHome: 2 }));
    expect(await recording).toMatchObject({ result: "recorded" });
    expect(await receiving).toMatchObject({ linkedAs: "first", supplementTo: approval.caseId });
    expect(await decisionsOf(approval.caseId)).toHaveLength(1);
  });

  it("and is another household's with the same adult in it holds both cases up until a person has seen it", async () => {
    const { month, ...approval } = await anApproval();
    const alone = { ...persons.partner, role: "applicant" };
    const own = await receive(anApplication({ reference: `P-${month}`, month, persons: [alone] }));
    const both = anApplication({
      reference: `B-${month}`,
      month,
      persons: [alone, { ...persons.applicant, role: "co-applicant" }],
    });
    expect(await receive(both)).toMatchObject({ caseId: own.caseId, alsoMatches: [approval.caseId] });
    expect(await record(approval)).toEqual({ result: "refused", code: "stale-view" });
    await logged((tx) => markTakenIn(tx, approval.caseId));
    expect(await record({ ...approval, requestId: await asks(approval.caseId) })).toMatchObject({ result: "recorded" });
  });

  it("and concerns another household or another month holds nothing up", async () => {
    const { month, ...approval } = await anApproval();
    const alone = { ...persons.partner, role: "applicant" };
    expect(await receive(anApplication({ reference: `P-${month}`, month, persons: [alone] }))).toMatchObject({
      linkedAs: "first",
      alsoMatches: [],
    });
    await receive(anApplication({ reference: `D-${month}`, month: "2025-08" }));
    expect(await record(approval)).toMatchObject({ result: "recorded" });
  });
});
