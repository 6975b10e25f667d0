import type { MonthStep, MonthView } from "../../contracts/api/month-view.js";
import { reasons } from "../../contracts/codes/reasons.js";
import type { Month } from "../../contracts/dates.js";
import { sumOre } from "../../contracts/money.js";
import type { CaseState } from "../../contracts/process.js";
import type { CaseRow } from "../../store/schema.js";
import { householdOfRow } from "./household.js";

const stepOf: Readonly<Record<CaseState, MonthStep>> = {
  received: "received",
  gathering: "gathering",
  assessing: "assessing",
  prefilled: "ready",
  referred: "attention",
  waiting: "waiting",
  deciding: "attention",
  delivering: "delivering",
  closed: "closed",
};

const isDecided = ({ state }: CaseRow): boolean => state === "delivering" || state === "closed";

/** The month's cases as a flow. */
export const monthView = (month: Month, rows: readonly CaseRow[]): MonthView => {
  const count = (step: MonthStep): number => rows.filter(({ state }) => stepOf[state] === step).length;
  return {
    month,
    counts: {
      received: count("received"),
      gathering: count("gathering"),
      assessing: count("assessing"),
      ready: count("ready"),
      attention: count("attention"),
      waiting: count("waiting"),
      delivering: count("delivering"),
      closed: count("closed"),
    },
    households: rows.map((row) => ({
      caseId: row.id,
      reference: row.number,
      household: householdOfRow(row),
      state: row.state,
      step: stepOf[row.state],
      amountOre: row.protected ? null : row.amountOre,
      reasons: isDecided(row) ? [] : row.reasons.map((code) => reasons[code].title),
      decided: isDecided(row),
    })),
    grantedOre: sumOre(rows.filter(isDecided).map(({ amountOre }) => amountOre ?? 0)),
  };
};
