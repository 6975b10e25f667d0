import { setImmediate } from "node:timers/promises";
import type { AffectedView, DecidedMonth } from "../../contracts/api/workshop-affected.js";
import { sumOre } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../../rules/index.js";
import type { AssessedMonth } from "../../store/assessed-months.js";
import { findRuleChange, type RuleChange } from "../../store/rule-changes.js";
import { listRecomputes } from "../../store/rule-recomputes.js";
import { packHash } from "../pack-hash.js";
import { changeOf, findDecided } from "./decided-months.js";
import { packInForce } from "./draft-packs.js";
import { readNames } from "./names.js";
import { nextStage } from "./recompute-stage.js";
import { showCases } from "./show-cases.js";
import { readHouseholds, versionUsed, type StoredHousehold } from "./stored-households.js";
import { done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** A case that was last assessed with other rules than those in force, and what these say of the same facts. */
export type Outdated = { readonly stored: StoredHousehold; readonly now: Assessed };

/** Whether a case can still be assessed again: neither decided nor ended. */
export const isOpen = ({ decidedSequence, endedAs, state }: AssessedMonth): boolean =>
  decidedSequence === null && endedAs === null && state !== "closed";

/** Whether a case was last assessed with another version of a pack than the one in force. */
export const isOutdated = (
  stored: StoredHousehold,
  { packs, packId }: { readonly packs: Packs; readonly packId: string },
): boolean => {
  const inForce = packInForce(packs, packId);
  return inForce === undefined || versionUsed(stored, packId) !== packHash(inForce);
};

/**
 * Finds the undecided cases whose receipt names another version of the pack than the one in force, and what everything
 * that is in force says of them: that is what they become when they are reassessed. Reads, and changes nothing.
 */
export const findOutdated = async (deps: WorkshopDeps, packId: string): Promise<readonly Outdated[]> => {
  const packs = await deps.store.read(deps.packsInForce);
  const { households } = await readHouseholds(deps.store, { only: isOpen });
  const outdated: Outdated[] = [];
  for (const [at, stored] of households.entries()) {
    if (at % 50 === 0) await setImmediate();
    if (isOutdated(stored, { packs, packId })) outdated.push({ stored, now: assess(stored.input, packs) });
  }
  return outdated;
};

type Asked = { readonly asking: Asking; readonly id: string };

/** What is told of a published change, case by case. Protected cases are counted in `hidden` and are in no list. */
export type AffectedList = {
  readonly change: RuleChange;
  readonly undecided: readonly Outdated[];
  readonly decided: readonly { readonly row: AssessedMonth; readonly month: DecidedMonth }[];
  readonly unclear: readonly { readonly row: AssessedMonth; readonly why: string }[];
  readonly decidedLess: number;
  readonly hidden: number;
  /** Undecided cases that are left to reassess, protected ones too. */
  readonly left: number;
};

/** Works out whom a published change affects. Whoever shows any of it to somebody writes down which cases. */
export const listAffected = async (deps: WorkshopDeps, id: string): Promise<Done<AffectedList>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  if (change.state !== "published") return refused("not-published");
  const outdated = await findOutdated(deps, change.packId);
  const found = await findDecided(deps, change);
  const compared = found.compared.map((one) => ({ row: one.stored.row, result: changeOf(one) }));
  const decided = compared.flatMap(({ row, result }) => (result.is === "more" ? [{ row, month: result.month }] : []));
  const unclear = [
    ...compared
      .filter(({ result }) => result.is === "unclear")
      .map(({ row }) => ({ row, why: "En person behöver räkna om månaden." })),
    ...found.unreadable.map((row) => ({ row, why: "Underlaget är gallrat eller går inte att läsa." })),
  ];
  const everyRow = [...outdated.map(({ stored }) => stored.row), ...[...decided, ...unclear].map(rowOf)];
  return done({
    change,
    undecided: outdated.filter(({ stored }) => !stored.row.protected),
    decided: decided
      .filter(({ row }) => !row.protected)
      .toSorted((one, other) => other.month.differenceOre - one.month.differenceOre),
    unclear: unclear.filter(({ row }) => !row.protected),
    decidedLess: compared.filter(({ result }) => result.is === "less").length,
    hidden: everyRow.filter((row) => row.protected).length,
    left: outdated.length,
  });
};

const rowOf = ({ row }: { readonly row: AssessedMonth }): AssessedMonth => row;

const outcomeTitles = { prefilled: "Klar att besluta", referred: "Hos en person", waiting: "Väntar" } as const;

/** What a published change means for cases there already are. That they were shown is an event of each. */
export const affectedView = async (deps: WorkshopDeps, { asking, id }: Asked): Promise<Done<AffectedView>> => {
  const found = await listAffected(deps, id);
  if (!found.ok) return found;
  const { undecided, decided, unclear, decidedLess, hidden, left } = found.value;
  const listed = [...undecided.map(({ stored }) => stored.row), ...[...decided, ...unclear].map(rowOf)];
  return deps.store.transaction(async (tx) => {
    const runs = await listRecomputes(tx, id);
    const names = await readNames(tx);
    const shown = await showCases(tx, { asking, change: id, kind: "affected", cases: listed.map((row) => row.id) });
    const months = decided.flatMap(({ row, month }) => (shown.has(row.id) ? [month] : []));
    return done({
      undecided: undecided.flatMap(({ stored: { row }, now }) =>
        shown.has(row.id)
          ? [
              {
                reference: row.number,
                month: row.benefitMonth,
                outcomeTitle: row.outcome === null ? "" : outcomeTitles[row.outcome],
                storedOre: row.amountOre,
                expectedTitle: outcomeTitles[now.outcome],
                expectedOre: now.grantOre === null ? null : Math.max(0, now.grantOre),
              },
            ]
          : [],
      ),
      decided: months,
      unclear: unclear.flatMap(({ row, why }) =>
        shown.has(row.id) ? [{ reference: row.number, month: row.benefitMonth, why }] : [],
      ),
      decidedLess,
      hidden: hidden + listed.length - shown.size,
      totalOre: sumOre(months.map(({ differenceOre }) => differenceOre)),
      runs: runs.map(({ stage, state, reassessed, skipped, stoppedBecause, madeBy, madeAt }) => ({
        stage,
        state,
        reassessed,
        skipped,
        stoppedBecause,
        by: names(madeBy).name,
        at: madeAt,
      })),
      next: nextStage(runs, { left, at: tx.at }),
    });
  });
};
