import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatKronor } from "../../contracts/money.js";
import { parseAmountOre } from "./amount.js";

describe("parseAmountOre", () => {
  it.each([
    ["6 400,00 kr", 640_000],
    ["6\u00a0400,00\u00a0kr", 640_000],
    ["6\u202f400", 640_000],
    ["1234,50", 123_450],
    ["1234.50", 123_450],
    ["5 200:-", 520_000],
    ["5 200 :-", 520_000],
    ["\u2212507,50", -50_750],
    ["- 507,50", -50_750],
    ["507,50-", -50_750],
    ["\u2013507,50 SEK", -50_750],
    ["0,00", 0],
    ["-0,00", 0],
    ["12 345 678,90", 1_234_567_890],
  ])("reads %s", (printed, amountOre) => {
    expect(parseAmountOre(printed)).toBe(amountOre);
  });

  it.each([
    "",
    "kr",
    "1.234,50",
    "1,234.50",
    "1.234",
    "12,5",
    "12,505",
    "64 00,00",
    "6 4000",
    "1 23",
    "l 234,50",
    "6400,O0",
    "--5",
    "-5-",
    "5 kr per m\u00e5nad",
    "0x10",
    "1e3",
    "Infinity",
    "99 999 999 999 999,00",
    "1234,50 2345,50",
  ])("leaves %j to a person", (printed) => {
    expect(parseAmountOre(printed)).toBeUndefined();
  });

  it("reads back every amount that is printed the Swedish way, with any separator, sign and unit", () => {
    const separator = fc.constantFrom("", " ", "\u00a0", "\u202f");
    const unit = fc.constantFrom("", " kr", " SEK", "\u00a0kr");
    const sign = fc.constantFrom("none", "before", "after", "true-minus");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000_000 }),
        separator,
        unit,
        sign,
        (amountOre, gap, after, minus) => {
          const kronor = formatKronor(Math.floor(amountOre / 100) * 100).replaceAll("\u00a0", gap);
          const number = `${kronor},${String(amountOre % 100).padStart(2, "0")}`;
          const printed = { none: number, before: `-${number}`, after: `${number}-`, "true-minus": `\u2212${number}` }[
            minus
          ];
          expect(parseAmountOre(`${printed}${after}`)).toBe(minus === "none" ? amountOre : -amountOre);
        },
      ),
    );
  });

  it("gives a whole number of öre or nothing, whatever it is shown", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789 ,.:-\u2212\u00a0krO".split("")), maxLength: 16 }),
        (printed) => {
          const amountOre = parseAmountOre(printed);
          expect(amountOre === undefined || Number.isSafeInteger(amountOre)).toBe(true);
        },
      ),
    );
  });

  it("never reads other digits than those that are printed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 ,.-".split("")), maxLength: 12 }), (printed) => {
        const amountOre = parseAmountOre(printed);
        if (amountOre === undefined) return;
        const shown = printed.replace(/\D/g, "");
        const read = String(Math.abs(amountOre));
        expect([shown, `${shown}00`].map((digits) => digits.replace(/^0+(?=\d)/, ""))).toContain(read);
      }),
    );
  });
});
