import { incomeTypes } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { incomesOfMonth, isByWord, type MonthIncome } from "../counted-incomes.js";
import type { Facts } from "../facts.js";
import { met, missing, notMet } from "../findings.js";
import type { Context, Found, Provision } from "../provision.js";

const declaredFinding = (
  { row }: MonthIncome,
  { facts, context }: { facts: Facts; context: Context },
): readonly Found[] => {
  const mark = facts.mark();
  const type = row.get("type");
  const isDeposit = context.parameters.incomeTreatment(type)?.treatment === "deposit";
  if (isDeposit || isByWord(row) || row.get("assessed") === "does-not-count") return [];
  const declared = row.get("declared");
  const amountOre = row.get("netOre");
  const read = facts.since(mark);
  if (declared === undefined)
    return [missing("income-declared", read, { factId: row.id, what: `om ${incomeTypes[type].title} är uppgiven` })];
  if (declared) return [met("income-declared", read)];
  return [
    notMet("income-declared", read, {
      reason: "undeclared-income",
      factId: row.id,
      text: `${incomeTypes[type].title}, ${formatKronor(amountOre)} kr, är inte uppgiven i ansökan.`,
      amountOre,
    }),
  ];
};

/** What an agency says that the applicant has not is communicated before it is used. A deposit is a question already. */
export const declaredIncome: Provision = {
  id: "declared-income",
  title: "Inkomster som inte är uppgivna",
  basis: ["hear-party", "right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Visar en källa en inkomst som den sökande inte har uppgett ska den sökande få yttra sig innan uppgiften läggs till grund för beslutet.",
  evaluate: (facts, context) => ({
    findings: incomesOfMonth(facts, context).flatMap((income) => declaredFinding(income, { facts, context })),
  }),
};
