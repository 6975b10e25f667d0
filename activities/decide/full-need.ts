import type { Case, Cost } from "../../contracts/case.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { DecisionOutcome } from "../../contracts/rule-pack.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { Assessment } from "../../store/assessments.js";

type FigureName = "normOre" | "countedIncomeOre";

const appliedSum = ({ costs }: Case): Ore => sumOre(costs.map(({ appliedOre }) => appliedOre));

/** A figure in each of the ways the open readings may be chosen; one way where none is open. */
const waysOf = ({ variants, ...receipt }: Receipt): ((name: FigureName) => Ore | null)[] => {
  const ways = new Map<string, Map<string, Ore | null>>();
  for (const { readings, figure, amountOre } of variants) {
    const key = JSON.stringify(Object.entries(readings).toSorted());
    ways.set(key, (ways.get(key) ?? new Map<string, Ore | null>()).set(figure, amountOre));
  }
  if (ways.size === 0) return [(name) => receipt[name]];
  return [...ways.values()].map((way) => (name) => receipt[name] ?? way.get(name) ?? null);
};

/**
 * What the household would have where every cost is approved as it was applied for: norm and costs less incomes, the
 * highest of the ways to read what is open; for a supplement, what was applied for. In whole kronor, since a grant is.
 * Undefined where it cannot be known.
 */
export const fullNeedOre = ({ input, receipt }: Pick<Assessment, "input" | "receipt">): Ore | undefined => {
  const appliedOre = appliedSum(input);
  if (input.kind === "supplement") return input.costs.length === 0 ? undefined : appliedOre;
  const needs = waysOf(receipt).map((figure) => {
    const [normOre, incomeOre] = [figure("normOre"), figure("countedIncomeOre")];
    return normOre === null || incomeOre === null ? undefined : normOre + appliedOre - incomeOre;
  });
  const known = needs.filter((need) => need !== undefined);
  return known.length < needs.length ? undefined : Math.floor(Math.max(...known) / 100) * 100;
};

/** How much of the full need a month's decision refuses: nothing where all is granted. */
export const refusedOreOf = (
  { outcome, amountOre }: { readonly outcome: DecisionOutcome; readonly amountOre: Ore },
  assessment: Pick<Assessment, "input" | "receipt">,
): Ore | "unknown" => {
  if (outcome === "granted") return 0;
  const needOre = fullNeedOre(assessment);
  return needOre === undefined ? "unknown" : Math.max(needOre - amountOre, 0);
};

/** Costs of the application that no row of the calculation counts: a grant as computed gives nothing for them. */
export const uncountedCosts = ({ input, receipt }: Pick<Assessment, "input" | "receipt">): Cost[] =>
  input.costs.filter(
    ({ id }) =>
      !receipt.lines.some(
        ({ kind, facts }) => kind === "cost" && facts.some((fact) => fact.startsWith(`costs.${id}.`)),
      ),
  );
