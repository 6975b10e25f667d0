import type { LocalDate, Month } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import type { PersonalNumber } from "../../contracts/readings/person.js";

/** `2025-11` as `11-2025`. */
export const printedMonth = (month: Month): string => `${month.slice(5, 7)}-${month.slice(0, 4)}`;

/** `2025-10-24` as `24/10-2025`. */
export const printedDate = (date: LocalDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}-${date.slice(0, 4)}`;

/** Öre as `6 190:-` or `6 190:50`, with plain spaces and a hyphen before what is negative. */
export const printedAmount = (amountOre: Ore): string => {
  const [kronor = "", ore = "-"] = formatKronor(amountOre)
    .replace(/\u00a0/g, " ")
    .replace("\u2212", "-")
    .split(",");
  return `${kronor}:${ore}`;
};

/** `199005021234` as `19900502-1234`. */
export const printedNumber = (personalNumber: PersonalNumber): string =>
  `${personalNumber.slice(0, 8)}-${personalNumber.slice(8)}`;
