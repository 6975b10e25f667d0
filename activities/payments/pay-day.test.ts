import { describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { minuteOn } from "../../contracts/payments.js";
import { cutOffFor, payDayFrom } from "./pay-day.js";

const rule = { weekdaysBefore: 1, at: "14:00" };
const at = (date: string, time: string) => minuteOn(localDate(date), time);

describe("when a payment's file leaves", () => {
  it.each([
    ["the weekday before a Friday", "2025-10-31", "2025-10-30T14:00"],
    ["Friday before a Monday", "2025-11-03", "2025-10-31T14:00"],
  ])("is at the set time %s", (_, payOn, cutOff) => {
    expect(cutOffFor(localDate(payOn), rule)).toBe(cutOff);
  });

  it("is on the day itself where the municipality says so", () => {
    expect(cutOffFor(localDate("2025-10-31"), { weekdaysBefore: 0, at: "07:30" })).toBe("2025-10-31T07:30");
  });
});

describe("the day of payment", () => {
  it.each([
    ["the one wished for, a minute before its cut-off", "2025-10-31", at("2025-10-30", "13:59"), "2025-10-31"],
    ["the next weekday, at the cut-off itself", "2025-10-31", at("2025-10-30", "14:00"), "2025-11-03"],
    ["the first that is left, long after", "2025-10-31", at("2025-11-05", "09:00"), "2025-11-06"],
    ["never a Sunday", "2025-11-02", at("2025-10-27", "09:00"), "2025-11-03"],
  ])("is %s", (_, wished, now, payOn) => {
    const day = payDayFrom(localDate(wished), { now, rule });
    expect(day).toEqual({ payOn, cutOff: cutOffFor(localDate(payOn), rule) });
    expect(day.cutOff > now).toBe(true);
  });
});
