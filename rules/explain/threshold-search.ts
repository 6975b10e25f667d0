import type { FactEffect } from "../../contracts/explanation.js";
import type { Assessed } from "../../contracts/receipt.js";
import { effects, isPossible, leastDifference, mightShow, shows } from "./effects.js";
import type { ScalarFact } from "./changeable-facts.js";

/** Counts evaluations of the rules, so that a search has an end. One that looks at open readings counts for each way. */
export type Budget = { left: number; wasShort: boolean };

/** The nearest change of a fact that has an effect, with the assessment it leads to. */
export type NearestScalar = {
  readonly fact: ScalarFact;
  readonly difference: number;
  readonly after: Assessed;
};

/** Each step is this many times the last, so that a threshold anywhere is bracketed in few. */
const growth = 8;
/** Öre or days. 8^8 öre is 167 772 kronor: more than a household is paid or pays in a month. */
const steps = 8;

type Direction = 1 | -1;
type Point = { readonly fact: ScalarFact; readonly distance: number; readonly direction: Direction };

/** Where to look: steps outwards in both directions, and every hint. Nearest first, then in the order of the facts. */
const pointsOf = (facts: readonly ScalarFact[], hintsFor: (fact: ScalarFact) => readonly number[]): Point[] =>
  facts
    .flatMap((fact) => {
      const outwards = Array.from({ length: steps + 1 }, (_, step) => growth ** step);
      const differences = new Set([...outwards.flatMap((distance) => [distance, -distance]), ...hintsFor(fact)]);
      return [...differences]
        .filter((difference) => difference !== 0)
        .map((difference): Point => ({
          fact,
          distance: Math.abs(difference),
          direction: difference > 0 ? 1 : -1,
        }));
    })
    .toSorted((one, other) => one.distance - other.distance);

/**
 * Looks for the smallest difference of one fact that has each effect. The rules need not be monotone: what is found is
 * an edge, checked by evaluating both sides. One step less in the same direction has not the effect; a narrow island
 * between two steps outwards may be passed over, which the hints are there to prevent.
 */
export const nearestScalars = (
  facts: readonly ScalarFact[],
  {
    before,
    evaluate,
    budget,
    hintsFor,
  }: {
    readonly before: Assessed;
    readonly evaluate: (fact: ScalarFact, difference: number) => Assessed | undefined;
    readonly budget: Budget;
    readonly hintsFor: (fact: ScalarFact) => readonly number[];
  },
): ReadonlyMap<FactEffect, NearestScalar> => {
  const found = new Map<FactEffect, NearestScalar>();
  const tried = new Map<ScalarFact, Map<number, Assessed | undefined>>();

  const at = (fact: ScalarFact, difference: number): Assessed | undefined => {
    const known = tried.get(fact) ?? new Map<number, Assessed | undefined>();
    tried.set(fact, known);
    if (!known.has(difference)) known.set(difference, evaluate(fact, difference));
    return known.get(difference);
  };
  const hasEffect = (effect: FactEffect, after: Assessed | undefined): after is Assessed =>
    after !== undefined && shows(effect, before, after);

  /** The largest distance below that is known to be without the effect. */
  const below = (effect: FactEffect, { fact, distance, direction }: Point): number =>
    [...(tried.get(fact) ?? [])].reduce((most, [difference, after]) => {
      const away = difference * direction;
      return away > most && away < distance && after !== undefined && !hasEffect(effect, after) ? away : most;
    }, 0);

  const narrow = (effect: FactEffect, point: Point, changed: Assessed): NearestScalar | undefined => {
    const { fact, direction } = point;
    let without = below(effect, point);
    let edge = { distance: point.distance, after: changed };
    while (edge.distance - without > 1) {
      if (budget.left <= 0) return undefined;
      const middle = Math.floor((edge.distance + without) / 2);
      const after = at(fact, middle * direction);
      if (hasEffect(effect, after)) edge = { distance: middle, after };
      else without = middle;
    }
    return { fact, difference: edge.distance * direction, after: edge.after };
  };

  for (const point of pointsOf(facts, hintsFor)) {
    const isNearer = (effect: FactEffect): boolean =>
      isPossible(effect, before) && point.distance < Math.abs(found.get(effect)?.difference ?? Infinity);
    const nearer = effects.filter(isNearer);
    if (nearer.length === 0) break;
    const open = nearer.filter(
      (effect) =>
        mightShow(effect, point.fact.path, before) &&
        (point.fact.kind === "date" || point.distance >= leastDifference(effect, before)),
    );
    if (open.length === 0) continue;
    if (budget.left <= 0) {
      budget.wasShort = true;
      break;
    }
    const after = at(point.fact, point.distance * point.direction);
    for (const effect of open) {
      if (!hasEffect(effect, after)) continue;
      const nearest = narrow(effect, point, after);
      if (nearest === undefined) budget.wasShort = true;
      else if (Math.abs(nearest.difference) < Math.abs(found.get(effect)?.difference ?? Infinity))
        found.set(effect, nearest);
    }
  }
  return found;
};
