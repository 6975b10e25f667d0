import { costTypes, costTypeSchema } from "../../contracts/codes/costs.js";
import { incomeTypes, incomeTypeSchema } from "../../contracts/codes/incomes.js";
import { openReadings, readingKeySchema } from "../../contracts/codes/open-readings.js";
import { tableTitles } from "../../rules/proofs/row-words.js";
import type { OverlayRow } from "./overlay-rows.js";

/** What a line is called. */
export const rowTitle = ({ table, row }: OverlayRow): string => {
  const reading = readingKeySchema.safeParse(row);
  if (table === "readings" && reading.success) return `${tableTitles[table]}: ${openReadings[reading.data].title}`;
  const cost = costTypeSchema.safeParse(row);
  if (table === "costRules" && cost.success) return `${tableTitles[table]}: ${costTypes[cost.data].title}`;
  const income = incomeTypeSchema.safeParse(row);
  if (table === "incomeRules" && income.success) return `${tableTitles[table]}: ${incomeTypes[income.data].title}`;
  return tableTitles[table];
};
