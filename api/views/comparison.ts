import type { CalculationRow, Question, ShownCase } from "../../contracts/api/case-view.js";
import type { Case } from "../../contracts/case.js";
import { inSentence, kr } from "./words.js";

/** An income that is larger lowers the aid; the words speak of the income. */
const changeOf = (row: CalculationRow): string | undefined => {
  const { computedOre, lastMonthOre, differenceOre, group } = row;
  const name = inSentence(row.label);
  if (computedOre !== null && lastMonthOre === null)
    return `${name} ${kr(Math.abs(computedOre))} fanns inte förra månaden`;
  if (differenceOre === null || differenceOre === 0) return undefined;
  const isMore = group === "income" ? differenceOre < 0 : differenceOre > 0;
  return `${name} ${kr(Math.abs(differenceOre))} ${isMore ? "högre" : "lägre"}`;
};

/** Reasons that say that something is gone; no row of this month can show it. */
const gone: ReadonlySet<Question["reason"]> = new Set([
  "income-missing",
  "household-changed",
  "register-changed",
  "account-changed",
]);

/** "Som förra månaden utom …": what is not as last month. */
export const comparisonOf = (
  input: Case | undefined,
  { rows, questions }: { readonly rows: readonly CalculationRow[]; readonly questions: readonly Question[] },
): ShownCase["comparison"] => {
  if (input?.previous === undefined) return { known: false, exceptions: [] };
  const changes = rows.filter(({ level, group }) => level === "line" && group !== "result").map(changeOf);
  const missing = questions.filter(({ reason }) => gone.has(reason)).map(({ title }) => inSentence(title));
  return { known: true, exceptions: [...new Set([...changes.filter((change) => change !== undefined), ...missing])] };
};
