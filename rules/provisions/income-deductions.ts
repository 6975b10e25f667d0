import { deductionTypes, incomeTypes } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { reportedIncomes, otherDeductions, type MonthIncome } from "../counted-incomes.js";
import type { Facts } from "../facts.js";
import { cannotTell, met, missing, notMet } from "../findings.js";
import type { Found, Provision } from "../provision.js";

/** Whether gross less tax and deductions is what was paid, where the source gives gross. */
const addsUp = ({ row }: MonthIncome): boolean => {
  const grossOre = row.get("grossOre");
  const taxOre = row.get("taxOre");
  if (grossOre === undefined || taxOre === undefined) return true;
  const deducted = (row.get("deductions") ?? []).reduce(
    (sum, { type, amountOre }) => (type === "tax" ? sum : sum + amountOre),
    0,
  );
  return grossOre - taxOre - deducted === row.get("netOre");
};

const deductionFindings = (income: MonthIncome, facts: Facts): readonly Found[] => {
  const { row } = income;
  const mark = facts.mark();
  const factId = row.id;
  const { title } = incomeTypes[row.get("type")];
  const deductions = otherDeductions(row);
  if (!addsUp(income))
    return [
      notMet("income-tax-only", facts.since(mark), {
        reason: "document-mismatch",
        factId,
        text: `${title}: brutto minus skatt och avdrag är inte det utbetalda beloppet.`,
      }),
    ];
  const read = facts.since(mark);
  switch (deductions) {
    case "none":
      return [met("income-tax-only", read)];
    case "unknown":
      return [missing("income-tax-only", read, { factId, what: `avdrag på ${title}` })];
    case "some": {
      const made = (row.get("deductions") ?? [])
        .filter(({ type }) => type !== "tax")
        .map(({ type, amountOre }) => `${deductionTypes[type].title} ${formatKronor(amountOre)} kr`);
      return [
        cannotTell("income-tax-only", read, {
          reason: "income-deduction",
          factId,
          text: `${title}: ${made.join(", ")}.`,
        }),
      ];
    }
  }
};

/** Only tax is netted. Whether the amount before or after any other deduction counts is judged by a person. */
export const incomeDeductions: Provision = {
  id: "income-deductions",
  title: "Avdrag på ersättningar",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Bara preliminär skatt räknas bort. Har något annat dragits av, till exempel utmätning eller kvittning, bedömer en person vilket belopp som räknas. Brutto, skatt och avdrag ska stämma med det utbetalda.",
  evaluate: (facts, context) => ({
    findings: reportedIncomes(facts, context).flatMap((income) => deductionFindings(income, facts)),
  }),
};
