import { monthName } from "../shared/month-name.js";

/** `2025-10-27` as `27 oktober 2025`. */
export const dateText = (date: string): string => `${String(Number(date.slice(8, 10)))} ${monthName(date.slice(0, 7))}`;

/** `2025-10-25T19:12` as `25 oktober 2025 kl. 19.12`. */
export const timeText = (time: string): string =>
  `${dateText(time.slice(0, 10))} kl. ${time.slice(11).replace(":", ".")}`;

/** Öre as `6 210 kr` or `507,50 kr`, with no-break spaces. */
export const kronorText = (amountOre: number): string => {
  const kronor = String(Math.floor(amountOre / 100)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const ore = amountOre % 100;
  return `${kronor}${ore === 0 ? "" : `,${String(ore).padStart(2, "0")}`}\u00a0kr`;
};

/** `199005021234` as `19900502-1234`. */
export const personalNumberText = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`;

/** `Ja`, `Nej`, or that the question was left open. */
export const answerText = (answer: boolean | undefined): string =>
  answer === undefined ? "Ej besvarad" : answer ? "Ja" : "Nej";
