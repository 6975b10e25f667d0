import { setImmediate } from "node:timers/promises";
import type { AffectedView, DecidedMonth } from "../../contracts/api/workshop-affected.js";
import { sumOre } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../../rules/index.js";
import { peopleOf } from "../../rules/rehearsal/rehearsal-case.js";
import type { AssessedMonth } from "../../store/assessed-months.js";
import { findRuleChange, type RuleChange } from "../../store/rule-changes.js";
import { listRecomputes } from "../../store/rule-recomputes.js";
import { packHash, packsInUse } from "../pack-hash.js";
import { readNames } from "./names.js";
import { nextStage } from "./recompute-stage.js";
import { showCases } from "./show-cases.js";
import { peopleInWords, readHouseholds, type StoredHousehold } from "./stored-households.js";
import { done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** A case that was last assessed with other rules than those in force, and what these say of the same facts. */
export type Outdated = { readonly stored: StoredHousehold; readonly now: Assessed };

/** Everything that a published change means for cases there already are. */
export type Affected = {
  readonly packs: Packs;
  readonly undecided: readonly Outdated[];
  readonly decided: readonly Outdated[];
  readonly unreadable: readonly AssessedMonth[];
};

const isOpen = ({ decidedSequence, endedAs, state }: AssessedMonth): boolean =>
  decidedSequence === null && endedAs === null && state !== "closed";

/** Finds the cases whose receipt names another version of the pack than the one in force. Reads, and changes nothing. */
export const findAffected = async (deps: WorkshopDeps, packId: string): Promise<Affected> => {
  const packs = await deps.store.read(deps.packsInForce);
  const inForce = packsInUse(packs).find(({ id }) => id === packId);
  const { households, unreadable } = await readHouseholds(deps.store, {
    only: (row) => isOpen(row) || row.decidedSequence !== null,
  });
  const outdated: Outdated[] = [];
  for (const [at, stored] of households.entries()) {
    if (at % 50 === 0) await setImmediate();
    const used = stored.receipt.packs.find(({ id }) => id === packId)?.hash;
    if (inForce === undefined || used !== packHash(inForce))
      outdated.push({ stored, now: assess(stored.input, packs) });
  }
  return {
    packs,
    undecided: outdated.filter(({ stored }) => isOpen(stored.row)),
    decided: outdated.filter(({ stored }) => !isOpen(stored.row)),
    unreadable: unreadable.filter((row) => !isOpen(row)),
  };
};

/** What a decided month comes to with the rules in force: more, less, the same, or not for the machine to say. */
type Compared = { readonly is: "more"; readonly month: DecidedMonth } | { readonly is: "less" | "same" | "unclear" };

const comparedMonth = ({ stored: { row, input, receipt }, now }: Outdated): Compared => {
  const { decidedOre } = row;
  const isOtherwise = now.shortfallOre !== receipt.shortfallOre || now.outcome !== receipt.outcome;
  if (decidedOre === null || !isOtherwise) return { is: "same" };
  // What the rules leave to a person is a person's to work out, also for a month that has passed.
  if (now.outcome !== "prefilled" || now.grantOre === null) return { is: "unclear" };
  const computedOre = Math.max(0, now.grantOre);
  if (computedOre <= decidedOre) return { is: computedOre < decidedOre ? "less" : "same" };
  return {
    is: "more",
    month: {
      reference: row.number,
      month: row.benefitMonth,
      household: peopleInWords(peopleOf(input)),
      decidedOre,
      computedOre,
      differenceOre: computedOre - decidedOre,
    },
  };
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
  const affected = await findAffected(deps, change.packId);
  const compared = affected.decided.map((one) => ({ row: one.stored.row, result: comparedMonth(one) }));
  const decided = compared.flatMap(({ row, result }) => (result.is === "more" ? [{ row, month: result.month }] : []));
  const unclear = [
    ...compared
      .filter(({ result }) => result.is === "unclear")
      .map(({ row }) => ({ row, why: "En person behöver räkna om månaden." })),
    ...affected.unreadable.map((row) => ({ row, why: "Underlaget är gallrat eller går inte att läsa." })),
  ];
  const everyRow = [...affected.undecided.map(({ stored }) => stored.row), ...[...decided, ...unclear].map(rowOf)];
  return done({
    change,
    undecided: affected.undecided.filter(({ stored }) => !stored.row.protected),
    decided: decided
      .filter(({ row }) => !row.protected)
      .toSorted((one, other) => other.month.differenceOre - one.month.differenceOre),
    unclear: unclear.filter(({ row }) => !row.protected),
    decidedLess: compared.filter(({ result }) => result.is === "less").length,
    hidden: everyRow.filter((row) => row.protected).length,
    left: affected.undecided.length,
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
      runs: runs.map(({ stage, state, reassessed, stoppedBecause, madeBy, madeAt }) => ({
        stage,
        state,
        reassessed,
        stoppedBecause,
        by: names(madeBy).name,
        at: madeAt,
      })),
      next: nextStage(runs, { left, at: tx.at }),
    });
  });
};
