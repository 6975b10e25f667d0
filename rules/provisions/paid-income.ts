import { incomeTypes } from "../../contracts/codes/incomes.js";
import { dateInWords, month } from "../../contracts/dates.js";
import { isByWord, listedIncomes, type MonthIncome } from "../counted-incomes.js";
import type { Facts } from "../facts.js";
import { cannotTell, met, missing, notMet } from "../findings.js";
import type { Found, Provision } from "../provision.js";

const paidFindings = (
  { row, month: { share, differs, isPeriodKnown } }: MonthIncome,
  facts: Facts,
): readonly Found[] => {
  const mark = facts.mark();
  const { title } = incomeTypes[row.get("type")];
  const factId = row.id;
  const byWord = isByWord(row);
  const preliminary = byWord ? false : row.get("preliminary");
  const paidOn = row.get("paidOn");
  const read = facts.since(mark);
  const paid =
    preliminary === undefined
      ? missing("income-paid", read, { factId, what: `om ${title} är slutligt utbetald` })
      : preliminary
        ? notMet("income-paid", read, { reason: "income-preliminary", factId, text: `${title} är inte utbetald än.` })
        : met("income-paid", read);
  if (paidOn === undefined)
    return [paid, missing("income-in-month", read, { factId, what: `utbetalningsdag för ${title}` })];
  if (share === undefined || (!isPeriodKnown && !byWord))
    return [paid, missing("income-in-month", read, { factId, what: `vilken tid ${title} avser` })];
  if (differs)
    return [
      paid,
      cannotTell("income-in-month", read, {
        reason: "income-period-differs",
        factId,
        text: `${title} betalades ut ${dateInWords(paidOn)} men avser en annan månad.`,
      }),
    ];
  return [paid, met("income-in-month", read)];
};

/** An income is counted when it is paid, in the month it belongs to. */
export const paidIncome: Provision = {
  id: "paid-income",
  title: "Utbetalning och period",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "En utbetalning räknas när den är gjord. Är den preliminär väntar ärendet. Ligger utbetalningen och den tid den avser i olika månader frågas en person.",
  evaluate: (facts, context) => ({
    findings: listedIncomes(facts, context).flatMap((income) => paidFindings(income, facts)),
  }),
};
