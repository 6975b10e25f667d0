import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { RehearsalCases } from "../../contracts/api/workshop-rehearsal.js";
import { addMonths, firstDayOf, monthOf, type Month } from "../../contracts/dates.js";
import { rehearsalFiguresSchema, type RehearsedCase } from "../../contracts/rehearsal.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { turnsOf } from "../../rules/differences/turns-of.js";
import { predecessorOf } from "../../rules/predecessor.js";
import { asIfAlways } from "../../rules/rehearsal/as-if-always.js";
import { rehearseInSteps } from "../../rules/rehearsal/rehearse.js";
import type { AssessedMonth } from "../../store/assessed-months.js";
import { findRuleChange, lockRuleChange, moveRuleChange } from "../../store/rule-changes.js";
import { inTurns } from "./in-turns.js";
import { isRehearsedInItsMonths } from "./judge-change.js";
import { caseInWords, shownFigures } from "./rehearsal-in-words.js";
import { showCases } from "./show-cases.js";
import { standingOf, stepFacts, surroundings } from "./standing.js";
import { stepRefusal } from "./step-allowed.js";
import { peopleInWords, readHouseholds, rehearsalCasesOf } from "./stored-households.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

type Asked = { readonly asking: Asking; readonly id: string };

/** The months that rehearsals are made on, if no more: the one that is worked on, and the eleven before it. */
export const lastTwelve = (month: Month): { readonly first: Month; readonly last: Month } => ({
  first: addMonths(month, -11),
  last: month,
});

/** The rules in force, and the same with the draft among them. */
const comparedFor = async (deps: WorkshopDeps, { asking, id }: Asked) =>
  deps.store.read(async (tx) => {
    const change = await findRuleChange(tx, id);
    if (change === undefined) return undefined;
    const around = await surroundings(tx, deps);
    const standing = standingOf(change, around, deps);
    const facts = stepFacts(change, standing, asking.id);
    const { content: draft, base = predecessorOf(around.packs, draft), effectiveFrom } = change;
    const [turn = firstDayOf(effectiveFrom)] = turnsOf(standing.differences);
    const { first, last } = lastTwelve(deps.month);
    // A correction holds in the months it corrects, and is tried in all of them; a new rule as if it had always held.
    const isInItsMonths = isRehearsedInItsMonths(standing.draft);
    const months = { first: isInItsMonths && monthOf(turn) < first ? monthOf(turn) : first, last };
    const after = isInItsMonths ? standing.draftPacks : asIfAlways(around.packs, { draft, base, turn, first });
    return { change, around, facts, months, compared: { before: around.packs, after } };
  });

/**
 * Works the last twelve months out with the draft: whom it would touch, and by how much, had it held all the while.
 */
export const rehearseChange = async (
  deps: WorkshopDeps,
  { asking, id, revision }: Asked & { readonly revision: number },
): Promise<Done<string>> => {
  const found = await comparedFor(deps, { asking, id });
  if (found === undefined) return refused("not-found");
  const refusal = stepRefusal("rehearse", found.facts);
  if (refusal !== undefined) return refused(refusal);
  if (found.change.revision !== revision) return refused("edited-by-other");
  const started = performance.now();
  const { months } = found;
  const stored = await readHouseholds(deps.store, { months });
  const result = await inTurns(rehearseInSteps({ cases: rehearsalCasesOf(stored), ...found.compared }));
  const figures = rehearsalFiguresSchema.strip().parse(result);
  const kept = { ...shownFigures(result), figures, months, unreadable: result.errors.length };
  const hash = sha256Hex(canonicalJson(kept));
  const durationMs = Math.round(performance.now() - started);
  return deps.store.transaction(async (tx) => {
    const change = await lockRuleChange(tx, id);
    if (change === undefined) return refused("not-found");
    // Somebody may have saved or published while the months were worked out.
    const around = await surroundings(tx, deps);
    if (change.revision !== revision || change.state !== "draft") return refused("edited-by-other");
    if (around.basis !== found.around.basis) return refused("checked-on-other-rules");
    const json = canonicalJson({ ...kept, hash, durationMs, ranAt: tx.at });
    await moveRuleChange(tx, change, { to: "rehearsed", run: { json, hash, basis: around.basis } });
    await append(tx, {
      action: "rule-change.rehearsed",
      actor: actorFor(asking, workshopWriters),
      details: {
        change: id,
        content: change.contentHash,
        rehearsal: hash,
        assessed: kept.assessed,
        affected: kept.affected,
        unreadable: kept.unreadable,
      },
    });
    return done(id);
  });
};

/**
 * The cases that a change would touch, those that get less first; worked out anew, and kept nowhere. That they were shown
 * is an event of each.
 */
export const rehearsalCases = async (deps: WorkshopDeps, asked: Asked): Promise<Done<RehearsalCases>> => {
  const found = await comparedFor(deps, asked);
  if (found === undefined) return refused("not-found");
  const stored = await readHouseholds(deps.store, { months: found.months });
  const { cases } = await inTurns(rehearseInSteps({ cases: rehearsalCasesOf(stored), ...found.compared }));
  const rows = new Map<string, AssessedMonth>(stored.households.map(({ row }) => [row.id, row]));
  const listed = cases
    .flatMap((one) => {
      const row = rows.get(one.ref);
      return row === undefined || row.protected ? [] : [{ row, one }];
    })
    .toSorted((one, other) => rankOf(one.one) - rankOf(other.one));
  const first = listed.slice(0, mostCases);
  return deps.store.transaction(async (tx) => {
    const shown = await showCases(tx, {
      asking: asked.asking,
      change: asked.id,
      kind: "rehearsal",
      cases: first.map(({ row }) => row.id),
    });
    const seen = first.filter(({ row }) => shown.has(row.id));
    return done({
      cases: seen.map(({ row, one }) => ({
        reference: row.number,
        month: one.month,
        household: peopleInWords(one),
        beforeOre: one.before.amountOre,
        afterOre: one.after.amountOre,
        effects: one.effects,
        decidedOre: one.decided?.amountOre ?? null,
        rows: caseInWords(one),
      })),
      hidden: cases.length - listed.length + (first.length - seen.length),
    });
  });
};

/** A screen shows so many; the figures count them all. */
const mostCases = 500;

/** Whoever gets less comes first, and of those who get more, the one with the most. */
const rankOf = ({ differenceOre }: RehearsedCase): number => {
  const ore = differenceOre ?? 0;
  return ore < 0 ? ore - 1e12 : -ore;
};
