import { passesLuhn } from "./check-digit.js";
import { parseDate } from "./date.js";

/** Reads a personal or coordination number as twelve digits, with a real date and a correct check digit. */
export const parsePersonalNumber = (printed: string): string | undefined => {
  const [, date, last] = /^((?:19|20)\d{6})[-\s]?(\d{4})$/.exec(printed.trim()) ?? [];
  if (date === undefined || last === undefined) return undefined;
  const day = Number(date.slice(6));
  // A coordination number's day is raised by sixty.
  const calendar = `${date.slice(0, 6)}${String(day > 60 ? day - 60 : day).padStart(2, "0")}`;
  return parseDate(calendar) !== undefined && passesLuhn(`${date.slice(2)}${last}`) ? `${date}${last}` : undefined;
};
