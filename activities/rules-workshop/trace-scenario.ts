import type { TraceParams } from "../../contracts/api/workshop-scenarios.js";
import type { Explanation } from "../../contracts/explanation.js";
import { explain } from "../../rules/explain/explain.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { assessAndSeal } from "../sealed-receipt.js";
import { withDraft } from "./draft-packs.js";
import { suitesFor } from "./run-tests.js";
import { surroundings } from "./standing.js";
import { done, refused, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** How a draft computes one scenario: every line with the rows it rests on, and every reason for a person. */
export const traceScenario = (
  deps: WorkshopDeps,
  { id, suite, scenario: scenarioId }: TraceParams,
): Promise<Done<Explanation>> =>
  deps.store.read(async (tx) => {
    const change = await findRuleChange(tx, id);
    if (change === undefined) return refused("not-found");
    const { packs: inForce } = await surroundings(tx, deps);
    const packs = withDraft(inForce, change.content);
    const suites = await suitesFor(tx, deps, packs);
    const scenario = suites[suite].find((each) => each.id === scenarioId);
    if (scenario === undefined) return refused("scenario-unknown");
    const { receipt } = assessAndSeal(scenario.case, { rulebook: deps.rulebook, packs });
    return done(explain(scenario.case, { receipt, packs }));
  });
