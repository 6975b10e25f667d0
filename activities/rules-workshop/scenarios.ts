import { randomUUID } from "node:crypto";
import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { ScenariosView } from "../../contracts/api/workshop-scenarios.js";
import { swedishDateAt } from "../../contracts/dates.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import {
  addRuleScenario,
  askRuleScenarioRemoval,
  awaitsCheckOf,
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
  const isReplaced = ({ id }: Scenario): boolean => added.some((one) => one.scenarioId === id && !awaitsCheckOf(one));
  const ofProgram = { id: null, addedBy: null, awaitsCheck: false, mayCheck: false, removal: null };
  const shipped = (suite: "national" | "local", scenarios: readonly Scenario[]): ScenariosView["scenarios"] =>
    scenarios.map((scenario) => ({ suite, scenario, ...ofProgram }));
  return {
    scenarios: [
      ...shipped("national", national),
      ...shipped(
        "local",
        local.filter((each) => !isReplaced(each)),
      ),
      ...added.map((one) => {
        const { id, scenario, addedBy, removalAskedBy } = one;
        const awaitsCheck = awaitsCheckOf(one);
        return {
          suite: "local" as const,
          scenario,
          id,
          addedBy: names(addedBy).name,
          awaitsCheck,
          mayCheck: awaitsCheck && addedBy !== asking.id,
          removal:
            removalAskedBy === null
              ? null
              : { askedBy: names(removalAskedBy).name, mayConfirm: removalAskedBy !== asking.id },
        };
      }),
    ],
  };
};

/** What the id stands for already: another's scenario is replaced by two people, and a real household stays one. */
const predecessorsOf = async (
  tx: StoreTransaction,
  deps: WorkshopDeps,
  { id }: Scenario,
): Promise<{ readonly exists: boolean; readonly isPerturbed: boolean }> => {
  const { local } = deps.suites(await deps.packsInForce(tx));
  const before = [
    ...local.filter((one) => one.id === id),
    ...(await listRuleScenarios(tx)).flatMap(({ scenario }) => (scenario.id === id ? [scenario] : [])),
  ];
  return { exists: before.length > 0, isPerturbed: before.some(({ origin }) => origin === "perturbed") };
};

/** As somebody wrote it, without a check that nobody has made, and of a real household where it was before. */
const asWritten = (written: Scenario, isPerturbed: boolean): Scenario => {
  const scenario = { ...written };
  delete scenario.check;
  if (!isPerturbed) return scenario;
  delete scenario.source;
  return { ...scenario, origin: "perturbed" };
};

/**
 * Saves a scenario in the local suite. One that could point at a real household is refused. One made from a real case,
 * or that is to take another's place, is not run until somebody else has looked at it: the suite is what every draft is
 * judged by, and not its author's alone to change.
 */
export const saveScenario = (
  deps: WorkshopDeps,
  { asking, scenario: written }: { readonly asking: Asking; readonly scenario: Scenario },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const { exists, isPerturbed } = await predecessorsOf(tx, deps, written);
    const scenario = asWritten(written, isPerturbed);
    const problems = privacyProblems(scenario);
    if (problems.length > 0)
      return refused(
        "scenario-points-at-person",
        problems.map(({ code, path }) => ({ code, message: `${path}: ${privacyProblemTexts[code]}` })),
      );
    const needsCheck = exists || scenario.origin === "perturbed";
    const saved = await addRuleScenario(tx, { scenario, by: asking.id, needsCheck });
    await append(tx, {
      action: "rule-scenario.saved",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: saved.id, needsCheck, on: swedishDateAt(tx.at) },
    });
    return done(saved.id);
  });

/** The second person's check of a scenario made from a real case, or to take another's place. */
export const checkScenario = (
  deps: WorkshopDeps,
  { asking, id }: { readonly asking: Asking; readonly id: string },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const found = (await listRuleScenarios(tx)).find((one) => one.id === id);
    if (found === undefined) return refused("scenario-unknown");
    if (found.addedBy === asking.id) return refused("own-scenario");
    const check =
      found.scenario.origin === "perturbed" ? { reference: randomUUID(), on: swedishDateAt(tx.at) } : undefined;
    const scenario = { ...found.scenario, ...(check !== undefined && { check }) };
    const checked = await checkRuleScenario(tx, { id, by: asking.id, scenario });
    if (checked === undefined) return refused("scenario-unknown");
    await append(tx, {
      action: "rule-scenario.checked",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: id, ...(check !== undefined && { check: check.reference }) },
    });
    return done(id);
  });

/**
 * Takes a local scenario out of the suite: asked for by one, made by another. What only waits to be looked at was never
 * run, and goes at once.
 */
export const removeScenario = (
  deps: WorkshopDeps,
  { asking, id }: { readonly asking: Asking; readonly id: string },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const found = (await listRuleScenarios(tx)).find((one) => one.id === id);
    if (found === undefined) return refused("scenario-unknown");
    const isAsked = found.removalAskedBy !== null;
    if (isAsked && found.removalAskedBy === asking.id) return refused("own-scenario");
    const isMade = isAsked || awaitsCheckOf(found);
    const act = isMade ? removeRuleScenario : askRuleScenarioRemoval;
    if ((await act(tx, { id, by: asking.id })) === undefined) return refused("scenario-unknown");
    await append(tx, {
      action: isMade ? "rule-scenario.removed" : "rule-scenario.removal-asked",
      actor: actorFor(asking, workshopWriters),
      details: { scenario: id },
    });
    return done(id);
  });
