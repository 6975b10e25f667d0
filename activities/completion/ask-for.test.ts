import { describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import type { Finding } from "../../contracts/receipt.js";
import { aCase } from "../../store/test-support/assessed-case.js";
import { lastDayToComplete, remindOn, whatToAskFor } from "./ask-for.js";

const input = { ...aCase, costs: [{ id: "k1", type: "rent" as const, appliedOre: 520_000 }] };
const open = (reason: NonNullable<Finding["reason"]>, differs: Partial<Finding> = {}): Finding => ({
  code: "cost-proved",
  result: "not-met",
  provision: "test",
  basis: [],
  reason,
  ...differs,
});
const unread = open("document-unreadable", { factId: "k1" });
const unsigned = open("signature-missing");
const ask = (findings: Finding[], outcome: "waiting" | "referred" = "waiting") =>
  whatToAskFor({ assessed: { outcome, findings }, input });

describe("what a waiting case asks its applicant for", () => {
  it("is one point for each thing, in words that name what it is about", () => {
    expect(ask([unread, unsigned])).toEqual({
      cause: "document-unreadable:k1 signature-missing",
      items: [
        expect.stringContaining("underlaget för hyra") as string,
        expect.stringContaining("Underskrift") as string,
      ],
    });
  });

  it("is the same cause in whatever order things were found", () => {
    expect(ask([unsigned, unread])?.cause).toBe(ask([unread, unsigned])?.cause);
  });

  it("is nothing where somebody has settled it, where only a source is awaited, or where a person has the case", () => {
    expect(ask([{ ...unread, settled: true }])).toBeUndefined();
    expect(ask([open("source-waiting", { factId: "FK" })])).toBeUndefined();
    expect(ask([unsigned], "referred")).toBeUndefined();
  });
});

describe("the days of a completion", () => {
  const today = localDate("2025-10-27");

  it.each([
    ["2025-11-28", "2025-11-03"],
    ["2025-10-31", "2025-10-30"],
    ["2025-10-28", "2025-11-03"],
    ["2025-10-20", "2025-11-03"],
  ])("money due on %s: the last day is %s, before the rent where there is a day to answer on", (due, last) => {
    expect(lastDayToComplete(today, { answerDays: 7, dueOn: localDate(due) })).toBe(last);
  });

  it("are never fewer than the municipality gives, however near the rent is", () => {
    const last = (dueOn: string): string =>
      lastDayToComplete(today, { answerDays: 7, leastDays: 5, dueOn: localDate(dueOn) });
    expect(last("2025-11-02")).toBe("2025-11-01");
    expect(last("2025-11-01")).toBe("2025-11-03");
    expect(lastDayToComplete(today, { answerDays: 7, leastDays: 10, dueOn: null })).toBe("2025-11-06");
  });

  it("reminds between the first day and the last, or not at all", () => {
    expect(remindOn(localDate("2025-11-03"), { today, daysBefore: 2 })).toBe("2025-11-01");
    expect(remindOn(localDate("2025-10-29"), { today, daysBefore: 2 })).toBeUndefined();
  });
});
