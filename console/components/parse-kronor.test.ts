import { describe, expect, test } from "vitest";
import { parseKronor } from "./parse-kronor.js";

describe("an amount as a person writes it", () => {
  test("is read with spaces of any kind, öre after a comma, and the unit", () => {
    expect(["6640", "6 640", "6\u00a0640", "6 640 kr", "507,50", "0"].map(parseKronor)).toEqual([
      664_000, 664_000, 664_000, 664_000, 50_750, 0,
    ]);
  });

  test("is never guessed", () => {
    const unclear = ["", "6.640", "6,5", "6 640,505", "-10", "cirka 100", "1e3", "123456789", "6640:-"];
    expect(unclear.map(parseKronor)).toEqual(unclear.map(() => undefined));
  });
});
