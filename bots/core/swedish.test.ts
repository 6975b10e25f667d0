import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatKronor } from "../../contracts/money.js";
import {
  parseClockTime,
  parseDate,
  parseKronor,
  parseMonth,
  parsePeriod,
  parsePersonalNumber,
  parseYesNo,
  plainText,
  Unreadable,
} from "./swedish.js";

const spaces = [" ", "\u00a0", "\u202f", "\u2009", "\u2007"];
const minuses = ["-", "\u2212", "\u2013"];
const group = (digits: string, by: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, by);

const attempt = (read: () => number): number | string => {
  try {
    return read();
  } catch (error) {
    return error instanceof Unreadable ? error.message : "another error";
  }
};

describe("amounts", () => {
  it.each([
    ["6 210 kr", 621_000],
    ["6\u00a0210\u00a0kr", 621_000],
    ["507,50 kr", 50_750],
    ["1.234,50", 123_450],
    ["1.234.567,89", 123_456_789],
    ["5 200:-", 520_000],
    ["5 200:50", 520_050],
    ["-6 190:-", -619_000],
    ["\u22126 190", -619_000],
    ["620,00-", -62_000],
    ["5200,-", 520_000],
    ["0", 0],
    ["0,00", 0],
    ["-0", 0],
    ["SEK", undefined],
    ["1.234", undefined],
    ["1234.50", undefined],
    ["1,234.50", undefined],
    ["1 234.50", undefined],
    ["1,5", undefined],
    ["12 34", undefined],
    ["1 2345", undefined],
    ["1.23,50", undefined],
    ["-5-", undefined],
    ["", undefined],
    ["–", undefined],
    ["12 kr 13", undefined],
    ["1e5", undefined],
    ["99 999 999 999 999", undefined],
  ])("reads %j as %s öre or refuses it", (text, expected) => {
    if (expected === undefined) expect(() => parseKronor(text)).toThrow(Unreadable);
    else expect(parseKronor(text)).toBe(expected);
  });

  it("reads back every amount that we write ourselves", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (amountOre) => {
        expect(parseKronor(formatKronor(amountOre))).toBe(amountOre);
      }),
    );
  });

  it("reads every mix of grouping, sign, decimals and unit to the exact öre", () => {
    const form = fc.record({
      kronor: fc.nat(99_999_999),
      ore: fc.nat(99),
      space: fc.constantFrom(...spaces, ""),
      minus: fc.constantFrom(...minuses, undefined),
      trailing: fc.boolean(),
      tail: fc.constantFrom(",", ":"),
      unit: fc.constantFrom("", " kr", "\u00a0kr", "kr", " SEK"),
      padding: fc.constantFrom("", " ", "\u00a0", "\n  "),
    });
    fc.assert(
      fc.property(form, ({ kronor, ore, space, minus, trailing, tail, unit, padding }) => {
        const figure = `${group(String(kronor), space)}${tail}${String(ore).padStart(2, "0")}${unit}`;
        const signed = minus === undefined ? figure : trailing ? figure + minus : minus + figure;
        const amountOre = kronor * 100 + ore;
        expect(parseKronor(padding + signed + padding)).toBe(minus === undefined ? amountOre : 0 - amountOre);
      }),
    );
  });

  it("never reads a figure whose only separator is a point", () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.integer({ min: 1, max: 4 }), (whole, places) => {
        expect(() => parseKronor(`${String(whole)}.${"5".repeat(places)}`)).toThrow(Unreadable);
      }),
    );
  });

  it("reads a safe whole number or refuses in words that do not repeat the text", () => {
    const refusal = new Unreadable("an amount").message;
    fc.assert(
      fc.property(fc.string(), (text) => {
        const outcome = attempt(() => parseKronor(text));
        expect(Number.isSafeInteger(outcome) || outcome === refusal).toBe(true);
      }),
    );
  });
});

describe("dates, months, periods and times", () => {
  it.each([
    "2025-10-24",
    "20251024",
    "24 oktober 2025",
    "24\u00a0okt. 2025",
    "24/10-2025",
    "24/10 2025",
    "24 OKTOBER 2025",
  ])("reads %j", (text) => {
    expect(parseDate(text)).toBe("2025-10-24");
  });

  it.each([
    "2025-02-29",
    "20251324",
    "31 november 2025",
    "01/02/2025",
    "24/10-25",
    "251024",
    "24 oktobre 2025",
    "",
    "–",
  ])("refuses %j as a date", (text) => {
    expect(() => parseDate(text)).toThrow(Unreadable);
  });

  it.each(["2025-11", "11-2025", "november 2025", "Nov 2025"])("reads %j as a month", (text) => {
    expect(parseMonth(text)).toBe("2025-11");
  });

  it.each(["13-2025", "november", "11/2025", "2025-11-01", ""])("refuses %j as a month", (text) => {
    expect(() => parseMonth(text)).toThrow(Unreadable);
  });

  it("reads a period and refuses one that ends before it starts", () => {
    expect(parsePeriod("2025-10-01 – 2025-10-31")).toEqual({ from: "2025-10-01", to: "2025-10-31" });
    expect(() => parsePeriod("2025-10-31 – 2025-10-01")).toThrow(Unreadable);
    expect(() => parsePeriod("2025-10-01")).toThrow(Unreadable);
  });

  it("reads Swedish clock time in summer and in winter", () => {
    expect(parseClockTime("25 oktober 2025 kl. 19.12")).toBe("2025-10-25T17:12:00.000Z");
    expect(parseClockTime("27 oktober 2025 kl. 08.05")).toBe("2025-10-27T07:05:00.000Z");
  });

  it("refuses a clock time that was twice or never", () => {
    expect(() => parseClockTime("26 oktober 2025 kl. 02.30")).toThrow(Unreadable);
    expect(() => parseClockTime("30 mars 2025 kl. 02.30")).toThrow(Unreadable);
  });
});

describe("numbers, answers and white space", () => {
  it.each(["193001017072", "19300101-7072", "19300101 7072", "19300101\u00a07072"])(
    "fault 40: reads the personal number %j as twelve digits",
    (text) => {
      expect(parsePersonalNumber(text)).toBe("193001017072");
    },
  );

  it.each(["300101-7072", "300101+7072", "19300101--7072", "1930 01017072", ""])(
    "fault 40: refuses %j as a personal number",
    (text) => {
      expect(() => parsePersonalNumber(text)).toThrow(Unreadable);
    },
  );

  it("reads yes and no and nothing else", () => {
    expect(parseYesNo("Ja")).toBe(true);
    expect(parseYesNo("N")).toBe(false);
    expect(() => parseYesNo("Ej besvarad")).toThrow(Unreadable);
  });

  it("makes every kind of white space one ordinary space", () => {
    expect(plainText(" a\u00a0\u202f b\n c ")).toBe("a b c");
  });
});
