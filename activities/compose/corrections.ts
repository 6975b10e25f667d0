import type { Case, Income } from "../../contracts/case.js";
import type { Correction } from "../../contracts/correction.js";

/**
 * Lays caseworkers' corrections over what was read, oldest first, so that the latest word on a field holds. What was
 * applied for is the application's own and no correction lowers it: to approve less is a partial refusal. An income that
 * a person has raised is more than the applicant told of, who is heard on it (FL 25 §).
 */
export const applyCorrections = (composed: Case, corrections: readonly Correction[]): Case => {
  const corrected = corrections.reduce(
    (changed, correction) => applyOne(changed, notBelowApplied(correction, composed)),
    composed,
  );
  return { ...corrected, incomes: corrected.incomes.map((income) => untoldIfRaised(income, composed)) };
};

const untoldIfRaised = (income: Income, { incomes }: Case): Income => {
  const told = incomes.find(({ id }) => id === income.id)?.netOre;
  return told !== undefined && income.netOre > told ? { ...income, declared: false } : income;
};

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
