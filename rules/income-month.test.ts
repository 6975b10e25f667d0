import { describe, expect, test } from "vitest";
import type { CaseInput } from "../contracts/case.js";
import type { ReadingChoices } from "../contracts/codes/open-readings.js";
import { month } from "../contracts/dates.js";
import { caseOf, paid, renewal } from "./examples/cases.js";
import { factsOf } from "./facts.js";
import { incomeShare, type IncomeShare } from "./income-month.js";
import { nationalLawAlone } from "./packs.js";
import { parametersFor } from "./parameters.js";

type Income = CaseInput["incomes"][number];

/** How much of a payment is of October 2025, and the readings that were asked for. */
const shareOf = (
  income: Partial<Income>,
  choices: ReadingChoices = {},
  untold: readonly (keyof Income)[] = [],
): IncomeShare & { readonly asked: readonly string[] } => {
  const parameters = parametersFor(nationalLawAlone, month("2025-11"));
  const whole = paid("activity-support", 1000, income);
  for (const key of untold) Reflect.deleteProperty(whole, key);
  const [row] = factsOf(caseOf(renewal({ incomes: [whole] }))).incomes;
  if (row === undefined) throw new Error("the case has one income");
  const asked: string[] = [];
  const share = incomeShare(row, {
    calendar: parameters.calendar,
    parameters,
    soFar: () => 0,
    reading: (key) => {
      asked.push(key);
      const chosen = choices[key];
      if (chosen === undefined) throw new Error(`${key} is not chosen`);
      return chosen;
    },
  });
  return { ...share, asked };
};
const known = { differs: false, isPeriodKnown: true, asked: [] };

describe("a payment for one month", () => {
  test("paid in that month is of it whole, from its first day to its last, and no reading is asked for", () => {
    for (const day of ["2025-10-01", "2025-10-31"])
      expect(shareOf({ paidOn: day, from: day, to: day })).toEqual({ ...known, share: 1 });
    for (const day of ["2025-09-30", "2025-11-01"])
      expect(shareOf({ paidOn: day, from: day, to: day })).toEqual({ ...known, share: 0 });
  });

  test("paid in another is of the one or the other by a reading", () => {
    const late = { paidOn: "2025-10-02", from: "2025-09-01", to: "2025-09-30" };
    const differing = { differs: true, isPeriodKnown: true, asked: ["income-month"] };
    expect(shareOf(late, { "income-month": "payment-date" })).toEqual({ ...differing, share: 1 });
    expect(shareOf(late, { "income-month": "period" })).toEqual({ ...differing, share: 0 });
    const early = { paidOn: "2025-11-03", from: "2025-10-01", to: "2025-10-31" };
    expect(shareOf(early, { "income-month": "payment-date" })).toEqual({ ...differing, share: 0 });
    expect(shareOf(early, { "income-month": "period" })).toEqual({ ...differing, share: 1 });
  });
});

describe("a payment whose period nobody knows", () => {
  test.each([[["from"]], [["to"]], [["from", "to"]]] as const)(
    "is of the month it was paid in where that decides, and of no month that is known where the period does (%j)",
    (untold) => {
      const unknown = { differs: false, isPeriodKnown: false, asked: ["income-month"] };
      const byPayment = { "income-month": "payment-date" } as const;
      expect(shareOf({ paidOn: "2025-10-31" }, byPayment, untold)).toEqual({ ...unknown, share: 1 });
      expect(shareOf({ paidOn: "2025-11-01" }, byPayment, untold)).toEqual({ ...unknown, share: 0 });
      const byPeriod = { "income-month": "period" } as const;
      expect(shareOf({ paidOn: "2025-10-31" }, byPeriod, untold)).toEqual({ ...unknown, share: undefined });
    },
  );

  test("without a day of payment there is no share, not even none", () => {
    expect(shareOf({}, {}, ["paidOn"])).toEqual({ ...known, share: undefined });
    expect(shareOf({}, {}, ["paidOn", "from"])).toEqual({ ...known, share: undefined, isPeriodKnown: false });
  });
});

describe("a payment for parts of several months", () => {
  const over = (paidOn: string, choices: ReadingChoices) =>
    shareOf({ paidOn, from: "2025-09-16", to: "2025-10-15" }, choices);
  const asked = ["period-over-two-months"];

  test("within which it is paid is of October by the day of payment, by the start, by the end or by its days", () => {
    const by = (option: NonNullable<ReadingChoices["period-over-two-months"]>, paidOn = "2025-10-10") =>
      over(paidOn, { "period-over-two-months": option });
    const within = { differs: false, isPeriodKnown: true, asked };
    expect(by("payment-month")).toEqual({ ...within, share: 1 });
    expect(by("payment-month", "2025-09-25")).toEqual({ ...within, share: 0 });
    expect(by("period-start")).toEqual({ ...within, share: 0 });
    expect(by("period-end")).toEqual({ ...within, share: 1 });
    // 15 of the 30 days are in October.
    expect(by("split-by-days")).toEqual({ ...within, share: 0.5 });
    const other = { paidOn: "2025-10-31", from: "2025-10-01", to: "2025-11-01" };
    // 31 of 32; and a period that begins in October ends in November.
    expect(shareOf(other, { "period-over-two-months": "split-by-days" }).share).toBe(31 / 32);
    expect(shareOf(other, { "period-over-two-months": "period-start" }).share).toBe(1);
    expect(shareOf(other, { "period-over-two-months": "period-end" }).share).toBe(0);
  });

  test("after which it is paid differs, and the reading of the month decides before that of the period", () => {
    const later = { paidOn: "2025-11-03", from: "2025-09-16", to: "2025-10-15" };
    expect(shareOf(later, { "income-month": "payment-date" })).toEqual({
      share: 0,
      differs: true,
      isPeriodKnown: true,
      asked: ["income-month"],
    });
    expect(shareOf(later, { "income-month": "period", "period-over-two-months": "period-end" })).toMatchObject({
      share: 1,
      differs: true,
    });
    const earlier = { paidOn: "2025-10-03", from: "2025-08-16", to: "2025-09-15" };
    expect(shareOf(earlier, { "income-month": "payment-date" })).toMatchObject({ share: 1, differs: true });
    expect(shareOf(earlier, { "income-month": "period", "period-over-two-months": "split-by-days" })).toMatchObject({
      share: 0,
    });
  });

  test("that neither touches October nor is paid in it is of another month", () => {
    expect(shareOf({ paidOn: "2025-09-20", from: "2025-08-16", to: "2025-09-15" })).toEqual({ ...known, share: 0 });
    expect(shareOf({ paidOn: "2025-11-20", from: "2025-11-16", to: "2025-12-15" })).toEqual({ ...known, share: 0 });
  });
});
