import { personalNumberSchema, type PersonalNumber } from "../../contracts/readings/person.js";
import type { LocalDate } from "../../contracts/dates.js";

/** What somebody looks for. */
export type SearchTerm =
  | { readonly kind: "case-number"; readonly number: string }
  | { readonly kind: "personal-number"; readonly personalNumber: PersonalNumber }
  | { readonly kind: "name"; readonly name: string };

/** Twelve digits of a number that was written with ten: a plus sign, or a year to come, is the century before. */
const century = (digits: string, { sign, today }: { readonly sign: string; readonly today: LocalDate }): string => {
  const year = Number(digits.slice(0, 2));
  const isThisCentury = year <= Number(today.slice(2, 4));
  const base = isThisCentury ? 20 : 19;
  return `${String(sign === "+" ? base - 1 : base)}${digits}`;
};

/** Tells a case number, a personal identity number (ten or twelve digits) and a name apart. */
export const searchTermOf = (query: string, today: LocalDate): SearchTerm => {
  const text = query.trim();
  const caseNumber = /^(\d{4})-(\d{4})$/.exec(text);
  if (caseNumber !== null) return { kind: "case-number", number: text };
  const person = /^(\d{2})?(\d{6})\s?([-+])?\s?(\d{4})$/.exec(text);
  if (person === null) return { kind: "name", name: text };
  const [, first, birth = "", sign = "-", last = ""] = person;
  const digits = first === undefined ? century(`${birth}${last}`, { sign, today }) : `${first}${birth}${last}`;
  const parsed = personalNumberSchema.safeParse(digits);
  return parsed.success ? { kind: "personal-number", personalNumber: parsed.data } : { kind: "name", name: text };
};
