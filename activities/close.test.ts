import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { listEvents, openContent } from "../audit/events.js";
import type { Role } from "../contracts/codes/roles.js";
import { localDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Packs } from "../contracts/rule-pack.js";
import { samplePacks } from "../rules/index.js";
import { getCase } from "../store/cases.js";
import { addClosing, findClosing, getClosing, type NewClosing } from "../store/closings.js";
import { grantRole, registerStaff } from "../store/staff.js";
import { receiveAndAssess } from "../store/test-support/assessed-case.js";
import { anyEvent, openTestStore, type TestStore } from "../store/test-support/test-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { createClosingActivities } from "./close.js";
import { alwaysInForce } from "./packs-in-force.js";

const today = localDate("2025-10-27");
const elsewhere = {
  kind: "decided-elsewhere",
  on: localDate("2025-10-24"),
  reference: "GR 2025/1182-3",
  triedThere: true,
} as const;

/** The sample municipality without the item that lets somebody write a case off. */
const withoutItem = (): Packs => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("The sample municipality has an overlay.");
  const delegation = municipal.delegation.filter(({ outcomes }) => !outcomes.includes("written-off"));
  return { ...samplePacks, municipal: { ...municipal, delegation } };
};

describe("writing a case off", () => {
  let test: TestStore;
  let year = 2029;
  let people = 0;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.stop());

  const logged = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    test.store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });
  const someone = (role?: Role): Promise<string> =>
    logged(async (tx) => {
      people += 1;
      const subject = `person-${String(people)}`;
      const { id } = await registerStaff(tx, { subject, displayName: subject, unit: "Enhet 1" });
      if (role !== undefined) await grantRole(tx, id, role);
      return id;
    });
  const aCase = (): Promise<CaseId> => {
    year += 1;
    return logged((tx) => receiveAndAssess(tx, `${String(year)}-11`));
  };
  const wish = async (caseId: CaseId, by: string, differs: Partial<Pick<NewClosing, "conflictDeclared">> = {}) =>
    logged((tx) =>
      addClosing(tx, {
        ...elsewhere,
        caseId,
        explanation: "Grannkommunen beviljade bistånd.",
        conflictDeclared: true,
        by,
        ...differs,
      }),
    );
  const activities = (differs: object = {}) =>
    createClosingActivities({
      store: test.store,
      packsInForce: alwaysInForce(samplePacks),
      today: () => Promise.resolve(today),
      hasLetterTexts: () => true,
      ...differs,
    });
  const events = (caseId: CaseId) => test.store.read((tx) => listEvents(tx, { caseId, action: "case.ended" }));

  it("keeps who decided it, under which item of the delegation order and on what, in the store and in the log", async () => {
    const caseId = await aCase();
    const by = await someone("caseworker");
    const closingId = await wish(caseId, by);
    expect(await activities().endCase({ caseId, closingId })).toEqual({ result: "ended" });
    expect(await test.store.read((tx) => findClosing(tx, caseId))).toMatchObject({
      endedBy: by,
      delegationItem: "3.5",
      endedOn: today,
      happenedOn: elsewhere.on,
      reference: elsewhere.reference,
      triedThere: true,
      conflictDeclared: true,
    });
    const [event, ...more] = await events(caseId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ actor: { kind: "staff", id: by }, details: { delegationItem: "3.5" } });
    expect(JSON.stringify(event)).not.toContain("1182");
    expect(event && (await test.store.read((tx) => openContent(tx, event)))).toMatchObject({
      on: elsewhere.on,
      reference: elsewhere.reference,
    });
  });

  it("is within a head of unit's mandate too: only they may see a protected case", async () => {
    const caseId = await aCase();
    const closingId = await wish(caseId, await someone("team-lead"));
    expect(await activities().endCase({ caseId, closingId })).toEqual({ result: "ended" });
  });

  const refusals = [
    ["without a declaration of no conflict of interest", "conflict-of-interest", { conflictDeclared: false }],
    ["without a role", "role-missing", { role: undefined }],
    ["in a role that the delegation order does not name", "mandate-missing", { role: "administrator" }],
    [
      "where the delegation order has no such item",
      "mandate-missing",
      { deps: { packsInForce: alwaysInForce(withoutItem()) } },
    ],
    ["where no letter can be written of it", "letter-missing", { deps: { hasLetterTexts: () => false } }],
    ["where identity is protected, by one who may not see it", "role-missing", { isProtected: true }],
  ] as const satisfies readonly (readonly [string, string, object])[];
  it.each(refusals)("is refused %s: %s", async (_name, code, differs: Differs) => {
    const { conflictDeclared = true, deps = {}, isProtected = false } = differs;
    const role = "role" in differs ? differs.role : "caseworker";
    const caseId = await aCase();
    if (isProtected)
      await logged((tx) => tx.db.updateTable("cases").set({ protected: true }).where("id", "=", caseId).execute());
    const closingId = await wish(caseId, await someone(role), { conflictDeclared });
    const before = await test.store.read((tx) => getCase(tx, caseId));
    expect(await activities(deps).endCase({ caseId, closingId })).toEqual({ result: "refused", code });
    expect(await test.store.read((tx) => getCase(tx, caseId))).toEqual(before);
    expect(await test.store.read((tx) => getClosing(tx, closingId))).toMatchObject({
      recordedAt: null,
      delegationItem: null,
    });
    expect(await events(caseId)).toEqual([]);
  });
});

type Differs = {
  readonly conflictDeclared?: boolean;
  readonly role?: Role | undefined;
  readonly deps?: object;
  readonly isProtected?: boolean;
};
