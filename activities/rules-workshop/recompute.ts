import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { RecomputeStage } from "../../contracts/rule-change.js";
import { findAssessment } from "../../store/assessments.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { addRecompute, listRecomputes } from "../../store/rule-recomputes.js";
import { findAffected, nextStage, type Outdated } from "./affected.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** How many cases a stage reassesses at most. */
const most: Readonly<Record<RecomputeStage, number>> = { one: 1, few: 10, all: Infinity };

/**
 * Reassesses undecided cases in one stage, each through its own process, and stops at the first that does not come out
 * as the rules in force say of the facts it had. What is already reassessed stays: it was done by the rules in force.
 */
export const recompute = async (
  deps: WorkshopDeps,
  { asking, id, stage }: { readonly asking: Asking; readonly id: string; readonly stage: RecomputeStage },
): Promise<Done<string>> => {
  const { change, runs } = await deps.store.read(async (tx) => ({
    change: await findRuleChange(tx, id),
    runs: await listRecomputes(tx, id),
  }));
  if (change === undefined) return refused("not-found");
  if (change.state !== "published") return refused("not-published");
  const { undecided } = await findAffected(deps, change.packId);
  const next = nextStage(runs, undecided.length);
  if (next === null) return refused("nothing-to-recompute");
  // A stage may be run again before the next one; none is skipped.
  const order: readonly RecomputeStage[] = ["one", "few", "all"];
  if (order.indexOf(stage) > order.indexOf(next)) return refused("stage-out-of-order");
  let reassessed = 0;
  let stoppedBecause: string | null = null;
  for (const outdated of undecided.slice(0, most[stage])) {
    stoppedBecause = await reassessOne(deps, outdated);
    if (stoppedBecause !== null) break;
    reassessed += 1;
  }
  return deps.store.transaction(async (tx) => {
    const run = await addRecompute(tx, { changeId: id, stage, reassessed, stoppedBecause, madeBy: asking.id });
    await append(tx, {
      action: "rule.recomputed",
      actor: actorFor(asking, workshopWriters),
      details: { change: id, stage, reassessed, state: run.state },
    });
    return done(id);
  });
};

/** Why the stage stops at this case; null where it came out as it should. */
const reassessOne = async (deps: WorkshopDeps, { stored: { row, receipt }, now }: Outdated): Promise<string | null> => {
  const named = `Ärende ${row.protected ? "med skyddade uppgifter" : row.number}`;
  if (!(await deps.reassess(row.id))) return `${named} kunde inte bedömas om där det står.`;
  const after = await deps.store.read((tx) => findAssessment(tx, row.id));
  if (after === undefined) return `${named} har ingen bedömning.`;
  const isAsExpected = after.receipt.outcome === now.outcome && after.receipt.grantOre === now.grantOre;
  if (isAsExpected) return null;
  return after.receipt.inputHash === receipt.inputHash
    ? `${named} blev inte som regelverket säger om samma uppgifter.`
    : `${named} har också fått andra uppgifter. Se på det innan fler bedöms om.`;
};
