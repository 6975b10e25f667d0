import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  dateInWords,
  daysBetween,
  daysIn,
  firstDayOf,
  instantSchema,
  isWithin,
  lastDayOf,
  localDate,
  localDateSchema,
  month,
  monthInWords,
  monthSchema,
  periodOf,
  rentDueOn,
  swedishDateAt,
} from "./dates.js";

describe("a date", () => {
  test.each(["2025-02-29", "2025-13-01", "2025-1-1", "20251027", "2025-10-27T00:00", "1899-12-31", ""])(
    "is not %j",
    (text) => {
      expect(localDateSchema.safeParse(text).success).toBe(false);
    },
  );

  test.each([
    ["2025-11", "2025-10-31"],
    ["2026-02", "2026-01-30"],
    ["2026-03", "2026-02-27"],
    ["2026-01", "2025-12-31"],
  ])("rent for %s is due on %s, the last weekday before the month", (of, due) => {
    expect(rentDueOn(month(of))).toBe(due);
  });

  test("knows the leap day of a leap year", () => {
    expect(localDateSchema.parse("2024-02-29")).toBe("2024-02-29");
    expect(lastDayOf(month("2024-02"))).toBe("2024-02-29");
    expect(lastDayOf(month("2025-02"))).toBe("2025-02-28");
  });

  test("moves over the ends of months and years", () => {
    expect(addDays(localDate("2025-12-31"), 1)).toBe("2026-01-01");
    expect(addMonths(month("2025-11"), -11)).toBe("2024-12");
    expect(daysBetween(localDate("2025-10-27"), localDate("2025-10-24"))).toBe(-3);
  });

  test("months and their last days are those of the calendar, for every month a date can lie in", () => {
    for (let at = 0; at < 300 * 12; at += 1) {
      const expected = Temporal.PlainYearMonth.from("1900-01").add({ months: at });
      const moved = addMonths(month("1900-01"), at);
      expect(moved).toBe(expected.toString());
      expect(addMonths(month("2199-12"), at - 300 * 12 + 1)).toBe(expected.toString());
      expect(daysIn(moved)).toBe(expected.daysInMonth);
      expect(lastDayOf(moved)).toBe(expected.toPlainDate({ day: expected.daysInMonth }).toString());
    }
  });

  test("in Sweden turns at midnight there, summer and winter and the night the clock is moved", () => {
    expect(swedishDateAt(instantSchema.parse("2025-06-30T22:00:00.000Z"))).toBe("2025-07-01");
    expect(swedishDateAt(instantSchema.parse("2025-12-31T22:59:59.999Z"))).toBe("2025-12-31");
    expect(swedishDateAt(instantSchema.parse("2025-10-25T22:00:00.000Z"))).toBe("2025-10-26");
    expect(swedishDateAt(instantSchema.parse("2025-10-26T22:30:00.000Z"))).toBe("2025-10-26");
  });

  test("is written in words", () => {
    expect(dateInWords(localDate("2025-10-07"))).toBe("7 oktober 2025");
    expect(monthInWords(month("2025-11"))).toBe("november 2025");
  });
});

test.each(["2025-00", "2025-13", "2025-1", "2025", "2025-11-01"])("%j is not a month", (text) => {
  expect(monthSchema.safeParse(text).success).toBe(false);
});

test("a period holds both its ends", () => {
  const november = periodOf(month("2025-11"));
  expect(isWithin(firstDayOf(month("2025-11")), november)).toBe(true);
  expect(isWithin(localDate("2025-11-30"), november)).toBe(true);
  expect(isWithin(localDate("2025-10-31"), november)).toBe(false);
  expect(isWithin(localDate("2025-12-01"), november)).toBe(false);
});

test("a person is a year older on the birthday, and on 1 March of a common year when born on the leap day", () => {
  expect(ageOn(localDate("2016-08-10"), localDate("2025-08-09"))).toBe(8);
  expect(ageOn(localDate("2016-08-10"), localDate("2025-08-10"))).toBe(9);
  expect(ageOn(localDate("2004-02-29"), localDate("2025-02-28"))).toBe(20);
  expect(ageOn(localDate("2004-02-29"), localDate("2025-03-01"))).toBe(21);
});
