import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEvents } from "../../audit/events.js";
import { localDate, month } from "../../contracts/dates.js";
import { sha256Hex } from "../../platform/canonical.js";
import { caseOf, paid, renewal, standing } from "../../rules/examples/cases.js";
import { randomFrom } from "../../rules/examples/seeded-random.js";
import { samplePacks } from "../../rules/index.js";
import { receiveApplication } from "../../store/applications.js";
import { saveAssessment } from "../../store/assessments.js";
import { changeCase } from "../../store/cases.js";
import { anApplication } from "../../store/test-support/an-application.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { logged, someone } from "../decide/test-support/asked.js";
import { privacyProblems } from "../pack-exchange/scenario-privacy.js";
import { packsInForce } from "../packs-in-force.js";
import { assessAndSeal } from "../sealed-receipt.js";
import { createWorkshop } from "./create-workshop.js";
import { perturbCase } from "./perturb-case.js";
import { shippedSuites } from "./shipped-suites.js";
import type { Asking } from "./workshop-deps.js";

/** A family with ids and words as they come from a source. */
const real = caseOf(
  renewal({
    household: {
      sizeInHome: 2,
      sharesHome: false,
      members: [
        { id: "vuxen-7714", role: "applicant", birthDate: "1987-03-23" },
        { id: "barn-9921", role: "child", birthDate: "2015-09-08", days: 30 },
      ],
    },
    planning: [{ memberId: "vuxen-7714", kind: "job-seeking", from: "2025-07-01", to: "2025-12-31", followed: true }],
    costs: [{ ...standing("rent", 6_413), id: "hyra-4411" }],
    incomes: [
      paid("activity-support", 5_237, {
        id: "FK-20251024-881",
        memberId: "vuxen-7714",
        printedAs: "Aktivitetsstöd till Vera",
        lastCountedOre: 523_700,
      }),
    ],
    previous: {
      month: "2025-10",
      lines: [{ kind: "income", type: "activity-support", memberId: "vuxen-7714", amountOre: 523_700 }],
      balanceOre: -100_013,
    },
  }),
);

test("a perturbed case keeps nothing that it was known by, and the same seed gives the same case", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const moved = perturbCase(real, randomFrom(seed));
    expect(moved).toEqual(perturbCase(real, randomFrom(seed)));
    const text = JSON.stringify(moved);
    for (const trace of [
      "7714",
      "9921",
      "4411",
      "881",
      "Vera",
      "1987-03-23",
      "2015-09-08",
      "523700",
      "641300",
      "100013",
    ])
      expect(text).not.toContain(trace);
    // What happened on a day within a month did not happen on that day; a period still begins and ends with its months.
    const daysOf = ({ today, appliedOn, incomes: [income] }: typeof real) => [today, appliedOn, income?.paidOn];
    if (moved !== undefined) {
      for (const [at, day] of daysOf(moved).entries()) expect(day).not.toBe(daysOf(real)[at]);
      expect(moved.appliedOn <= moved.today).toBe(real.appliedOn <= real.today);
      expect(moved.incomes[0]).toMatchObject({ from: "2025-10-01", to: "2025-10-31" });
    }
    const scenario = {
      id: "ett-exempel",
      title: "Ett exempel",
      origin: "perturbed",
      expected: { grantOre: 0 },
    } as const;
    if (moved !== undefined) expect(privacyProblems({ ...scenario, case: moved })).toEqual([]);
  }
});

test.each([1, 49, 50, 450, 500, 5_000])("an amount of %i kronor never stays what it was", (kronor) => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const moved = perturbCase(
      { ...real, costs: real.costs.map((cost) => ({ ...cost, appliedOre: kronor * 100 })) },
      randomFrom(seed),
    );
    if (moved === undefined) continue;
    const [cost] = moved.costs;
    expect(cost?.appliedOre).not.toBe(kronor * 100);
    expect((cost?.appliedOre ?? 0) > 0 && (cost?.appliedOre ?? 1) % 5_000 === 0).toBe(true);
  }
});

describe("a scenario made from a stored case", () => {
  let town: TestStore;
  let maker: Asking;
  let other: Asking;
  let workshop: ReturnType<typeof createWorkshop>;
  const inForce = packsInForce(samplePacks);
  const numbers = new Map<string, string>();

  const keep = (reference: string, input: typeof real): Promise<void> =>
    logged(town, async (tx) => {
      const application = anApplication({ reference, month: "2025-11" });
      const { caseId } = await receiveApplication(tx, { application, municipality: reference });
      const { receipt, bytes } = assessAndSeal(input, {
        rulebook: { version: "test", hash: sha256Hex("test") },
        packs: await inForce(tx),
      });
      const { outcome, reasons, grantOre: amountOre } = receipt;
      await saveAssessment(tx, {
        caseId,
        input,
        receiptBytes: bytes,
        outcome,
        reasons,
        amountOre,
        rulebookVersion: "test",
      });
      await changeCase(tx, caseId, { state: outcome });
      const number = `2025-${String(500 + numbers.size)}`;
      await tx.db.updateTable("cases").set({ number }).where("id", "=", caseId).execute();
      numbers.set(reference, number);
    });
  const from = (reference: string, id = "verkligt-1") =>
    workshop.scenarioFromCase(maker, {
      reference: numbers.get(reference) ?? reference,
      id,
      title: "En vuxen och ett barn",
    });

  beforeAll(async () => {
    town = await openTestStore();
    maker = { id: await someone(town, "administrator-1", ["administrator"]), roles: ["administrator"] };
    other = { id: await someone(town, "administrator-2", ["administrator"]), roles: ["administrator"] };
    workshop = createWorkshop({
      store: town.store,
      rulebook: { version: "test", hash: sha256Hex("test") },
      shipped: samplePacks,
      packsInForce: inForce,
      today: () => Promise.resolve(localDate("2025-10-27")),
      month: month("2025-11"),
      isInvented: true,
      suites: () => ({ national: shippedSuites(samplePacks).national, local: [] }),
      reassess: () => Promise.resolve(true),
    });
    await keep("family", real);
    await keep("by-hand", {
      ...real,
      manualNorm: { personalOre: 391_000, commonOre: 127_000, citation: "SFS 2025:468 12 kap. 2 §" },
    });
    // Up by a quarter since last month: to whole fifties both are the same.
    await keep("small", {
      ...real,
      incomes: real.incomes.map((income) => ({ ...income, netOre: 3_000, lastCountedOre: 2_400 })),
      previous: { month: month("2025-10"), lines: [{ kind: "income", type: "activity-support", amountOre: 2_400 }] },
    });
    await keep("hidden", caseOf(renewal({ flags: { ...real.flags, protectedIdentity: true } })));
  });
  afterAll(() => town.stop());

  test("waits for somebody else, whom the maker cannot be, and then is run", async () => {
    expect(await from("family")).toMatchObject({ ok: true });
    const row = async (asking: Asking) =>
      (await workshop.scenarios(asking)).scenarios.find(({ scenario }) => scenario.id === "verkligt-1");
    const made = await row(maker);
    expect(made).toMatchObject({ awaitsCheck: true, mayCheck: false, scenario: { origin: "perturbed" } });
    expect(await workshop.checkScenario(maker, made?.id ?? "")).toMatchObject({ refusal: "own-scenario" });
    expect(await row(other)).toMatchObject({ mayCheck: true });
    expect(await workshop.checkScenario(other, made?.id ?? "")).toMatchObject({ ok: true });
    expect(await row(maker)).toMatchObject({ awaitsCheck: false });
  });

  test("nothing in the log or the scenario says which case it was", async () => {
    const events = await town.store.read((tx) => listEvents(tx));
    const about = events.filter(({ action }) => action.startsWith("rule-scenario."));
    expect(about.map(({ action }) => action)).toEqual(["rule-scenario.saved", "rule-scenario.checked"]);
    expect(about.filter(({ caseId }) => caseId !== undefined)).toEqual([]);
    expect(JSON.stringify(about)).not.toContain(numbers.get("family"));
  });

  test("a protected household, and a case that is not there, are told apart by nothing", async () => {
    expect(await from("hidden", "verkligt-3")).toEqual(await from("2025-9999", "verkligt-3"));
    expect(await from("hidden")).toMatchObject({ refusal: "scenario-case-unknown" });
  });

  test("a case whose figures cannot be changed without something else being tried is refused", async () => {
    expect(await from("by-hand", "verkligt-2")).toMatchObject({ refusal: "scenario-not-perturbable" });
    expect((await workshop.scenarios(maker)).scenarios.some(({ scenario }) => scenario.id === "verkligt-2")).toBe(
      false,
    );
  });

  test("a case that would go another way through the rules is refused, with what would differ", async () => {
    const came = await from("small", "verkligt-4");
    expect(came).toMatchObject({ refusal: "scenario-path-differs", problems: [{ code: "income-stable" }] });
  });
});
