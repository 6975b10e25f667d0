import { formatKronor } from "../../contracts/money.js";
import { monthInWords, type Month } from "../../contracts/dates.js";
import type { PackTable } from "../../contracts/pack-check.js";

/** The tables of a pack as a heading names them. */
export const tableTitles: Readonly<Record<PackTable, string>> = {
  riksnorm: "Riksnorm",
  priceBaseAmounts: "Prisbasbelopp",
  legalPeriods: "Laggrund",
  incomeRules: "Inkomst",
  readings: "Tolkning",
  costRules: "Riktlinje",
  incomeChange: "Inkomst mot förra månaden",
  sourceWait: "Väntan på en källa",
  materialAge: "Underlagets högsta ålder",
  completion: "Tid att komplettera",
  leastAnswerTime: "Kortaste svarstid",
  paymentCutOff: "När betalfilen lämnas",
  letterChannels: "Hur brev skickas",
  delegation: "Delegationsordning",
};

/** "7 500 kr" */
export const kr = (amountOre: number): string => `${formatKronor(amountOre)} kr`;

/** "från januari 2026", "januari–mars 2026", "januari 2025–mars 2026" */
export const periodInWords = ({ from, to }: { readonly from: Month; readonly to?: Month }): string => {
  if (to === undefined) return `från ${monthInWords(from)}`;
  if (to === from) return monthInWords(from);
  const start = monthInWords(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, -5) : start}–${monthInWords(to)}`;
};

/** Children as a guideline counts them: "utan barn", "och 2 barn". */
const withChildren = (children: number): string => (children === 0 ? "utan barn" : `och ${String(children)} barn`);

/** "1 vuxen och 2 barn", "2 vuxna utan barn" */
export const householdInWords = ({
  adults,
  children,
}: {
  readonly adults: number;
  readonly children: number;
}): string => `${adults === 1 ? "1 vuxen" : `${String(adults)} vuxna`} ${withChildren(children)}`;
