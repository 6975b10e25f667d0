import { describe, expect, test } from "vitest";
import { formatKronor, oreSchema, signedOreSchema, sumOre } from "./money.js";

describe("an amount in kronor", () => {
  test.each([
    [0, "0"],
    [619_000, "6\u00a0190"],
    [150_750, "1\u00a0507,50"],
    [5, "0,05"],
    [100_000_000, "1\u00a0000\u00a0000"],
    [-62_000, "\u2212620"],
    [-5, "\u22120,05"],
  ])("%i öre is written %s", (amountOre, text) => {
    expect(formatKronor(amountOre)).toBe(text);
  });
});

test("an amount is a whole number of öre within bounds, and negative only where a difference is meant", () => {
  expect(oreSchema.safeParse(10.5).success).toBe(false);
  expect(oreSchema.safeParse(-1).success).toBe(false);
  expect(signedOreSchema.parse(-1)).toBe(-1);
  expect(oreSchema.safeParse(1e20).success).toBe(false);
  expect(oreSchema.safeParse("100").success).toBe(false);
});

test("amounts add up exactly, and nothing adds up to nothing", () => {
  expect(sumOre([10, 20, 3_001])).toBe(3_031);
  expect(sumOre([])).toBe(0);
});
