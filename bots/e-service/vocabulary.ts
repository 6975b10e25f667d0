import { costTypes, type CostType } from "../../contracts/codes/costs.js";
import { incomeTypes, type IncomeType } from "../../contracts/codes/incomes.js";

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

const byTitle = <Code extends string>(table: Readonly<Record<Code, { readonly title: string }>>) => {
  const entries = Object.entries<{ readonly title: string }>(table);
  return new Map(entries.map(([code, { title }]) => [title, code]));
};

const costTitles = byTitle(costTypes);
const incomeTitles = byTitle(incomeTypes);

/** Code of a cost as the form words it; undefined for words we do not know. */
export const costCode = (words: string): string | undefined => otherCostWords[words] ?? costTitles.get(words);

/** Code of an income or a ticked benefit as the form words it; undefined for words we do not know. */
export const incomeCode = (words: string): string | undefined => otherIncomeWords[words] ?? incomeTitles.get(words);
