import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { ScenariosView } from "../../contracts/api/workshop-scenarios.js";
import { swedishDateAt } from "../../contracts/dates.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import {
  addRuleScenario,
  checkRuleScenario,
  listRuleScenarios,
  removeRuleScenario,
} from "../../store/rule-scenarios.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { privacyProblems, privacyProblemTexts } from "../pack-exchange/scenario-privacy.js";
import { readNames } from "./names.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** The suites that every draft is tried on. */
export const scenariosView = async (
  tx: StoreTransaction,
  deps: WorkshopDeps,
  asking: Asking,
): Promise<ScenariosView> => {
  const names = await readNames(tx);
  const { national, local } = deps.suites(await deps.packsInForce(tx));
  const added = await listRuleScenarios(tx);
  const isReplaced = ({ id }: Scenario): boolean => added.some(({ scenarioId }) => scenarioId === id);
  const shipped = (suite: "national" | "local", scenarios: readonly Scenario[]): ScenariosView["scenarios"] =>
    scenarios.map((scenario) => ({ suite, scenario, id: null, addedBy: null, awaitsCheck: false, mayCheck: false }));
  return {
    scenarios: [
      ...shipped("national", national),
      ...shipped(
        "local",
        local.filter((each) => !isReplaced(each)),
      ),
      ...added.map(({ id, scenario, addedBy, needsCheck, checkedAt }) => {
        const awaitsCheck = needsCheck && checkedAt === null;
        const mayCheck = awaitsCheck && addedBy !== asking.id;
        return { suite: "local" as const, scenario, id, addedBy: names(addedBy).name, awaitsCheck, mayCheck };
      }),
    ],
  };
};

/**
 * Saves a scenario in the local suite. One that could point at a real household is refused; one made from a real case is
 * not run until somebody else has looked at it.
 */
export const saveScenario = (
  deps: WorkshopDeps,
  { asking, scenario }: { readonly asking: Asking; readonly scenario: Scenario },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const problems = privacyProblems(scenario);
    if (problems.length > 0)
      return refused(
        "scenario-points-at-person",
        problems.map(({ code, path }) => ({ code, message: `${path}: ${privacyProblemTexts[code]}` })),
      );
    const needsCheck = scenario.origin === "perturbed";
    const saved = await addRuleScenario(tx, { scenario, by: asking.id, needsCheck });
    await append(tx, {
      action: "rule-scenario.saved",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: saved.id, needsCheck, on: swedishDateAt(tx.at) },
    });
    return done(saved.id);
  });

/** The second person's check of a scenario made from a real case. */
export const checkScenario = (
  deps: WorkshopDeps,
  { asking, id }: { readonly asking: Asking; readonly id: string },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const found = (await listRuleScenarios(tx)).find((one) => one.id === id);
    if (found === undefined) return refused("scenario-unknown");
    if (found.addedBy === asking.id) return refused("own-scenario");
    const { check } = found.scenario;
    // The check that the scenario names, from now on with the day it was made.
    const scenario =
      check === undefined ? found.scenario : { ...found.scenario, check: { ...check, on: swedishDateAt(tx.at) } };
    const checked = await checkRuleScenario(tx, { id, by: asking.id, scenario });
    if (checked === undefined) return refused("scenario-unknown");
    await append(tx, {
      action: "rule-scenario.checked",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: id, ...(check !== undefined && { check: check.reference }) },
    });
    return done(id);
  });

/** Takes a local scenario out of the suite. */
export const removeScenario = (
  deps: WorkshopDeps,
  { asking, id }: { readonly asking: Asking; readonly id: string },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const removed = await removeRuleScenario(tx, { id, by: asking.id });
    if (removed === undefined) return refused("scenario-unknown");
    await append(tx, {
      action: "rule-scenario.removed",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: id },
    });
    return done(id);
  });
