import type { CalculationRow } from "../../contracts/api/case-view.js";
import type { Case } from "../../contracts/case.js";
import { addMonths, monthInWords } from "../../contracts/dates.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { CaseFacts } from "./case-facts.js";
import { costRows } from "./cost-rows.js";
import { incomeRows } from "./income-rows.js";
import { normRows } from "./norm-rows.js";
import { minus, negative } from "./receipt-lines.js";

type Sum = Pick<CalculationRow, "id" | "group" | "label" | "computedOre" | "lastMonthOre"> & {
  readonly askedOre?: Ore;
  readonly level?: "result";
  readonly verified: boolean;
};

const sumRow = ({ askedOre, level, ...sum }: Sum): CalculationRow => ({
  ...sum,
  level: level ?? "sum",
  askedOre: askedOre ?? null,
  differenceOre: minus(sum.computedOre, sum.lastMonthOre),
  parts: [],
  provisionIds: [],
  evidenceIds: [],
  factIds: [],
  correctable: [],
});

const lastMonthOf = (input: Case, kind: "norm" | "cost" | "income"): Ore | null =>
  input.previous === undefined
    ? null
    : sumOre(input.previous.lines.filter((line) => line.kind === kind).map(({ amountOre }) => amountOre));

const monthName = (month: Case["benefitMonth"]): string => monthInWords(month).split(" ")[0] ?? "";

const areVerified = (rows: readonly CalculationRow[]): boolean => rows.every(({ verified }) => verified);

/** The calculation as rows: norm, costs, incomes and result. Amounts are the receipt's; nothing is computed anew. */
export const calculationOf = (
  input: Case,
  { receipt, facts }: { readonly receipt: Receipt; readonly facts: CaseFacts },
): CalculationRow[] => {
  const norm = normRows(input, { receipt, facts });
  const costs = costRows(input, { lines: receipt.lines, facts });
  const incomes = incomeRows(input, { receipt, facts });
  const balanceOre = input.previous?.balanceOre;
  const all = [...norm, ...costs, ...incomes];
  return [
    sumRow({
      id: "norm",
      group: "norm",
      label: "Riksnorm",
      computedOre: receipt.normOre,
      lastMonthOre: lastMonthOf(input, "norm"),
      verified: areVerified(norm),
    }),
    ...norm,
    sumRow({
      id: "cost",
      group: "cost",
      label: "Kostnader",
      askedOre: sumOre(input.costs.map(({ appliedOre }) => appliedOre)),
      computedOre: receipt.costsOre,
      lastMonthOre: lastMonthOf(input, "cost"),
      verified: areVerified(costs),
    }),
    ...costs,
    sumRow({
      id: "income",
      group: "income",
      label: `Inkomster i ${monthName(addMonths(input.benefitMonth, -1))}`,
      computedOre: negative(receipt.countedIncomeOre),
      lastMonthOre: negative(lastMonthOf(input, "income")),
      verified: areVerified(incomes),
    }),
    ...incomes,
    sumRow({
      id: "result",
      group: "result",
      level: "result",
      label: `Försörjningsstöd ${monthName(input.benefitMonth)}`,
      computedOre: receipt.shortfallOre,
      // The case system keeps means minus need: a shortfall is negative there.
      lastMonthOre: balanceOre === undefined ? null : negative(balanceOre),
      verified: areVerified(all),
    }),
  ];
};
