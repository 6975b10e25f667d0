import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBankgiro, parseOcrNumber, passesLuhn } from "./check-digit.js";

describe("check digits", () => {
  it("accept known references", () => {
    expect(parseBankgiro("5050-1055")).toBe("5050-1055");
    expect(parseOcrNumber("1234567897")).toBe("1234567897");
    expect(parseOcrNumber("1234 5678 97")).toBe("1234567897");
  });

  it("catch every single misread digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const wrong = Array.from("1234567897");
        wrong[place] = String((Number(wrong[place]) + shift) % 10);
        expect(passesLuhn(wrong.join(""))).toBe(false);
      }),
    );
  });

  it.each(["5050-1056", "50501055", "5O50-1055", "12-3456", ""])("do not take %j for a bankgiro number", (printed) => {
    expect(parseBankgiro(printed)).toBeUndefined();
  });
});
