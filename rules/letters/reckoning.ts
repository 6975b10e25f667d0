import { sumOre, type Ore } from "../../contracts/money.js";
import { costOutcomes } from "./cost-outcomes.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { isSupplement } from "./supplement.js";

/** Need and means as the letter shows them, with the costs as they were decided. */
export type Reckoning = {
  readonly normOre: Ore;
  readonly costsOre: Ore;
  readonly meansOre: Ore;
  /** Need less means; negative is a surplus. */
  readonly differenceOre: Ore;
};

/**
 * The month's arithmetic; undefined where the norm or the incomes were not computed and a person decided the amount, and
 * for a supplement, which is not weighed against it.
 */
export const reckoningOf = (input: DecisionLetterInput): Reckoning | undefined => {
  const { normOre, countedIncomeOre: meansOre } = input.receipt;
  if (isSupplement(input) || normOre === null || meansOre === null) return undefined;
  const costsOre = sumOre(costOutcomes(input).map(({ approvedOre }) => approvedOre));
  return { normOre, costsOre, meansOre, differenceOre: normOre + costsOre - meansOre };
};
