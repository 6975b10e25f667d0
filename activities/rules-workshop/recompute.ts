import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { RecomputeStage } from "../../contracts/rule-change.js";
import { findAssessment } from "../../store/assessments.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { beginRecompute, listRecomputes, writeRecompute, type RuleRecompute } from "../../store/rule-recomputes.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { findOutdated, type Outdated } from "./affected.js";
import { isBrokenOff, isUnderWay, nextStage } from "./recompute-stage.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** How many cases a stage reassesses at most. */
const most: Readonly<Record<RecomputeStage, number>> = { one: 1, few: 10, all: Infinity };

const order: readonly RecomputeStage[] = ["one", "few", "all"];

type Asked = { readonly asking: Asking; readonly id: string; readonly stage: RecomputeStage };

/** What a stage has come to: its row as it now is. */
type Came = Pick<RuleRecompute, "id" | "state" | "reassessed" | "stoppedBecause">;

/**
 * Reassesses undecided cases in one stage, each through its own process, and stops at the first that does not come out
 * as the rules in force say of the facts it had. What is already reassessed stays: it was done by the rules in force.
 * The stage is written down before its first case and after each one, so that one that breaks off is seen and is not
 * run beside another.
 */
export const recompute = async (deps: WorkshopDeps, asked: Asked): Promise<Done<string>> => {
  const { change, before } = await deps.store.read(async (tx) => ({
    change: await findRuleChange(tx, asked.id),
    before: (await listRecomputes(tx, asked.id)).length,
  }));
  if (change === undefined) return refused("not-found");
  if (change.state !== "published") return refused("not-published");
  const undecided = await findOutdated(deps, change.packId);
  if (undecided.length === 0) return refused("nothing-to-recompute");
  const begun = await deps.store.transaction((tx) => begin(tx, { ...asked, before, left: undecided.length }));
  if (!begun.ok) return begun;
  const write = async (came: Omit<Came, "id">): Promise<boolean> =>
    deps.store.transaction(async (tx) => {
      const run = await writeRecompute(tx, { id: begun.value, ...came });
      if (run !== undefined) await logged(tx, asked, run);
      return run !== undefined;
    });
  await runStage(deps, { cases: undecided.slice(0, most[asked.stage]), write });
  return done(asked.id);
};

/** Begins the stage where it is its turn; one that broke off before it is closed as stopped. */
const begin = async (
  tx: StoreTransaction,
  asked: Asked & { readonly before: number; readonly left: number },
): Promise<Done<string>> => {
  const runs = await listRecomputes(tx, asked.id);
  const last = runs.at(-1);
  // What is left was found with the runs there were then: after another run it is another list.
  if (runs.length !== asked.before || (last !== undefined && isUnderWay(last, tx.at)))
    return refused("stage-under-way");
  const next = nextStage(runs, { left: asked.left, at: tx.at });
  // A stage may be run again before the next one; none is skipped.
  if (next === null || order.indexOf(asked.stage) > order.indexOf(next)) return refused("stage-out-of-order");
  if (last !== undefined && isBrokenOff(last, tx.at))
    await writeRecompute(tx, {
      id: last.id,
      state: "stopped",
      reassessed: last.reassessed,
      stoppedBecause: "Avbröts utan att bli klar.",
    });
  const run = await beginRecompute(tx, { changeId: asked.id, stage: asked.stage, madeBy: asked.asking.id });
  if (run === undefined) return refused("stage-under-way");
  await logged(tx, asked, run);
  return done(run.id);
};

const logged = (tx: StoreTransaction, { asking, id, stage }: Asked, came: Omit<Came, "id">): Promise<unknown> =>
  append(tx, {
    action: "rule.recomputed",
    actor: actorFor(asking, workshopWriters),
    details: { change: id, stage, reassessed: came.reassessed, state: came.state },
  });

/** Reassesses the cases one by one, until one does not come out right or the stage is no longer this process's. */
const runStage = async (
  deps: WorkshopDeps,
  {
    cases,
    write,
  }: { readonly cases: readonly Outdated[]; readonly write: (came: Omit<Came, "id">) => Promise<boolean> },
): Promise<void> => {
  let reassessed = 0;
  for (const outdated of cases) {
    const stoppedBecause = await reassessOne(deps, outdated).catch(async (error: unknown) => {
      await write({ state: "stopped", reassessed, stoppedBecause: "Avbröts av ett fel." });
      throw error;
    });
    if (stoppedBecause !== null) {
      await write({ state: "stopped", reassessed, stoppedBecause });
      return;
    }
    reassessed += 1;
    if (!(await write({ state: "started", reassessed, stoppedBecause: null }))) return;
  }
  await write({ state: "done", reassessed, stoppedBecause: null });
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
