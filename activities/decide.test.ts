import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { listEvents } from "../audit/events.js";
import { localDate } from "../contracts/dates.js";
import type { CaseId, DecisionRequestId } from "../contracts/ids.js";
import { samplePacks } from "../rules/index.js";
import type { Application } from "../contracts/readings/application.js";
import { receiveApplication } from "../store/applications.js";
import { getCase } from "../store/cases.js";
import { addClosing } from "../store/closings.js";
import { addDecisionRequest, getDecisionRequest, listDecisions, type NewDecisionRequest } from "../store/decisions.js";
import { markTakenIn } from "../store/linked-applications.js";
import { grantRole, registerStaff, removeRole } from "../store/staff.js";
import { assess, receiveAndAssess } from "../store/test-support/assessed-case.js";
import { anApplication } from "../store/test-support/an-application.js";
import { databaseKinds } from "../store/test-support/databases.js";
import { anyEvent, openTestStore, type TestStore } from "../store/test-support/test-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { createClosingActivities } from "./close.js";
import { createDecisionActivities } from "./decide.js";
import { alwaysInForce } from "./packs-in-force.js";

describe.each(databaseKinds)("recording a decision, on $name", (kind) => {
  let test: TestStore;
  let amina: string;
  let jonas: string;
  let year = 2029;
  beforeAll(async () => {
    test = await openTestStore(kind);
    amina = await aCaseworker("amina");
    jonas = await aCaseworker("jonas");
  });
  afterAll(() => test.stop());

  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    test.store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });

  const aCaseworker = (subject: string): Promise<string> =>
    logged(async (tx) => {
      const { id } = await registerStaff(tx, { subject, displayName: subject, unit: "Enhet 1" });
      await grantRole(tx, id, "caseworker");
      return id;
    });

  const aPrefilledCase = (): Promise<CaseId> => {
    year += 1;
    return logged((tx) => receiveAndAssess(tx, `${String(year)}-11`));
  };

  const asks = (caseId: CaseId, by: string, differs: Partial<NewDecisionRequest> = {}): Promise<DecisionRequestId> =>
    logged((tx) =>
      addDecisionRequest(tx, {
        caseId,
        sequence: 1,
        draft: { outcome: "granted" },
        shownHash: "0".repeat(64),
        by,
        conflictDeclared: true,
        ...differs,
      }),
    );

  const deps = () => ({
    store: test.store,
    packsInForce: alwaysInForce(samplePacks),
    today: () => Promise.resolve(localDate("2025-10-27")),
  });
  const record = (caseId: CaseId, requestId: DecisionRequestId) =>
    createDecisionActivities({ ...deps(), hasLetterTexts: () => true }).recordDecision({ caseId, requestId });

  const actionsOf = (caseId: CaseId): Promise<string[]> =>
    test.store.read(async (tx) => (await listEvents(tx, { caseId })).map(({ action }) => action));

  it("records who decided, how much and under which item of the delegation order", async () => {
    const caseId = await aPrefilledCase();
    await expect(record(caseId, await asks(caseId, amina))).resolves.toMatchObject({ result: "recorded" });
    const [decision] = await test.store.read((tx) => listDecisions(tx, caseId));
    expect(decision).toMatchObject({
      decidedBy: amina,
      amountOre: 619_000,
      delegationItem: "3.2",
      decidedOn: "2025-10-27",
    });
    expect(await actionsOf(caseId)).toContain("decision.recorded");
  });

  it("records nothing for a month whose law the letter packs have no texts for", async () => {
    const caseId = await aPrefilledCase();
    const asked = { caseId, requestId: await asks(caseId, amina) };
    await expect(createDecisionActivities(deps()).recordDecision(asked)).resolves.toMatchObject({
      code: "letter-missing",
    });
    expect(await test.store.read((tx) => listDecisions(tx, caseId))).toEqual([]);
  });

  it("36: lets one of two approvals win and tells the other", async () => {
    const caseId = await aPrefilledCase();
    const requests = [await asks(caseId, amina), await asks(caseId, jonas)];
    const answers = await Promise.all(requests.map((request) => record(caseId, request)));
    expect(answers.map(({ result }) => result).sort()).toEqual(["recorded", "refused"]);
    expect(answers).toContainEqual({ result: "refused", code: "already-decided" });
    expect(await test.store.read((tx) => listDecisions(tx, caseId))).toHaveLength(1);
    expect((await actionsOf(caseId)).filter((action) => action === "decision.refused")).toHaveLength(1);
  });

  it("gives the same decision when the step is done again after a crash", async () => {
    const caseId = await aPrefilledCase();
    const request = await asks(caseId, amina);
    const first = await record(caseId, request);
    expect(await record(caseId, request)).toEqual(first);
    expect((await actionsOf(caseId)).filter((action) => action === "decision.recorded")).toHaveLength(1);
  });

  it("refuses an approval of a view that a newer assessment has replaced", async () => {
    const caseId = await aPrefilledCase();
    const request = await asks(caseId, amina);
    await logged((tx) => assess(tx, caseId, 600_000));
    expect(await record(caseId, request)).toEqual({ result: "refused", code: "stale-view" });
    expect(await test.store.read((tx) => getDecisionRequest(tx, request))).toMatchObject({
      state: "refused",
      refusal: "stale-view",
    });
  });

  it("37: refuses someone whose role was removed after the page was opened", async () => {
    const caseId = await aPrefilledCase();
    const leaving = await aCaseworker(`leaving-${kind.name}`);
    const request = await asks(caseId, leaving);
    await logged((tx) => removeRole(tx, leaving, "caseworker"));
    expect(await record(caseId, request)).toEqual({ result: "refused", code: "role-missing" });
    expect(await test.store.read((tx) => listDecisions(tx, caseId))).toEqual([]);
  });

  it.each([
    [2_500_000, "recorded"],
    [2_500_001, "refused"],
  ])("holds a caseworker to the delegation's limit of 25 000 kr: %i öre is %s", async (amountOre, result) => {
    const caseId = await aPrefilledCase();
    await logged((tx) => assess(tx, caseId, amountOre));
    expect(await record(caseId, await asks(caseId, amina, { sequence: 2 }))).toMatchObject({ result });
  });

  const secondFor = (caseId: CaseId, differs: object = {}) =>
    test.store.read(async (tx) => {
      const { benefitMonth: month } = await getCase(tx, caseId);
      return anApplication({ reference: `S-${month}`, month, personsInHome: 2, ...differs });
    });
  const receive = (application: Application) =>
    logged((tx) => receiveApplication(tx, { application, municipality: "0000" }));
  const end = async (caseId: CaseId) => {
    const closingId = await logged((tx) =>
      addClosing(tx, {
        caseId,
        kind: "withdrawn",
        on: localDate("2025-10-27"),
        explanation: "Återkallad per telefon.",
        conflictDeclared: true,
        by: amina,
      }),
    );
    return createClosingActivities({ ...deps(), hasLetterTexts: () => true }).endCase({ caseId, closingId });
  };

  it.each([["completion"], ["renewal"]])(
    "neither decides nor ends a case with a %s in it that nothing has been assessed with, and does both after",
    async (applicationKind) => {
      const caseId = await aPrefilledCase();
      await receive(await secondFor(caseId, { kind: applicationKind }));
      expect(await record(caseId, await asks(caseId, amina))).toEqual({ result: "refused", code: "stale-view" });
      expect(await end(caseId)).toEqual({ result: "refused", code: "stale-view" });
      await logged((tx) => markTakenIn(tx, caseId));
      expect(await record(caseId, await asks(caseId, amina))).toMatchObject({ result: "recorded" });
    },
  );

  it("ends a case that only its own application and the same sent twice belong to", async () => {
    const caseId = await aPrefilledCase();
    await receive(await secondFor(caseId, { personsInHome: 1 }));
    expect(await end(caseId)).toEqual({ result: "ended" });
  });

  it("makes an application that comes in while the decision is being recorded a case beside it, seen or not", async () => {
    const caseId = await aPrefilledCase();
    const request = await asks(caseId, amina);
    const second = await secondFor(caseId);
    const [answer, received] = await Promise.all([record(caseId, request), receive(second)]);
    const linked = { caseId, linkedAs: "second" };
    const beside = { linkedAs: "first", supplementTo: caseId };
    if (answer.result === "recorded") expect(received).toMatchObject(beside);
    else expect({ answer, received }).toMatchObject({ answer: { code: "stale-view" }, received: linked });
  });

  it("refuses without the declaration of no conflict of interest", async () => {
    const caseId = await aPrefilledCase();
    const request = await asks(caseId, amina, { conflictDeclared: false });
    expect(await record(caseId, request)).toEqual({ result: "refused", code: "conflict-of-interest" });
  });
});
