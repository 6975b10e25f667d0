import { costTypes } from "../../contracts/codes/costs.js";
import type { Case } from "../../contracts/case.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { Receipt } from "../../contracts/receipt.js";

/** A row of the calculation as the case system takes it: what lowers the need is negative. */
export type CalculationLine = { readonly label: string; readonly amountOre: Ore };

const computed = ({ lines }: Receipt): CalculationLine[] =>
  lines.map(({ text, kind, amountOre }) => ({ label: text, amountOre: kind === "income" ? -amountOre : amountOre }));

/** What a person took off a cost, or put on it, as a row of its own: the rulebook's row stays as it was computed. */
const adjustments = ({ lines }: Receipt, { costs }: Case, { reducedCosts = [] }: DecisionDraft): CalculationLine[] =>
  reducedCosts.flatMap(({ costId, approvedOre }) => {
    const cost = costs.find(({ id }) => id === costId);
    const own = lines.filter(
      ({ kind, facts }) => kind === "cost" && facts.some((at) => at.startsWith(`costs.${costId}.`)),
    );
    const difference = approvedOre - sumOre(own.map(({ amountOre }) => amountOre));
    return cost === undefined || difference === 0
      ? []
      : [{ label: `${costTypes[cost.type].title}: ändrat genom beslutet`, amountOre: difference }];
  });

/** The rows of a decided month. They sum to what was decided: where a person decided otherwise, a row says so. */
export const calculationLines = (
  { input, receipt }: { readonly input: Case; readonly receipt: Receipt },
  { draft, amountOre }: { readonly draft: DecisionDraft; readonly amountOre: Ore },
): CalculationLine[] => {
  const rows = [...computed(receipt), ...adjustments(receipt, input, draft)];
  const rest = amountOre - sumOre(rows.map((row) => row.amountOre));
  if (rest === 0) return rows;
  const isSurplus = amountOre === 0 && rest > 0;
  return [...rows, { label: isSurplus ? "Överskott" : "Bestämt genom beslutet", amountOre: rest }];
};
