import { setImmediate } from "node:timers/promises";
import { append } from "../../audit/append.js";
import { workshopReaders } from "../../contracts/api/workshop.js";
import type { AffectedView, DecidedMonth } from "../../contracts/api/workshop-affected.js";
import { rolesForProtected } from "../../contracts/codes/roles.js";
import { monthInWords } from "../../contracts/dates.js";
import { formatKronor, sumOre, type Ore } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../../rules/index.js";
import { peopleOf } from "../../rules/rehearsal/rehearsal-case.js";
import type { AssessedMonth } from "../../store/assessed-months.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { listRecomputes } from "../../store/rule-recomputes.js";
import { packHash, packsInUse } from "../pack-hash.js";
import { readNames } from "./names.js";
import { nextStage } from "./recompute-stage.js";
import { peopleInWords, readHouseholds, type StoredHousehold } from "./stored-households.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

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

const outcomeTitles = { prefilled: "Klar att besluta", referred: "Hos en person", waiting: "Väntar" } as const;

/** What a published change means for cases there already are, as the one who asks may see it. */
export const affectedView = async (deps: WorkshopDeps, { asking, id }: Asked): Promise<Done<AffectedView>> => {
  const found = await deps.store.read(async (tx) => ({
    change: await findRuleChange(tx, id),
    runs: await listRecomputes(tx, id),
    names: await readNames(tx),
    at: tx.at,
  }));
  const { change, runs, names, at } = found;
  if (change === undefined) return refused("not-found");
  if (change.state !== "published") return refused("not-published");
  const affected = await findAffected(deps, change.packId);
  const maySee = asking.roles.some((role) => rolesForProtected.includes(role));
  const isShown = (row: AssessedMonth): boolean => maySee || !row.protected;
  const undecided = affected.undecided.filter(({ stored }) => isShown(stored.row));
  const compared = affected.decided.map((one) => ({ row: one.stored.row, result: comparedMonth(one) }));
  const decided = compared.flatMap(({ row, result }) => (result.is === "more" && isShown(row) ? [result.month] : []));
  const unclear = [
    ...compared
      .filter(({ result }) => result.is === "unclear")
      .map(({ row }) => ({ row, why: "En person behöver räkna om månaden." })),
    ...affected.unreadable.map((row) => ({ row, why: "Underlaget är gallrat eller går inte att läsa." })),
  ];
  const everyRow = [
    ...affected.undecided.map(({ stored }) => stored.row),
    ...compared.filter(({ result }) => result.is === "more").map(({ row }) => row),
    ...unclear.map(({ row }) => row),
  ];
  return done({
    undecided: undecided.map(({ stored: { row }, now }) => ({
      caseId: row.id,
      reference: row.number,
      month: row.benefitMonth,
      outcomeTitle: row.outcome === null ? "" : outcomeTitles[row.outcome],
      storedOre: row.amountOre,
      expectedOre: now.grantOre === null ? null : Math.max(0, now.grantOre),
    })),
    decided: decided.toSorted((one, other) => other.differenceOre - one.differenceOre),
    unclear: unclear
      .filter(({ row }) => isShown(row))
      .map(({ row, why }) => ({ reference: row.number, month: row.benefitMonth, why })),
    decidedLess: compared.filter(({ result }) => result.is === "less").length,
    hidden: everyRow.filter((row) => !isShown(row)).length,
    totalOre: sumOre(decided.map(({ differenceOre }) => differenceOre)),
    runs: runs.map(({ stage, state, reassessed, stoppedBecause, madeBy, madeAt }) => ({
      stage,
      state,
      reassessed,
      stoppedBecause,
      by: names(madeBy).name,
      at: madeAt,
    })),
    next: nextStage(runs, { left: affected.undecided.length, at }),
  });
};

/**
 * The report to the board on decided months: kronor per household, upward only, without the case's number. Taking it
 * out is itself an event.
 */
export const boardReport = async (
  deps: WorkshopDeps,
  asked: Asked,
): Promise<Done<{ readonly number: string; readonly lines: readonly (readonly string[])[] }>> => {
  const view = await affectedView(deps, asked);
  if (!view.ok) return view;
  const { decided, unclear, decidedLess, hidden, totalOre } = view.value;
  const kronor = (ore: Ore): string => formatKronor(ore);
  const change = await deps.store.transaction(async (tx) => {
    const published = await findRuleChange(tx, asked.id);
    await append(tx, {
      action: "rule.reported",
      actor: actorFor(asked.asking, workshopReaders),
      details: { change: asked.id, households: decided.length, unclear: unclear.length },
    });
    return published;
  });
  if (change === undefined) return refused("not-found");
  return done({
    number: change.number,
    lines: [
      ["Hushåll", "Månad", "Hushållstyp", "Beslutat kr", "Med rätt regel kr", "Skillnad kr"],
      ...decided.map((row, at) => [
        String(at + 1),
        monthInWords(row.month),
        row.household,
        kronor(row.decidedOre),
        kronor(row.computedOre),
        kronor(row.differenceOre),
      ]),
      ["Summa", "", "", "", "", kronor(totalOre)],
      ["Behöver räknas av en person", String(unclear.length)],
      ["Skulle ha fått mindre; besluten står fast (37 § förvaltningslagen)", String(decidedLess)],
      ["Med skyddade uppgifter, inte med i listan", String(hidden)],
      ["Ändring", change.number],
      ["Publicerad version", change.publishedHash ?? ""],
    ],
  });
};
