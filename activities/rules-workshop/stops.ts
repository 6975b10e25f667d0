import { append } from "../../audit/append.js";
import { ruleStoppers } from "../../contracts/api/workshop.js";
import { provisions } from "../../rules/index.js";
import { listRuleStops, reviewRuleStop, stopRule } from "../../store/rule-stops.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/**
 * Stops a rule at once, by one person. A stop can do one thing only: what the rule touches goes to a person. It never
 * gives, never takes and never changes a figure.
 */
export const stopProvision = (
  deps: WorkshopDeps,
  { asking, provision, reason }: { readonly asking: Asking; readonly provision: string; readonly reason: string },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    if (!provisions.some(({ id }) => id === provision)) return refused("provision-unknown");
    const stop = await stopRule(tx, { provision, reason, by: asking.id, on: await deps.today(tx) });
    if (stop === undefined) return refused("already-stopped");
    await append(tx, {
      action: "rule.stopped",
      actor: actorFor(asking, ruleStoppers),
      details: { stop: stop.id, provision },
      content: { reason },
    });
    return done(stop.id);
  });

/** Writes down what somebody else came to: the rule is used again, or stays stopped until it is changed. */
export const reviewStop = (
  deps: WorkshopDeps,
  {
    asking,
    id,
    review,
    lifted,
  }: { readonly asking: Asking; readonly id: string; readonly review: string; readonly lifted: boolean },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const standing = (await listRuleStops(tx)).find((stop) => stop.id === id);
    if (standing === undefined) return refused("not-found");
    if (standing.stoppedBy === asking.id) return refused("own-stop");
    const stop = await reviewRuleStop(tx, { id, review, lifted, by: asking.id });
    if (stop === undefined) return refused("stop-not-standing");
    await append(tx, {
      action: "rule.stop-reviewed",
      actor: actorFor(asking, ruleStoppers),
      details: { stop: id, provision: stop.provision, lifted },
      content: { review },
    });
    return done(id);
  });
