import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listEvents } from "../../audit/events.js";
import { localDate, month } from "../../contracts/dates.js";
import { draftScenarioSchema, scenarioSchema, type Scenario } from "../../contracts/rule-scenario.js";
import { sha256Hex } from "../../platform/canonical.js";
import { caseOf, renewal } from "../../rules/examples/cases.js";
import { samplePacks } from "../../rules/index.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { someone } from "../decide/test-support/asked.js";
import { packsInForce } from "../packs-in-force.js";
import { createWorkshop } from "./create-workshop.js";
import { suitesFor } from "./run-tests.js";
import { shippedSuites } from "./shipped-suites.js";
import type { Asking, WorkshopDeps } from "./workshop-deps.js";

const value = shippedSuites(samplePacks).national[0]?.case ?? caseOf(renewal());
const scenario = (id: string, grantOre: number, rest: Partial<Scenario> = {}): Scenario =>
  draftScenarioSchema.parse({
    id,
    title: "En vuxen utan inkomst",
    origin: "invented",
    case: value,
    expected: { grantOre },
    ...rest,
  });
const shipped = scenario("medfoljer", 1);

let town: TestStore;
let deps: WorkshopDeps;
let workshop: ReturnType<typeof createWorkshop>;
let leila: Asking;
let erik: Asking;
let made = 0;
let id = "";
beforeAll(async () => {
  town = await openTestStore();
  leila = { id: await someone(town, "administrator-1", ["administrator"]), roles: ["administrator"] };
  erik = { id: await someone(town, "administrator-2", ["administrator"]), roles: ["administrator"] };
  deps = {
    store: town.store,
    rulebook: { version: "test", hash: sha256Hex("test") },
    shipped: samplePacks,
    packsInForce: packsInForce(samplePacks),
    today: () => Promise.resolve(localDate("2025-10-27")),
    month: month("2025-11"),
    isInvented: true,
    suites: () => ({ national: shippedSuites(samplePacks).national, local: [shipped] }),
    reassess: () => Promise.resolve(true),
  };
  workshop = createWorkshop(deps);
});
afterAll(() => town.stop());
beforeEach(() => {
  made += 1;
  id = `eget-${String(made)}`;
});

/** What a draft is tried on now, of one id. */
const runs = async (of: string): Promise<readonly Scenario["expected"][]> => {
  const { local } = await town.store.read((tx) => suitesFor(tx, deps, samplePacks));
  return local.filter((one) => one.id === of).map(({ expected }) => expected);
};
const rowsOf = async (of: string, asking: Asking) =>
  (await workshop.scenarios(asking)).scenarios.filter((row) => row.scenario.id === of);
const waiting = async (of: string): Promise<string> =>
  (await rowsOf(of, leila)).find(({ awaitsCheck }) => awaitsCheck)?.id ?? "";

test("a new invented scenario is run at once", async () => {
  expect(await workshop.saveScenario(leila, scenario(id, 1))).toMatchObject({ ok: true });
  expect(await runs(id)).toEqual([{ grantOre: 1 }]);
});

test.each([
  ["one's own", () => workshop.saveScenario(leila, scenario(id, 1))],
  ["a colleague's", () => workshop.saveScenario(erik, scenario(id, 1))],
])(
  "%s scenario goes on being run until another person has looked at what is to take its place",
  async (_whose, add) => {
    await add();
    await workshop.saveScenario(leila, scenario(id, 2));
    expect(await runs(id)).toEqual([{ grantOre: 1 }]);
    expect(await rowsOf(id, erik)).toMatchObject([
      { awaitsCheck: false, scenario: { expected: { grantOre: 1 } } },
      { awaitsCheck: true, mayCheck: true, scenario: { expected: { grantOre: 2 } } },
    ]);
    expect(await workshop.checkScenario(leila, await waiting(id))).toMatchObject({ refusal: "own-scenario" });
    expect(await workshop.checkScenario(erik, await waiting(id))).toMatchObject({ ok: true });
    expect(await runs(id)).toEqual([{ grantOre: 2 }]);
    expect(await rowsOf(id, erik)).toHaveLength(1);
  },
);

test("what ships with the program is replaced by two people, and shown until then", async () => {
  await workshop.saveScenario(leila, scenario(shipped.id, 2));
  expect(await runs(shipped.id)).toEqual([{ grantOre: 1 }]);
  expect(await rowsOf(shipped.id, leila)).toMatchObject([{ id: null }, { awaitsCheck: true }]);
  await workshop.checkScenario(erik, await waiting(shipped.id));
  expect(await runs(shipped.id)).toEqual([{ grantOre: 2 }]);
});

test("a scenario is taken away by another than the one who asks for it, and is run until then", async () => {
  await workshop.saveScenario(leila, scenario(id, 1));
  const [row] = await rowsOf(id, leila);
  const rowId = row?.id ?? "";
  expect(await workshop.removeScenario(leila, rowId)).toMatchObject({ ok: true });
  expect(await runs(id)).toEqual([{ grantOre: 1 }]);
  expect(await rowsOf(id, erik)).toMatchObject([{ removal: { mayConfirm: true } }]);
  expect(await workshop.removeScenario(leila, rowId)).toMatchObject({ refusal: "own-scenario" });
  expect(await workshop.removeScenario(erik, rowId)).toMatchObject({ ok: true });
  expect(await runs(id)).toEqual([]);
  const actions = (await town.store.read((tx) => listEvents(tx))).map(({ action }) => action);
  expect(actions.slice(-2)).toEqual(["rule-scenario.removal-asked", "rule-scenario.removed"]);
});

test("what only waits is withdrawn at once, and nothing that is run goes with it", async () => {
  await workshop.saveScenario(leila, scenario(id, 1));
  await workshop.saveScenario(leila, scenario(id, 2));
  expect(await workshop.removeScenario(leila, await waiting(id))).toMatchObject({ ok: true });
  expect(await runs(id)).toEqual([{ grantOre: 1 }]);
});

test("a real case stays one, whatever its maker says it is, and has no check that nobody has made", async () => {
  const perturbed = scenario(id, 1, { origin: "perturbed", case: { ...value, costs: [], incomes: [] } });
  const unmade = { reference: "3f0c1a52-6d0e-4f55-9d0c-0d7c3b1a9e11", on: localDate("2025-10-20") };
  await workshop.saveScenario(leila, { ...perturbed, check: unmade });
  await workshop.saveScenario(leila, { ...perturbed, origin: "invented" });
  const [row, ...others] = await rowsOf(id, leila);
  expect([row?.scenario.origin, row?.awaitsCheck, row?.scenario.check, others]).toEqual([
    "perturbed",
    true,
    undefined,
    [],
  ]);
  expect(await runs(id)).toEqual([]);
  await workshop.checkScenario(erik, row?.id ?? "");
  const { local } = await town.store.read((tx) => suitesFor(tx, deps, samplePacks));
  const checked = local.find((one) => one.id === id);
  expect(scenarioSchema.parse(checked).check?.reference).not.toBe(unmade.reference);
});
