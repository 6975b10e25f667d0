import type { TestsView } from "../../contracts/api/workshop.js";
import type { Sha256 } from "../../contracts/ids.js";
import type { Packs } from "../../contracts/rule-pack.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { awaitsCheckOf, listRuleScenarios } from "../../store/rule-scenarios.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { differingParts, runScenario } from "../pack-exchange/run-scenario.js";
import type { Suites, WorkshopDeps } from "./workshop-deps.js";

/** What a run of the scenarios came to, as it is kept. */
export type TestRun = Pick<TestsView, "ok" | "total" | "passed" | "failures" | "hash"> & {
  /** Of the scenarios that were run. */
  readonly suites: Sha256;
};

/**
 * What a draft is tried on: what ships with the program, and what the municipality has added, which takes the place of
 * a shipped local one of the same id. One that waits for its second person is not run.
 */
export const readSuites = async (
  tx: StoreTransaction,
  deps: Pick<WorkshopDeps, "suites">,
): Promise<(packs: Packs) => Suites> => {
  const added = (await listRuleScenarios(tx)).filter((one) => !awaitsCheckOf(one));
  return (packs) => {
    const { national, local } = deps.suites(packs);
    const byId = new Map([...local, ...added.map(({ scenario }) => scenario)].map((each) => [each.id, each]));
    return { national, local: [...byId.values()] };
  };
};

/** The same for some packs, read where nothing else is. */
export const suitesFor = async (tx: StoreTransaction, deps: WorkshopDeps, packs: Packs): Promise<Suites> =>
  (await readSuites(tx, deps))(packs);

/** SHA-256 of everything that a draft is tried on. */
export const suitesHash = (suites: Suites): Sha256 => sha256Hex(canonicalJson(suites));

/** Runs every scenario with some packs. The hash covers the scenarios too: another suite is another run. */
export const runTests = (suites: Suites, packs: Packs): TestRun => {
  const run = (suite: "national" | "local", scenarios: readonly Scenario[]) =>
    scenarios.flatMap(({ id, title, case: value, expected }) => {
      const computed = runScenario(value, packs);
      return differingParts(expected, computed).length === 0 ? [] : [{ id, title, suite, expected, computed }];
    });
  const failures = [...run("national", suites.national), ...run("local", suites.local)];
  const total = suites.national.length + suites.local.length;
  return {
    ok: failures.length === 0,
    total,
    passed: total - failures.length,
    failures,
    suites: suitesHash(suites),
    hash: sha256Hex(canonicalJson({ suites, failures })),
  };
};
