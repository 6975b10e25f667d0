import type { Case } from "../../contracts/case.js";
import type { Correction } from "../../contracts/correction.js";

/**
 * Lays caseworkers' corrections over what was read, oldest first, so that the latest word on a field holds. What was
 * applied for is the application's own and no correction lowers it: to approve less is a partial refusal.
 */
export const applyCorrections = (composed: Case, corrections: readonly Correction[]): Case =>
  corrections.reduce((corrected, correction) => applyOne(corrected, notBelowApplied(correction, composed)), composed);

const notBelowApplied = (correction: Correction, { costs }: Case): Correction => {
  if (correction.field !== "appliedOre") return correction;
  const appliedOre = costs.find(({ id }) => id === correction.lineId)?.appliedOre ?? 0;
  return { ...correction, value: Math.max(correction.value, appliedOre) };
};

const applyOne = (composed: Case, correction: Correction): Case => {
  const change = changeOf(correction);
  return correction.target === "cost"
    ? {
        ...composed,
        costs: composed.costs.map((cost) => (cost.id === correction.lineId ? { ...cost, ...change } : cost)),
      }
    : {
        ...composed,
        incomes: composed.incomes.map((income) =>
          income.id === correction.lineId ? { ...income, ...change } : income,
        ),
      };
};

const changeOf = (correction: Correction): object => {
  switch (correction.field) {
    case "costType":
    case "incomeType":
      return { type: correction.value };
    case "appliedOre":
    case "assessedOre":
    case "documentOre":
    case "proof":
    case "netOre":
    case "paidOn":
    case "assessed":
      return { [correction.field]: correction.value };
  }
};
