import type { MonthStep, MonthView } from "../../contracts/api/month-view.js";
import { reasons } from "../../contracts/codes/reasons.js";
import type { Month } from "../../contracts/dates.js";
import { sumOre } from "../../contracts/money.js";
import type { PortalStanding } from "../../contracts/portal-state.js";
import type { CaseState } from "../../contracts/process.js";
import type { CaseFigures } from "../../store/month-figures.js";
import type { CaseRow } from "../../store/schema.js";
import type { UnreadApplication } from "../../store/unread-applications.js";
import { householdOfRow } from "./household.js";
import { figuresOf } from "./month-figures.js";
import { portalView } from "./portal-view.js";

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
export const monthView = (
  month: Month,
  rows: readonly CaseRow[],
  {
    figures,
    portals,
    unread,
  }: {
    readonly figures: readonly CaseFigures[];
    readonly portals: readonly PortalStanding[];
    readonly unread: readonly UnreadApplication[];
  },
): MonthView => {
  // A protected case is counted among the figures, but its amount is not added for one who may not see it.
  const known = new Set(rows.map(({ id }) => id));
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
    grantedOre: sumOre(figures.filter(({ caseId }) => known.has(caseId)).map(({ decidedOre }) => decidedOre ?? 0)),
    ...figuresOf(figures),
    unread: unread.map(({ reference, firstTriedAt }) => ({ reference, since: firstTriedAt })),
    portals: portals.map(portalView),
  };
};
