import { describe, expect, test } from "vitest";
import { localDate, month } from "../contracts/dates.js";
import { firstOpenMonth } from "./first-open-month.js";

describe("the first month that a new rule may hold from", () => {
  const october = localDate("2025-10-27");
  const worked = month("2025-11");

  test("is the one worked on, as long as it has not begun and nothing is decided in it", () => {
    expect(firstOpenMonth({ today: october, worked })).toBe("2025-11");
    expect(firstOpenMonth({ today: october, worked, lastDecided: month("2025-10") })).toBe("2025-11");
  });

  test("follows the last that anything is decided in", () => {
    expect(firstOpenMonth({ today: october, worked, lastDecided: month("2025-11") })).toBe("2025-12");
    expect(firstOpenMonth({ today: october, worked, lastDecided: month("2025-12") })).toBe("2026-01");
  });

  test("follows the one that has begun by the calendar, though nothing is decided in it", () => {
    expect(firstOpenMonth({ today: localDate("2025-10-31"), worked })).toBe("2025-11");
    expect(firstOpenMonth({ today: localDate("2025-11-01"), worked })).toBe("2025-12");
    expect(firstOpenMonth({ today: localDate("2025-12-20"), worked, lastDecided: month("2025-10") })).toBe("2026-01");
    expect(firstOpenMonth({ today: localDate("2025-12-20") })).toBe("2026-01");
  });
});
