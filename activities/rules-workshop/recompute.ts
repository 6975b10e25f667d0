import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { RecomputeStage } from "../../contracts/rule-change.js";
import type { CaseId } from "../../contracts/ids.js";
import { assess } from "../../rules/index.js";
import { findAssessedMonth } from "../../store/assessed-months.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { beginRecompute, listRecomputes, writeRecompute, type RuleRecompute } from "../../store/rule-recomputes.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { findOutdated, isOpen, isOutdated } from "./affected.js";
import { isBrokenOff, isUnderWay, nextStage } from "./recompute-stage.js";
import { openHousehold } from "./stored-households.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** How many cases a stage reassesses at most. */
const most: Readonly<Record<RecomputeStage, number>> = { one: 1, few: 10, all: Infinity };

const order: readonly RecomputeStage[] = ["one", "few", "all"];

type Asked = { readonly asking: Asking; readonly id: string; readonly stage: RecomputeStage };

/** What a stage has come to: its row as it now is. */
type Came = Pick<RuleRecompute, "id" | "state" | "reassessed" | "skipped" | "stoppedBecause">;

/**
 * Reassesses undecided cases in one stage, each through its own process, and stops at the first that does not come out
 * as the rules in force say of the facts it has then. One that has been decided, ended or assessed again before its turn is
 * skipped and counted apart. What is already reassessed stays: it was done by the rules in force.
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
  const cases = undecided.map(({ stored }) => stored.row.id);
  await runStage(deps, { cases, packId: change.packId, most: most[asked.stage], write });
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
      skipped: last.skipped,
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
    details: { change: id, stage, reassessed: came.reassessed, skipped: came.skipped, state: came.state },
  });

type Stage = {
  readonly cases: readonly CaseId[];
  readonly packId: string;
  readonly most: number;
  readonly write: (came: Omit<Came, "id">) => Promise<boolean>;
};

/**
 * Reassesses the cases one by one, until there are as many as the stage takes, one does not come out right, or the stage
 * is no longer this process's.
 */
const runStage = async (deps: WorkshopDeps, { cases, packId, most, write }: Stage): Promise<void> => {
  let reassessed = 0;
  let skipped = 0;
  const stop = (stoppedBecause: string) => write({ state: "stopped", reassessed, skipped, stoppedBecause });
  for (const caseId of cases) {
    const came = await reassessOne(deps, { caseId, packId }).catch(async (error: unknown) => {
      await stop("Avbröts av ett fel.");
      throw error;
    });
    if (came.is === "wrong") {
      await stop(came.because);
      return;
    }
    if (came.is === "right") reassessed += 1;
    else skipped += 1;
    if (reassessed === most) break;
    if (!(await write({ state: "started", reassessed, skipped, stoppedBecause: null }))) return;
  }
  await write({ state: "done", reassessed, skipped, stoppedBecause: null });
};

/** How the reassessing of a case came out: as it should, not at all since there is nothing left to do, or otherwise. */
type Reassessed = { readonly is: "right" | "skipped" } | { readonly is: "wrong"; readonly because: string };

/** A case as it stands this moment, and what the rules in force say of it; undefined: nothing to reassess any more. */
const readAgain = async (tx: StoreTransaction, deps: WorkshopDeps, caseId: CaseId) => {
  const row = await findAssessedMonth(tx, caseId);
  if (row === undefined || !isOpen(row)) return undefined;
  return { row, stored: await openHousehold(tx, row), packs: await deps.packsInForce(tx) };
};

const reassessOne = async (
  deps: WorkshopDeps,
  { caseId, packId }: { readonly caseId: CaseId; readonly packId: string },
): Promise<Reassessed> => {
  const read = () => deps.store.read((tx) => readAgain(tx, deps, caseId));
  const before = await read();
  if (before === undefined) return { is: "skipped" };
  const { row, stored, packs } = before;
  const named = `Ärende ${row.protected ? "med skyddade uppgifter" : row.number}`;
  const wrong = (because: string): Reassessed => ({ is: "wrong", because: `${named} ${because}` });
  if (stored === undefined) return wrong("går inte att läsa.");
  if (!isOutdated(stored, { packs, packId })) return { is: "skipped" };
  const taken = await deps.reassess(caseId);
  const after = await read();
  // Somebody decided or ended it in between: it is theirs, and stands.
  if (after === undefined) return { is: "skipped" };
  if (!taken) return wrong("kunde inte bedömas om där det står.");
  if (after.stored === undefined) return wrong("går inte att läsa.");
  const { receipt } = after.stored;
  const now = assess(stored.input, packs);
  if (receipt.outcome === now.outcome && receipt.grantOre === now.grantOre) return { is: "right" };
  return wrong(
    receipt.inputHash === stored.receipt.inputHash
      ? "blev inte som regelverket säger om samma uppgifter."
      : "har också fått andra uppgifter. Se på det innan fler bedöms om.",
  );
};
