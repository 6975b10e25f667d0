import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, month, type Month } from "../../contracts/dates.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { isInForce, parametersFor } from "../parameters.js";
import { nationalPacks } from "../packs.js";
import { nationalWith, overlayWith, placesOf, problemsOf, rentOf } from "./test-support.js";

const cap = [{ cap: 7000 }];
const rents = (...periods: readonly (readonly [string, string?])[]): MunicipalPack =>
  overlayWith({
    costRules: periods.map(([from, to]) => rentOf(cap, { from, ...(to === undefined ? {} : { to }) })),
  });

const ruleIn = (pack: MunicipalPack, on: Month) =>
  parametersFor({ national: nationalPacks, municipal: pack }, on).costRule("rent");

test("a month between two rows that neither holds in is a gap, and rows that meet leave none", () => {
  expect(placesOf(rents(["2025-01", "2025-03"], ["2025-04"]))).toEqual([]);
  const gap = rents(["2025-01", "2025-03"], ["2025-05"]);
  expect(problemsOf(gap)).toMatchObject([
    {
      code: "month-gap",
      row: "costRules[1]",
      counterexample: { kind: "month", month: "2025-04", text: "En ansökan som gäller april 2025." },
    },
  ]);
  expect(ruleIn(gap, month("2025-04"))).toBeUndefined();
});

test("two rows that start in the same month, or an end that reaches into the next row, is an overlap", () => {
  expect(placesOf(rents(["2025-01"], ["2025-01"]))).toEqual(["rows-overlap costRules[1]"]);
  expect(placesOf(rents(["2025-01", "2025-05"], ["2025-06"]))).toEqual([]);
  expect(problemsOf(rents(["2025-01", "2025-06"], ["2025-06"]))).toMatchObject([
    { code: "rows-overlap", row: "costRules[1]", counterexample: { month: "2025-06" } },
  ]);
});

test("an open row that another one replaces for some months comes back by itself, which somebody has to write", () => {
  expect(placesOf(rents(["2025-01"], ["2025-06"]))).toEqual([]);
  const back = rents(["2025-01"], ["2025-06", "2025-08"]);
  expect(problemsOf(back)).toMatchObject([
    { code: "row-revives", row: "costRules[1]", counterexample: { month: "2025-09" } },
  ]);
  expect(ruleIn(back, month("2025-09"))?.from).toBe("2025-01");
  expect(placesOf(rents(["2025-01"], ["2025-06", "2025-08"], ["2025-09"]))).toEqual([]);
});

test("a row that ends before it starts never holds; one that ends in its first month does", () => {
  expect(placesOf(rents(["2025-03", "2025-03"]))).toEqual([]);
  expect(placesOf(rents(["2025-03", "2025-02"]))).toEqual(["period-reversed costRules[0]"]);
});

test("a table of the norm for another year may follow the shipped ones, but neither leave a month out nor take one twice", () => {
  const [table] = nationalWith("riksnorm-2026", {}).riksnorm;
  const practice = (from: string, to: string) =>
    nationalWith("riksnorm-2026", {
      id: "ovningstabell",
      title: "Övningstabell (påhittad)",
      priceBaseAmounts: [],
      riksnorm: [{ ...table, from, to }],
    });
  expect(placesOf(practice("2027-01", "2027-12"))).toEqual([]);
  expect(problemsOf(practice("2027-02", "2027-12"))).toMatchObject([
    { code: "month-gap", row: "riksnorm[0]", counterexample: { month: "2027-01" } },
  ]);
  expect(problemsOf(practice("2026-12", "2027-12"))).toMatchObject([
    { code: "rows-overlap", row: "riksnorm[0]", counterexample: { month: "2026-12" } },
  ]);
  expect(problemsOf(practice("2010-01", "2010-12")).map(({ code }) => code)).toEqual(["month-without-law"]);
});

const start = month("2025-01");
const at = (count: number): Month => addMonths(start, count);
const periods = fc.array(fc.tuple(fc.nat(12), fc.option(fc.integer({ min: -1, max: 6 }))), {
  minLength: 1,
  maxLength: 4,
});

test("whatever the months, the counterexample shows in the engine, and a table without a problem answers in each month once", () => {
  fc.assert(
    fc.property(periods, (given) => {
      const pack = rents(
        ...given.map(([from, length]): readonly [string, string?] =>
          length === null ? [at(from)] : [at(from), at(from + length)],
        ),
      );
      const problems = problemsOf(pack);
      const holding = (on: Month) => pack.costRules.filter((rule) => isInForce(rule, on));
      for (const { code, counterexample } of problems) {
        if (counterexample.kind !== "month") throw new Error(`${code} names no month`);
        if (code === "month-gap") expect(ruleIn(pack, counterexample.month)).toBeUndefined();
        if (code === "rows-overlap") expect(holding(counterexample.month).length).toBeGreaterThan(1);
        if (code === "row-revives") expect(ruleIn(pack, counterexample.month)?.to).toBeUndefined();
      }
      if (problems.length > 0) return;
      const starts = pack.costRules.map(({ from }) => from).toSorted();
      for (let on = starts[0] ?? start; on <= (starts.at(-1) ?? start); on = addMonths(on, 1)) {
        const latest = starts.findLast((from) => from <= on);
        expect(ruleIn(pack, on)?.from).toBe(latest);
      }
    }),
    { numRuns: 150 },
  );
});
