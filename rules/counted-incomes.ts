import type { Income } from "../contracts/case.js";
import type { Facts, Row } from "./facts.js";
import { adultsOf } from "./household.js";
import { incomeShare, type IncomeShare } from "./income-month.js";
import type { Context } from "./provision.js";
import { isWholeKronor, roundOre } from "./rounding.js";

/** A payment that concerns the control month. */
export type MonthIncome = { readonly row: Row<Income>; readonly month: IncomeShare };

/** Payments that belong to the control month, or may do so. Everything else is of another month. */
export const incomesOfMonth = (facts: Facts, context: Context): readonly MonthIncome[] =>
  facts.incomes.flatMap((row) => {
    const month = incomeShare(row, context);
    const isAssessed = row.get("assessed") === "counts";
    return month.share === 0 && !month.differs && !isAssessed ? [] : [{ row, month }];
  });

/** Payments to the adults; the children's own money is judged apart. */
export const adultsIncomes = (facts: Facts, context: Context): readonly MonthIncome[] => {
  const adults = new Set(adultsOf(facts).map(({ id }) => id));
  return incomesOfMonth(facts, context).filter(({ row }) => adults.has(row.get("memberId")));
};

/** Whether the income is known by a person's word: the applicant's, or a caseworker's who has looked into it. */
export const isByWord = (row: Row<Income>): boolean => {
  const source = row.get("source");
  return source === "applicant" || source === "caseworker";
};

/** Payments of listed kinds that no person has assessed: the ones the rules have questions about. */
export const listedIncomes = (facts: Facts, context: Context): readonly MonthIncome[] =>
  incomesOfMonth(facts, context).filter(
    ({ row }) =>
      row.get("assessed") === undefined && context.parameters.incomeTreatment(row.get("type"))?.treatment === "counts",
  );

/** Listed payments that an agency or a document tells of, with period, tax and deductions. */
export const reportedIncomes = (facts: Facts, context: Context): readonly MonthIncome[] =>
  listedIncomes(facts, context).filter(({ row }) => !isByWord(row));

/** What came of a payment: counted with an amount, left out by a rule or a person, or not possible to tell. */
export type Countable =
  | { readonly kind: "counts"; readonly amountOre: number }
  | { readonly kind: "left-out" }
  | { readonly kind: "unknown" };

/** Whether a deduction other than tax was made, or nobody knows. */
export const otherDeductions = (row: Row<Income>): "none" | "some" | "unknown" => {
  const deductions = row.get("deductions");
  if (deductions === undefined) return "unknown";
  return deductions.some(({ type, amountOre }) => type !== "tax" && amountOre > 0) ? "some" : "none";
};

/** What a payment counts for, after a person's assessment or by the lists. */
export const countable = ({ row, month }: MonthIncome, context: Context): Countable => {
  const netOre = row.get("netOre");
  const assessed = row.get("assessed");
  if (assessed === "does-not-count") return { kind: "left-out" };
  if (assessed === "counts") return { kind: "counts", amountOre: netOre };
  const treatment = context.parameters.incomeTreatment(row.get("type"))?.treatment;
  if (treatment === "does-not-count") return { kind: "left-out" };
  if (treatment !== "counts" || month.share === undefined) return { kind: "unknown" };
  if (row.get("preliminary") === true || row.get("retroactive") === true) return { kind: "unknown" };
  if (otherDeductions(row) === "some") return { kind: "unknown" };
  if (month.share === 0) return { kind: "left-out" };
  const amountOre = netOre * month.share;
  return {
    kind: "counts",
    amountOre: isWholeKronor(amountOre) ? amountOre : roundOre(amountOre, context.reading("round-income")),
  };
};
