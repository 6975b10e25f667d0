import { setImmediate } from "node:timers/promises";
import { append } from "../../audit/append.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { RehearsalCases } from "../../contracts/api/workshop-rehearsal.js";
import { rolesForProtected } from "../../contracts/codes/roles.js";
import { addMonths, type Month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { predecessorOf } from "../../rules/predecessor.js";
import { asIfAlways } from "../../rules/rehearsal/as-if-always.js";
import { findRuleChange, lockRuleChange, moveRuleChange } from "../../store/rule-changes.js";
import { rehearsalRunSchema } from "./kept-runs.js";
import { isAffected, rehearsalFigures, rehearseOne, type Compared, type Rehearsed } from "./rehearsal-figures.js";
import { standingOf, stepFacts, surroundings } from "./standing.js";
import { stepRefusal } from "./step-allowed.js";
import { householdInWords, readHouseholds, type StoredHouseholds } from "./stored-households.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

type Asked = { readonly asking: Asking; readonly id: string };

/** How many are worked out before others get their turn: the program answers people meanwhile. */
const workedAtOnce = 50;

const rehearseAll = async ({ households }: StoredHouseholds, compared: Compared): Promise<readonly Rehearsed[]> => {
  const all: Rehearsed[] = [];
  for (const [at, stored] of households.entries()) {
    all.push(rehearseOne(stored, compared));
    if (at % workedAtOnce === 0) await setImmediate();
  }
  return all;
};

/** The months that rehearsals are made on: the one that is worked on, and the eleven before it. */
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
    const { content: draft, base = predecessorOf(around.packs, draft), effectiveFrom, kind } = change;
    const { first } = lastTwelve(deps.month);
    // A correction holds in the months it corrects; a new rule is tried as if it had held all the while.
    const after =
      kind === "correction" ? standing.draftPacks : asIfAlways(around.packs, { draft, base, effectiveFrom, first });
    return { change, around, facts, compared: { before: around.packs, after, on: around.today } };
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
  const months = lastTwelve(deps.month);
  const stored = await readHouseholds(deps.store, { months });
  const figures = rehearsalFigures(await rehearseAll(stored, found.compared));
  const kept = { ...figures, months, unreadable: stored.unreadable.length };
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

/** The cases that a change would touch, those that get less first; worked out anew, and kept nowhere. */
export const rehearsalCases = async (deps: WorkshopDeps, asked: Asked): Promise<Done<RehearsalCases>> => {
  const found = await comparedFor(deps, asked);
  if (found === undefined) return refused("not-found");
  const stored = await readHouseholds(deps.store, { months: lastTwelve(deps.month) });
  const affected = (await rehearseAll(stored, found.compared)).filter(isAffected);
  const maySee = asked.asking.roles.some((role) => rolesForProtected.includes(role));
  const seen = affected.filter(({ stored: { row } }) => maySee || !row.protected);
  return done({
    cases: seen
      .toSorted((one, other) => rankOf(one) - rankOf(other))
      .slice(0, mostCases)
      .map((one) => ({
        reference: one.stored.row.number,
        month: one.stored.row.benefitMonth,
        household: householdInWords(one.stored.input),
        beforeOre: one.beforeOre,
        afterOre: one.afterOre,
        rows: rowsThatDiffer(one),
      })),
    hidden: affected.length - seen.length,
  });
};

/** A screen shows so many; the figures count them all. */
const mostCases = 500;

/** Whoever gets less comes first, and of those who get more, the one with the most. */
const rankOf = ({ diffOre }: Rehearsed): number => (diffOre < 0 ? diffOre - 1e12 : -diffOre);

const rowsThatDiffer = ({ before, after }: Rehearsed): string[] => {
  const amount = (ore: number): string => `${formatKronor(ore)} kr`;
  const said = (lines: Rehearsed["before"]["lines"]) =>
    lines.map(({ text, amountOre }) => `${text}: ${amount(amountOre)}`);
  const [old, now] = [said(before.lines), said(after.lines)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `Var: ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `Blir: ${line}`),
    ...after.findings.flatMap(({ text }) =>
      text === undefined || before.findings.some((one) => one.text === text) ? [] : [`Nytt: ${text}`],
    ),
    ...before.findings.flatMap(({ text }) =>
      text === undefined || after.findings.some((one) => one.text === text) ? [] : [`Inte längre: ${text}`],
    ),
  ];
};

/** The figures of a kept rehearsal as the lines of a table: what is exported. Nothing in it points at a household. */
export const rehearsalLines = async (deps: WorkshopDeps, id: string): Promise<Done<readonly (readonly string[])[]>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  if (change.rehearsal === null) return refused("not-rehearsed");
  const { groups, ...all } = rehearsalRunSchema.parse(JSON.parse(change.rehearsal));
  const kronor = (ore: number | null): string => (ore === null ? "" : formatKronor(ore));
  const head = [
    "Hushållstyp",
    "Bedömningar",
    "Berörda",
    "Får mer",
    "Får mindre",
    "Median kr",
    "Summa kr",
    "Brev som ändras",
    "Annan delegation",
  ];
  const line = (group: (typeof groups)[number]): readonly string[] => [
    group.title,
    ...[group.assessed, group.affected, group.more, group.less].map(String),
    kronor(group.medianOre),
    kronor(group.sumOre),
    ...[group.letters, group.mandates].map(String),
  ];
  return done([
    head,
    ...groups.map(line),
    line({ ...all, title: "Alla" }),
    ["Barn i hushåll som berörs", String(all.children.affected)],
    ["Barn vars hushåll får mindre", String(all.children.worseOff)],
    ["Inte längre till en person", String(all.noLongerReferred)],
    ["Nytt till en person", String(all.newlyReferred)],
    ["Nytt utan belopp", String(all.newlyRefused)],
    ["Kunde inte läsas", String(all.unreadable)],
    ["Ändring", change.number],
    ["Utkastets kontrollsumma", change.contentHash],
    ["Repetitionens kontrollsumma", all.hash],
  ]);
};
