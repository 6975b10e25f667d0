import { describe, expect, test } from "vitest";
import { amountText, readAmount, readDate, readMonth } from "./format.js";

describe("amounts in the case system", () => {
  test.each([
    [619_000, "6 190:-"],
    [520_050, "5 200:50"],
    [-1_234_500, "-12 345:-"],
    [0, "0:-"],
    [5, "0:05"],
  ])("%d öre is written %s and read back", (amountOre, text) => {
    expect(amountText(amountOre)).toBe(text);
    expect(readAmount(text)).toBe(amountOre);
  });

  test("are taken without spaces and without öre", () => {
    expect(readAmount("6190")).toBe(619_000);
    expect(readAmount("-500")).toBe(-50_000);
  });

  test.each(["", "6,190", "6190 kr", "6 19", "6.190:-", "6190:5"])("refuses %j", (text) => {
    expect(readAmount(text)).toBeUndefined();
  });
});

describe("dates and months in the case system", () => {
  test("are read as they are written there", () => {
    expect(readDate("24/10-2025")).toBe("2025-10-24");
    expect(readMonth("11-2025")).toBe("2025-11");
  });

  test.each(["2025-10-24", "31/02-2025", "24/10-25", ""])("refuses the date %j", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  test.each(["2025-11", "13-2025", "1-2025"])("refuses the month %j", (text) => {
    expect(readMonth(text)).toBeUndefined();
  });
});
