import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A calendar date in Sweden, `2025-10-27`. Never a point in time. */
export type LocalDate = string & { readonly __brand: "LocalDate" };
/** A calendar month, `2025-11`. */
export type Month = string & { readonly __brand: "Month" };
/** A point in time in UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly __brand: "Instant" };

const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
};

/** Accepts a real calendar date between 1900 and 2199 in the form `YYYY-MM-DD`. */
export const localDateSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\d$/, "Ska vara en dag, till exempel 2025-11-27.")
  .refine(isDate, "Dagen finns inte i almanackan.")
  .transform((text) => text as LocalDate)
  .meta({ type: "string", format: "date" });

/** Accepts a month in the form `YYYY-MM`. */
export const monthSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Ska vara en månad, till exempel 2025-11.")
  .transform((text) => text as Month);

/** Accepts an instant in UTC. */
export const instantSchema = z.iso.datetime({ offset: false }).transform((text) => text as Instant);

/** A closed interval of dates, both ends included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** Reads a literal date; throws where it is not one. For constants and tests. */
export const localDate = (text: string): LocalDate => localDateSchema.parse(text);
/** Reads a literal month; throws where it is not one. For constants and tests. */
export const month = (text: string): Month => monthSchema.parse(text);

const plain = (date: LocalDate): Temporal.PlainDate => Temporal.PlainDate.from(date);
const asDate = (date: Temporal.PlainDate): LocalDate => date.toString() as LocalDate;

/** The month a date lies in. */
export const monthOf = (date: LocalDate): Month => date.slice(0, 7) as Month;
/** The month `count` months later (or earlier, when negative). Counted by hand: every assessment asks for it many times. */
export const addMonths = (value: Month, count: number): Month => {
  const months = Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1 + count;
  const inYear = (months % 12) + 1;
  return `${String((months - (months % 12)) / 12)}-${inYear < 10 ? "0" : ""}${String(inYear)}` as Month;
};
/** The date `count` days later (or earlier, when negative). */
export const addDays = (date: LocalDate, count: number): LocalDate => asDate(plain(date).add({ days: count }));
/** The first day of a month. */
export const firstDayOf = (value: Month): LocalDate => `${value}-01` as LocalDate;
/** Number of days in a month. */
export const daysIn = (value: Month): number => {
  const month = Number(value.slice(5));
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const year = Number(value.slice(0, 4));
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};
/** The last day of a month. */
export const lastDayOf = (value: Month): LocalDate => `${value}-${String(daysIn(value))}` as LocalDate;
/** The whole month as a period. */
export const periodOf = (value: Month): Period => ({ from: firstDayOf(value), to: lastDayOf(value) });
/** Whether a date lies in a period, both ends included. ISO dates order as text. */
export const isWithin = (date: LocalDate, period: Period): boolean => date >= period.from && date <= period.to;
/** Whole days from one date to another; negative where the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => plain(from).until(plain(to)).days;

/** Whether a date is a Saturday or a Sunday. */
export const isWeekend = (date: LocalDate): boolean => plain(date).dayOfWeek > 5;

/**
 * When rent for a month is due: the last weekday before it begins (12 kap. 20 § jordabalken). Public holidays are not
 * looked at, so the day is at most that much too late.
 */
export const rentDueOn = (month: Month): LocalDate => {
  let date = addDays(firstDayOf(month), -1);
  while (isWeekend(date)) date = addDays(date, -1);
  return date;
};

/** Age in whole years on a date. A person born on 29 February turns a year older on 1 March in a common year. */
export const ageOn = (birthDate: LocalDate, on: LocalDate): number => {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1;
};

/**
 * The point in time of a Swedish clock reading, `19:12` on a date. Undefined for a reading that never was or was twice,
 * as on the nights when the clock is changed.
 */
export const instantInSweden = (date: LocalDate, clock: string): Instant | undefined => {
  try {
    const zoned = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime("Europe/Stockholm", {
      disambiguation: "reject",
    });
    return zoned.toInstant().toString({ fractionalSecondDigits: 3 }) as Instant;
  } catch {
    return undefined;
  }
};

/** The calendar date in Sweden at a point in time. */
export const swedishDateAt = (instant: Instant): LocalDate =>
  asDate(Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Stockholm").toPlainDate());

/** The time of day in Sweden at a point in time: `14:05`. */
export const swedishTimeAt = (instant: Instant): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Stockholm").toPlainTime().toString().slice(0, 5);

/** The months in Swedish, January first. */
export const monthNames = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** "november 2025". */
export const monthInWords = (value: Month): string =>
  `${monthNames[Number(value.slice(5, 7)) - 1] ?? ""} ${value.slice(0, 4)}`;
/** "27 oktober 2025". */
export const dateInWords = (date: LocalDate): string =>
  `${String(Number(date.slice(8, 10)))} ${monthInWords(monthOf(date))}`;
