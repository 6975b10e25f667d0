import { incomeTypes } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { incomesOfMonth, type MonthIncome } from "../counted-incomes.js";
import type { Facts } from "../facts.js";
import { cannotTell, met } from "../findings.js";
import type { Context, Found, Provision } from "../provision.js";

const kindFinding = ({ row }: MonthIncome, { facts, context }: { facts: Facts; context: Context }): Found => {
  const mark = facts.mark();
  const type = row.get("type");
  if (row.get("assessed") !== undefined) return met("income-listed", facts.since(mark), "Bedömd av en handläggare.");
  const rule = context.parameters.incomeTreatment(type);
  const { title } = incomeTypes[type];
  const amountOre = row.get("netOre");
  const read = facts.since(mark);
  const text = `${title}, ${formatKronor(amountOre)} kr`;
  switch (rule?.treatment) {
    case "counts":
    case "does-not-count":
      return met("income-listed", read, `${title}: ${rule.source}`);
    case "deposit":
      return cannotTell("income-listed", read, {
        reason: "deposit-to-assess",
        factId: row.id,
        text: `${text}.`,
        amountOre,
      });
    case "person":
    case undefined:
      return cannotTell("income-listed", read, {
        reason: "income-type-unlisted",
        factId: row.id,
        text: `${text}: ingen regel säger om inkomsten räknas.`,
        amountOre,
      });
  }
};

/** Every income is of a kind on the list; a deposit or an unlisted kind is judged by a person. */
export const incomeKinds: Provision = {
  id: "income-kinds",
  title: "Inkomstslag",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Listan säger vilka inkomstslag som räknas och vilka som inte räknas. Kontoinsättningar, Swish och slag som inte finns i listan bedöms av en person.",
  evaluate: (facts, context) => ({
    findings: incomesOfMonth(facts, context).map((income) => kindFinding(income, { facts, context })),
  }),
};
