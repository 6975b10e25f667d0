import { costTypes, type CostType } from "../../contracts/codes/costs.js";
import { incomeTypes, type IncomeType } from "../../contracts/codes/incomes.js";
import { codeByWords } from "../core/coded-words.js";

/** Words of the e-service's form that differ from our own titles. */
const otherCostWords: Readonly<Record<string, CostType>> = {
  El: "electricity",
  "Avgift till a-kassa": "unemployment-fund",
  "A-kassa": "unemployment-fund",
  "Avgift till fackförbund": "union-fee",
  Fackförbund: "union-fee",
  "Resor till arbetet": "work-travel",
  Internet: "internet",
  Barnomsorg: "childcare",
  Övrigt: "other-cost",
};

const otherIncomeWords: Readonly<Record<string, IncomeType>> = {
  "A-kassa": "unemployment-benefit",
  Arbetslöshetsersättning: "unemployment-benefit",
  "Insättning på konto": "bank-deposit",
  Swishinsättning: "swish",
  Studiebidrag: "study-allowance",
  Studiehjälp: "study-allowance",
  "Hyra från inneboende barn": "rent-share",
  "Övrig inkomst": "other-income",
};

/** Code of a cost as the form words it; undefined for words we do not know. */
export const costCode = codeByWords(costTypes, otherCostWords);

/** Code of an income or a ticked benefit as the form words it; undefined for words we do not know. */
export const incomeCode = codeByWords(incomeTypes, otherIncomeWords);
