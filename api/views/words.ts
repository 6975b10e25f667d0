import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";

const months = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"] as const;
const space = "\u00a0";

/** "6 190 kr", with spaces that do not break. */
export const kr = (amountOre: Ore): string => `${formatKronor(amountOre)}${space}kr`;

/** "24 okt" */
export const shortDate = (date: LocalDate): string =>
  `${String(Number(date.slice(8, 10)))}${space}${months[Number(date.slice(5, 7)) - 1] ?? ""}`;

/** "1–31 okt", or "24 sep–23 okt" over a turn of the month. */
export const shortPeriod = (from: LocalDate, to: LocalDate): string =>
  from.slice(0, 7) === to.slice(0, 7)
    ? `${String(Number(from.slice(8, 10)))}–${shortDate(to)}`
    : `${shortDate(from)}–${shortDate(to)}`;

/** "till 31 december 2025" */
export const until = (date: LocalDate): string => `till ${dateInWords(date)}`;

/** "1 vuxen", "3 barn" */
export const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** The first letter in lower case, as inside a sentence. */
export const inSentence = (text: string): string => text.charAt(0).toLocaleLowerCase("sv") + text.slice(1);
