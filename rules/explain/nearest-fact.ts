import type { Case } from "../../contracts/case.js";
import type { FactEffect, NearestFact, NearestFacts } from "../../contracts/explanation.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { needExceedsMeans } from "../provisions/need-exceeds-means.js";
import { changeableFacts, type ScalarFact, type StatedFact } from "./changeable-facts.js";
import { becomes, decidedBy, effects, isPossible, mightShow, shows } from "./effects.js";
import { factInWords, valueInWords } from "./fact-words.js";
import { provisionTitle } from "./provision-title.js";
import { nearestScalars, type Budget } from "./threshold-search.js";

/**
 * How often the rules may be evaluated: together never more than 400, the case as it is among them. Each part of the
 * search may go so far that something is left for those after it.
 */
const spentAfter = { amounts: 240, dates: 330, statements: 399 } as const;

type Changed = Pick<NearestFact, "kind" | "path" | "from" | "to"> & {
  readonly difference?: number;
  readonly after: Assessed;
};

const described = (
  effect: FactEffect,
  { changed, value, before }: { readonly changed: Changed; readonly value: Case; readonly before: Assessed },
): NearestFact => {
  const { kind, path, from, to, difference, after } = changed;
  const decided = decidedBy(effect, { path, before, after });
  return {
    effect,
    kind,
    path,
    title: factInWords(value, path).title,
    from,
    to,
    fromText: valueInWords(path, from),
    toText: valueInWords(path, to),
    ...(kind === "amount" && difference !== undefined && { differenceOre: difference }),
    ...(kind === "date" && difference !== undefined && { differenceDays: difference }),
    becomes: becomes(effect, before, after),
    provision: {
      id: decided?.provision ?? needExceedsMeans.id,
      title: provisionTitle(decided?.provision ?? needExceedsMeans.id),
    },
    basis: decided?.basis ?? [],
  };
};

/** The first answer, in the order of the facts and of their lists, that has each effect not found yet. */
const nearestStated = (
  facts: readonly StatedFact[],
  {
    before,
    wanted,
    evaluate,
    budget,
  }: {
    readonly before: Assessed;
    readonly wanted: readonly FactEffect[];
    readonly evaluate: (value: Case) => Assessed;
    readonly budget: Budget;
  },
): ReadonlyMap<FactEffect, Changed> => {
  const found = new Map<FactEffect, Changed>();
  for (const { path, from, others } of facts)
    for (const { to, value } of others) {
      const open = wanted.filter((effect) => !found.has(effect) && mightShow(effect, path, before));
      if (open.length === 0) break;
      if (budget.left <= 0) {
        budget.wasShort = true;
        return found;
      }
      const after = evaluate(value);
      for (const effect of open)
        if (shows(effect, before, after)) found.set(effect, { kind: "statement", path, from, to, after });
    }
  return found;
};

/** Differences the assessment itself speaks of: to the document, to last month, to the guideline, and between need and means. */
const hintsOf = (before: Assessed): ((fact: ScalarFact) => readonly number[]) => {
  const balance = before.shortfallOre ?? 0;
  return ({ path, kind, hints }) => {
    if (kind === "date") return hints;
    const spoken = before.findings.flatMap(({ facts, amountOre }) =>
      amountOre !== undefined && facts?.includes(path) === true ? [amountOre] : [],
    );
    return [...spoken, balance].flatMap((amountOre) =>
      [amountOre, -amountOre].flatMap((difference) => [difference - 1, difference, difference + 1]),
    );
  };
};

/** In how many ways the open readings let the case be computed, as far as its variants tell. */
const waysOf = ({ variants }: Assessed): number =>
  new Set(variants.map(({ readings }) => Object.values(readings).join())).size || 1;

const summaryOf = (before: Assessed, facts: readonly NearestFact[], isComplete: boolean): string => {
  const cut = isComplete ? "" : " Alla uppgifter hann inte prövas inom gränsen för sökningen.";
  if (facts.length === 0) return `Ingen enskild uppgift ändrar utfallet.${cut}`;
  const isReady = before.outcome === "prefilled";
  const opens = facts.some(({ effect }) => effect === "prefilled");
  const ready = isReady || opens ? "" : " Ingen enskild uppgift gör ärendet klart att besluta.";
  const turns = facts.some(({ effect }) => effect === "right");
  const right =
    before.shortfallOre === null
      ? " Beloppet är inte känt, så det går inte att se vad som skulle ändra rätten."
      : turns
        ? ""
        : " Ingen enskild uppgift ändrar om behovet är större än inkomsterna.";
  return `Beräkningen hänger närmast på ${facts.length === 1 ? "en uppgift" : "de här uppgifterna"}.${ready}${right}${cut}`;
};

/**
 * The smallest change of one fact that would turn the right to aid, make the case ready to decide, or send it another
 * way; for each the nearest amount, date and other answer. Found by evaluating the rules at most 400 times on changed
 * cases, always in the same order. Amounts are changed by whole öre and dates by days, in both directions; an edge is
 * checked on both sides. For caseworkers: an explanation of what the assessment rests on, never advice to anyone.
 */
export const nearestFacts = (value: Case, packs: Packs): NearestFacts => {
  // A protected person's case is handled by hand, and the mark is never one of the facts.
  if (value.flags.protectedIdentity !== false)
    return { facts: [], summary: "Ärendet handläggs av en person i sin helhet.", assessments: 0, isComplete: true };
  const before = assess(value, packs);
  const possible = effects.filter((effect) => isPossible(effect, before));
  const { scalars, stated } = changeableFacts(value, before);
  const budgets: Budget[] = [];
  let spent = 0;
  let assessments = 1;
  const newBudget = (upTo: number): Budget => {
    const budget = { left: upTo - spent, wasShort: false };
    budgets.push(budget);
    return budget;
  };
  const counted = (budget: Budget) => (changed: Case) => {
    const after = assess(changed, packs);
    const ways = waysOf(after);
    budget.left -= ways;
    spent += ways;
    assessments += 1;
    return after;
  };
  const scalarsWithin = (kind: ScalarFact["kind"], upTo: number): ReadonlyMap<FactEffect, Changed> => {
    const budget = newBudget(upTo);
    const evaluate = counted(budget);
    const nearest = nearestScalars(
      scalars.filter((fact) => fact.kind === kind),
      {
        before,
        budget,
        hintsFor: hintsOf(before),
        evaluate: (fact, difference) => {
          const changed = fact.at(difference);
          return changed === undefined || budget.left <= 0 ? undefined : evaluate(changed.value);
        },
      },
    );
    return new Map(
      [...nearest].flatMap(([effect, { fact, difference, after }]) => {
        const to = fact.at(difference)?.to;
        return to === undefined ? [] : [[effect, { kind, path: fact.path, from: fact.from, to, difference, after }]];
      }),
    );
  };

  const amounts = scalarsWithin("amount", spentAfter.amounts);
  const dates = scalarsWithin("date", spentAfter.dates);
  const budget = newBudget(spentAfter.statements);
  const statements = nearestStated(stated, { before, wanted: possible, evaluate: counted(budget), budget });
  const facts = possible.flatMap((effect) =>
    [amounts, dates, statements].flatMap((found) => {
      const changed = found.get(effect);
      return changed === undefined ? [] : [described(effect, { changed, value, before })];
    }),
  );
  // What makes the case ready is shown once, as that.
  const shown = facts.filter(
    ({ effect, path, to }) =>
      effect !== "outcome" ||
      !facts.some((other) => other.effect === "prefilled" && other.path === path && other.to === to),
  );
  const isComplete = !budgets.some(({ wasShort }) => wasShort);
  return {
    facts: shown,
    summary: summaryOf(before, shown, isComplete),
    assessments,
    isComplete,
  };
};
