import { describe, expect, test } from "vitest";
import { instantSchema } from "../../contracts/dates.js";
import { caseIdSchema } from "../../contracts/ids.js";
import type { CaseFigures } from "../../store/month-figures.js";
import { figuresOf } from "./month-figures.js";

const caseId = caseIdSchema.parse("0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e01");
const received = instantSchema.parse("2025-10-25T08:00:00.000Z");
const one = (differs: Partial<CaseFigures>): CaseFigures => ({
  caseId,
  receivedAt: received,
  firstOutcome: null,
  firstReasons: null,
  decidedAt: null,
  decidedOre: null,
  ...differs,
});
const decidedAfter = (hours: number): CaseFigures =>
  one({ decidedAt: instantSchema.parse(new Date(Date.parse(received) + hours * 3_600_000).toISOString()) });

describe("the month's figures", () => {
  test("say nothing of lead times before the first decision", () => {
    expect(figuresOf([one({})]).leadTime).toEqual({ decisions: 0, medianMs: null, p90Ms: null });
  });

  test("take the middle decision, and the one that nine of ten are at or below", () => {
    const figures = [10, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(decidedAfter);
    expect(figuresOf(figures).leadTime).toEqual({ decisions: 10, medianMs: 5 * 3_600_000, p90Ms: 9 * 3_600_000 });
    expect(figuresOf([decidedAfter(4)]).leadTime).toMatchObject({ medianMs: 4 * 3_600_000, p90Ms: 4 * 3_600_000 });
  });

  test("count what the first assessment made ready, of those assessed", () => {
    const figures = [one({ firstOutcome: "prefilled", firstReasons: [] }), one({ firstOutcome: "referred" }), one({})];
    expect(figuresOf(figures).prefilled).toEqual({ count: 1, of: 2 });
  });

  test("rank reasons by how many cases have them, a case with two under both", () => {
    const figures = [
      one({ firstOutcome: "referred", firstReasons: ["cost-changed"] }),
      one({ firstOutcome: "referred", firstReasons: ["undeclared-income", "cost-changed"] }),
    ];
    expect(figuresOf(figures).reasons.map(({ code, cases }) => [code, cases])).toEqual([
      ["cost-changed", 2],
      ["undeclared-income", 1],
    ]);
  });
});
