import type { Cost } from "../../contracts/case.js";
import { costTypes } from "../../contracts/codes/costs.js";
import type { LetterParagraph } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { costOutcomes, costTitle } from "./cost-outcomes.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

/** Whether a cost is for another need than försörjningsstöd, which is the norm and the costs of 12 kap. 7 § SoL. */
export const isOtherPurpose = ({ type }: Cost): boolean => {
  const entry = costTypes[type];
  return !("basis" in entry) || entry.basis !== costTypes.rent.basis;
};

/** What of the amount is for other needs than försörjningsstöd, each named on its own. Undefined where nothing is. */
export const purposeParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph | undefined => {
  const items = costOutcomes(input)
    .filter(({ cost, approvedOre }) => approvedOre > 0 && isOtherPurpose(cost))
    .map(({ cost, approvedOre }) => `${costTitle(cost)}: ${formatKronor(approvedOre)} kronor`);
  return items.length === 0
    ? undefined
    : write.paragraph("grant.purpose", { from: "figure", figure: "costsOre" }, { items });
};
