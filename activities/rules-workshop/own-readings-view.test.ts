import { expect, test } from "vitest";
import { addDays, localDate } from "../../contracts/dates.js";
import { ownReadingsView } from "./own-readings-view.js";

const reviewBy = localDate("2026-12-15");
const stateOn = (today: string): string | undefined =>
  ownReadingsView(localDate(today)).readings.find(({ key }) => key === "law-text-not-read")?.review;

test("a reading is to be looked at from sixty days before its day, and is overdue the day after", () => {
  const early = addDays(reviewBy, -61);
  expect([stateOn(early), stateOn(addDays(early, 1))]).toEqual(["later", "soon"]);
  expect([stateOn(reviewBy), stateOn(addDays(reviewBy, 1))]).toEqual(["soon", "passed"]);
});

test("what is to be looked at first stands first, and each names the provisions it touches in words", () => {
  const { readings } = ownReadingsView(localDate("2026-11-23"));
  const days = readings.map((one) => one.reviewBy);
  expect(days).toEqual(days.toSorted());
  for (const { provisions } of readings) for (const { id, title } of provisions) expect(title).not.toBe(id);
});
