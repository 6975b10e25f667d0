import { addMonths, ageOn, daysIn, lastDayOf, month, type LocalDate } from "../contracts/dates.js";
import type { NormCellKey } from "../contracts/rule-pack.js";
import type { Calendar } from "./parameters.js";
import type { Context } from "./provision.js";

/** An age with the share of the month it holds for. The shares of a month sum to one. */
export type AgeShare = { readonly age: number; readonly share: number };

const isLeapYear = (date: LocalDate): boolean => daysIn(month(`${date.slice(0, 4)}-02`)) === 29;

/** Age on a date, where a person born on 29 February may turn a year older on 28 February in a common year. */
const ageFrom = (birthDate: LocalDate, on: LocalDate, isEarly: boolean): number =>
  isEarly && on.slice(5) === "02-28" && !isLeapYear(on) ? ageOn(birthDate, on) + 1 : ageOn(birthDate, on);

/** The bands of the norm for children and pupils who live at home. The norm is not monotone: 3 years is below 1–2 years. */
const bands = [
  { upTo: 0, cell: "child-0", text: "0 år" },
  { upTo: 2, cell: "child-1-2", text: "1–2 år" },
  { upTo: 3, cell: "child-3", text: "3 år" },
  { upTo: 6, cell: "child-4-6", text: "4–6 år" },
  { upTo: 10, cell: "child-7-10", text: "7–10 år" },
  { upTo: 14, cell: "child-11-14", text: "11–14 år" },
  { upTo: 18, cell: "child-15-18", text: "15–18 år" },
  { upTo: 20, cell: "child-19-20", text: "19–20 år" },
] as const satisfies readonly { upTo: number; cell: NormCellKey; text: string }[];
export type ChildBand = (typeof bands)[number];

/** The band of an age; undefined from 21 years, when no parent maintains any more. */
export const bandOf = (age: number): ChildBand | undefined => bands.find((band) => age <= band.upTo);

/**
 * The age or ages a child has in the month, by the chosen readings. The choice matters only where the child passes into
 * another band in the month.
 */
export const agesInMonth = (
  birthDate: LocalDate,
  { calendar, reading }: Pick<Context, "calendar" | "reading">,
): readonly AgeShare[] => {
  const isLeapling = birthDate.slice(5) === "02-29";
  const isEarly = isLeapling && reading("leap-birthday", mayTurnOnLeapDay(calendar)) === "28-february";
  const before = ageFrom(birthDate, lastDayOf(addMonths(calendar.month, -1)), isEarly);
  const first = ageFrom(birthDate, calendar.firstDay, isEarly);
  const last = ageFrom(birthDate, calendar.lastDay, isEarly);
  const isCrossing = bandOf(before) !== bandOf(last);
  switch (reading("age-at", isCrossing)) {
    case "first-day":
      return [{ age: first, share: 1 }];
    case "last-day":
      return [{ age: last, share: 1 }];
    case "month-after":
      return [{ age: before, share: 1 }];
    case "pro-rata": {
      if (first === last) return [{ age: first, share: 1 }];
      const birthday = isEarly && !isLeapYear(calendar.firstDay) ? 28 : Number(birthDate.slice(8));
      const older = Math.max(0, calendar.days - birthday + 1) / calendar.days;
      return [
        { age: first, share: 1 - older },
        { age: last, share: older },
      ];
    }
  }
};

const mayTurnOnLeapDay = ({ month: inMonth, firstDay }: Calendar): boolean =>
  !isLeapYear(firstDay) && (inMonth.endsWith("-02") || inMonth.endsWith("-03"));
