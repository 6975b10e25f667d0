import { findings, type FindingCode } from "../../contracts/codes/findings.js";
import type { LetterParagraph } from "../../contracts/letter.js";
import { formatKronor, sumOre, type Ore } from "../../contracts/money.js";
import { citationsFor } from "./citations.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { isOtherPurpose } from "./other-purposes.js";
import { reckoningOf, type Reckoning } from "./reckoning.js";
import { isSupplement } from "./supplement.js";
import type { Writer } from "./writer.js";

const meansParagraph = (meansOre: Ore, write: Writer): LetterParagraph => {
  const trace = { from: "figure", figure: "countedIncomeOre" } as const;
  return meansOre === 0
    ? write.paragraph("reasons.no-means", trace)
    : write.paragraph("reasons.means", trace, { words: { means: formatKronor(meansOre) } });
};

/** What the difference means for the decision. Where a person has decided another amount, that is said, with both. */
const differenceParagraph = (
  { decision, outcome }: DecisionLetterInput,
  { differenceOre, write }: { readonly differenceOre: Ore; readonly write: Writer },
): LetterParagraph => {
  const trace = { from: "finding", code: "need-exceeds-means" } as const;
  const amount = formatKronor(differenceOre);
  if (decision.amountOre !== Math.max(differenceOre, 0) && differenceOre < 0)
    return write.paragraph("reasons.own-amount-surplus", trace, {
      words: { surplus: formatKronor(-differenceOre), amount: formatKronor(decision.amountOre) },
    });
  if (decision.amountOre !== Math.max(differenceOre, 0))
    return outcome === "refused"
      ? write.paragraph("reasons.refused-need", trace, { words: { amount } })
      : write.paragraph("reasons.own-amount", trace, {
          words: { computed: amount, amount: formatKronor(decision.amountOre) },
        });
  if (differenceOre === 0) return write.paragraph("reasons.even", trace);
  return differenceOre < 0
    ? write.paragraph("reasons.surplus", trace, { words: { surplus: formatKronor(-differenceOre) } })
    : write.paragraph("reasons.difference", trace, { words: { amount } });
};

const stimulusParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph[] => {
  const lines = input.receipt.lines.filter(({ kind }) => kind === "disregard");
  const disregardOre = sumOre(lines.map(({ amountOre }) => amountOre));
  if (disregardOre === 0) return [];
  const stimulus = citationsFor(input)("job-stimulus");
  const words = { disregard: formatKronor(disregardOre), stimulus };
  return [write.paragraph("reasons.stimulus", { from: "figure", figure: "disregard" }, { words })];
};

const figures = (
  input: DecisionLetterInput,
  { reckoning, write }: { readonly reckoning: Reckoning; readonly write: Writer },
): LetterParagraph[] => {
  const { normOre, costsOre, meansOre, differenceOre } = reckoning;
  const need = { norm: formatKronor(normOre), costs: formatKronor(costsOre), need: formatKronor(normOre + costsOre) };
  return [
    write.paragraph("reasons.need", { from: "figure", figure: "normOre, costsOre" }, { words: need }),
    meansParagraph(meansOre, write),
    ...stimulusParagraph(input, write),
    differenceParagraph(input, { differenceOre, write }),
  ];
};

/** The rows of the norm's table, from one person to seven (12 kap. 2 § SoF). */
const largestInTable = 7;

/** Whether common costs were reckoned outside the table: as a share of the home's, or for more than it holds. */
const isOutsideTable = ({ case: { household } }: DecisionLetterInput): boolean =>
  household.sharesHome === true || household.members.length > largestInTable;

const calculationParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph => {
  const cite = citationsFor(input);
  const law = { from: "law", provision: cite("calculation") } as const;
  const words = { calculation: cite("calculation"), normTable: cite("norm-table") };
  return isOutsideTable(input)
    ? write.paragraph("reasons.calculation-household", law, {
        words: { ...words, normHousehold: cite("norm-household") },
      })
    : write.paragraph("reasons.calculation", law, { words });
};

const otherCostsParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph[] => {
  if (!input.case.costs.some(isOtherPurpose)) return [];
  const right = citationsFor(input)("right-to-aid");
  return [write.paragraph("reasons.other-costs", { from: "law", provision: right }, { words: { right } })];
};

/** How need and means came out, and on which paragraphs the arithmetic rests. */
export const arithmetic = (input: DecisionLetterInput, write: Writer): LetterParagraph[] => {
  if (isSupplement(input)) return [write.paragraph("reasons.supplement", { from: "event", event: "assessment" })];
  const reckoning = reckoningOf(input);
  if (reckoning === undefined) return [write.paragraph("reasons.not-reckoned", { from: "event", event: "assessment" })];
  return [
    ...figures(input, { reckoning, write }),
    calculationParagraph(input, write),
    ...otherCostsParagraph(input, write),
  ];
};

const isFindingCode = (code: string): code is FindingCode => code in findings;

/** What the texts say of the findings of this case: those that held, and those a person has settled. Each is said once. */
export const findingParagraphs = (input: DecisionLetterInput, write: Writer): LetterParagraph[] => {
  // The texts speak of the month's calculation, which a supplement does not show.
  if (isSupplement(input)) return [];
  const said = new Map<string, LetterParagraph>();
  for (const finding of input.receipt.findings) {
    if (!isFindingCode(finding.code)) continue;
    const how = finding.settled === true ? "settled" : "met";
    if (how === "met" && finding.result !== "met") continue;
    const paragraph = write.finding(finding.code, how);
    if (paragraph !== undefined) said.set(paragraph.textId, paragraph);
  }
  return [...said.values()];
};
