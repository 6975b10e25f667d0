import { describe, expect, it } from "vitest";
import { parseDate, parseMonth, parsePeriod } from "./date.js";

describe("parseDate", () => {
  it.each([
    ["2025-10-31", "2025-10-31"],
    ["20251031", "2025-10-31"],
    ["31 oktober 2025", "2025-10-31"],
    ["den 3 okt. 2025", "2025-10-03"],
    ["31/10 2025", "2025-10-31"],
    ["31.10.2025", "2025-10-31"],
  ])("reads %s", (printed, date) => {
    expect(parseDate(printed)).toBe(date);
  });

  it.each(["2025-10-81", "2025-02-29", "31 oktobar 2025", "25-10-31", "10/31 2025", "31 oktober", "", "6 400,00"])(
    "does not guess at %j",
    (printed) => {
      expect(parseDate(printed)).toBeUndefined();
    },
  );
});

describe("parseMonth and parsePeriod", () => {
  it.each([
    ["november 2025", "2025-11"],
    ["Nov 2025", "2025-11"],
    ["2025-11", "2025-11"],
  ])("reads the month %s", (printed, month) => {
    expect(parseMonth(printed)).toBe(month);
  });

  it.each(["no 2025", "2025-13", "november", "ma 2025"])("does not guess at %j", (printed) => {
    expect(parseMonth(printed)).toBeUndefined();
  });

  it.each([
    "2025-11-01 - 2025-11-30",
    "2025-11-01 \u2013 2025-11-30",
    "2025-11-01\u20142025-11-30",
    "1 november 2025 till 30 november 2025",
  ])("reads the period %s", (printed) => {
    expect(parsePeriod(printed)).toEqual({ from: "2025-11-01", to: "2025-11-30" });
  });

  it("does not read a period that ends before it begins", () => {
    expect(parsePeriod("2025-11-30 - 2025-11-01")).toBeUndefined();
  });
});
