import type { ShownCase } from "../../contracts/api/case-view.js";
import { costTypes, proofNames } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { correctionSchema, type Correction } from "../../contracts/correction.js";
import { kr } from "./words.js";
import type { CaseFacts } from "./case-facts.js";

const fieldNames: Readonly<Record<Correction["field"], string>> = {
  appliedOre: "sökt belopp",
  assessedOre: "godkänt belopp",
  documentOre: "belopp på underlaget",
  proof: "hur kostnaden är styrkt",
  costType: "kostnadsslag",
  netOre: "utbetalt belopp",
  paidOn: "utbetalningsdag",
  incomeType: "inkomstslag",
  assessed: "räknas eller inte",
};

/** The new value in words. */
const valueOf = (correction: Correction): string => {
  switch (correction.field) {
    case "appliedOre":
    case "assessedOre":
    case "documentOre":
    case "netOre":
      return kr(correction.value);
    case "proof":
      return proofNames[correction.value];
    case "costType":
      return costTypes[correction.value].title;
    case "incomeType":
      return incomeTypes[correction.value].title;
    case "assessed":
      return correction.value === "counts" ? "räknas" : "räknas inte";
    case "paidOn":
      return correction.value;
  }
};

const titleOf = ({ target, lineId }: Correction, { assessment }: CaseFacts): string => {
  const cost = target === "cost" ? assessment?.input.costs.find(({ id }) => id === lineId) : undefined;
  const income = target === "income" ? assessment?.input.incomes.find(({ id }) => id === lineId) : undefined;
  if (cost !== undefined) return costTypes[cost.type].title;
  return income === undefined ? lineId : incomeTypes[income.type].title;
};

/** A norm that was entered by hand stands as a correction of the table that is missing, with its citation as the reason. */
const enteredNorm = ({ manualNorm, staff }: CaseFacts): ShownCase["corrected"] =>
  manualNorm === undefined
    ? []
    : [
        {
          label: "Normen, angiven för hand",
          to: `personligt ${kr(manualNorm.norm.personalOre)}, gemensamt ${kr(manualNorm.norm.commonOre)}`,
          reason: manualNorm.norm.citation,
          by: staff.get(manualNorm.madeBy) ?? "okänd",
          at: manualNorm.madeAt,
        },
      ];

/** What persons have corrected, with their reasons. */
export const correctedOf = (facts: CaseFacts): ShownCase["corrected"] => [
  ...enteredNorm(facts),
  ...facts.corrections.flatMap(({ value, reason, madeBy, madeAt }) => {
    const parsed = correctionSchema.safeParse(value);
    if (!parsed.success) return [];
    return [
      {
        label: `${titleOf(parsed.data, facts)}, ${fieldNames[parsed.data.field]}`,
        to: valueOf(parsed.data),
        reason,
        by: facts.staff.get(madeBy) ?? "okänd",
        at: madeAt,
      },
    ];
  }),
];
