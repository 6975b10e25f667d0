import { expect, test } from "vitest";
import { addDays, localDate, month } from "../../contracts/dates.js";
import { municipalPackSchema } from "../../contracts/rule-pack.js";
import { caseOf, renewal } from "../../rules/examples/cases.js";
import { assess, samplePacks } from "../../rules/index.js";
import { ownReadingsView } from "./own-readings-view.js";

const reviewBy = localDate("2026-12-15");
const stateOn = (today: string): string | undefined =>
  ownReadingsView(localDate(today), undefined).readings.find(({ key }) => key === "law-text-not-read")?.review;

test("a reading is to be looked at from sixty days before its day, and is overdue the day after", () => {
  const early = addDays(reviewBy, -61);
  expect([stateOn(early), stateOn(addDays(early, 1))]).toEqual(["later", "soon"]);
  expect([stateOn(reviewBy), stateOn(addDays(reviewBy, 1))]).toEqual(["soon", "passed"]);
});

test("what is to be looked at first stands first, and each names the provisions it touches in words", () => {
  const { readings } = ownReadingsView(localDate("2026-11-23"), undefined);
  const days = readings.map((one) => one.reviewBy);
  expect(days).toEqual(days.toSorted());
  for (const { provisions } of readings) for (const { id, title } of provisions) expect(title).not.toBe(id);
});

test("a row of the municipality's rules with a day for review is listed until it no longer holds, and no other row is", () => {
  const overlay = municipalPackSchema.parse(samplePacks.municipal);
  const [rent, ...others] = overlay.costRules;
  if (rent === undefined) throw new Error("the sample overlay has guidelines");
  const [item, ...items] = overlay.delegation.filter(({ to }) => to === undefined);
  if (item === undefined) throw new Error("the sample overlay has a delegation order");
  const review = localDate("2026-03-01");
  const dated = {
    ...overlay,
    costRules: [{ ...rent, to: month("2026-01"), reviewBy: localDate("2026-02-01") }, ...others],
    incomeChange: overlay.incomeChange.map((row) => ({ ...row, reviewBy: review })),
    delegation: [{ ...item, reviewBy: localDate("2025-12-31") }, ...items],
  };
  const on = (today: string) =>
    ownReadingsView(localDate(today), dated).localRules.map(({ title, review: state }) => [title, state]);
  expect(on("2026-01-31")).toEqual([
    [`Delegationsordning: ${item.item} ${item.title}`, "passed"],
    ["Riktlinje: Hyra", "soon"],
    ["Inkomst mot förra månaden", "soon"],
  ]);
  expect(on("2026-02-01").map(([title]) => title)).not.toContain("Riktlinje: Hyra");
});

test("a day for review that has passed changes no result", () => {
  const municipal = municipalPackSchema.parse(samplePacks.municipal);
  const passed = {
    ...municipal,
    costRules: municipal.costRules.map((row) => ({ ...row, reviewBy: localDate("2020-01-01") })),
  };
  const value = caseOf(renewal({}));
  expect(assess(value, { ...samplePacks, municipal: passed })).toEqual(assess(value, samplePacks));
});
