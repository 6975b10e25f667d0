import fc from "fast-check";
import { expect, test } from "vitest";
import { month } from "../../contracts/dates.js";
import type { CostRule, MunicipalPack } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { capFor } from "../cost-caps.js";
import { caseOf } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { nationalPacks } from "../packs.js";
import { parametersFor } from "../parameters.js";
import { everyHousehold } from "./guidelines.js";
import { overlayWith, placesOf, problemsOf, rentOf } from "./test-support.js";

const withRent = (...rules: readonly Record<string, unknown>[]): MunicipalPack => overlayWith({ costRules: rules });
const whole = [
  { maxAdults: 1, maxChildren: 0, cap: 6900 },
  { maxAdults: 2, maxChildren: 2, cap: 9600 },
  { cap: 11_000 },
];

/** The rule as the engine finds it for January 2025. */
const ruleIn = (pack: MunicipalPack): CostRule => {
  const rule = parametersFor({ national: nationalPacks, municipal: pack }, month("2025-01")).costRule("rent");
  if (rule === undefined) throw new Error("no rule for rent");
  return rule;
};

test("a guideline without a row for the rest names the smallest household that has none, and the engine finds none for it", () => {
  const pack = withRent(rentOf(whole.slice(0, 2)));
  expect(problemsOf(pack)).toEqual([
    {
      code: "cap-gap",
      table: "costRules",
      row: "costRules[0]",
      title: "Riktlinje för hyra, från januari 2025",
      message:
        "Riktlinje för hyra, från januari 2025: 1 vuxen och 3 barn får ingen rad, och inte heller 52 andra hushåll. Lägg till en rad för övriga.",
      counterexample: {
        kind: "household",
        month: "2025-01",
        adults: 1,
        children: 3,
        costType: "rent",
        text: "1 vuxen och 3 barn som söker hyra.",
      },
    },
  ]);
  expect(capFor(ruleIn(pack), { adults: 1, children: 3 })).toBeUndefined();
  expect(capFor(ruleIn(pack), { adults: 1, children: 2 })).toBe(960_000);
});

test("the largest household there can be is reached by a bound at its size, and falls outside one below it", () => {
  const upTo = (children: number) => placesOf(withRent(rentOf([{ maxAdults: 2, maxChildren: children, cap: 9000 }])));
  // Thirty people with one adult are twenty-nine children.
  expect(upTo(29)).toEqual([]);
  expect(upTo(28)).toEqual(["cap-gap costRules[0]"]);
  expect(problemsOf(withRent(rentOf([{ maxAdults: 2, maxChildren: 28, cap: 9000 }])))[0]?.counterexample).toMatchObject(
    {
      adults: 1,
      children: 29,
    },
  );
});

test("a row that earlier rows take every household of is never used, and the household that would be in it is named", () => {
  const shadowed = withRent(
    rentOf([{ maxAdults: 2, maxChildren: 1, cap: 7000 }, { maxAdults: 1, maxChildren: 1, cap: 7000 }, { cap: 9000 }]),
  );
  expect(placesOf(shadowed)).toEqual(["cap-unreachable costRules[0].caps[1]"]);
  expect(problemsOf(shadowed)[0]?.counterexample).toMatchObject({ adults: 1, children: 1 });
  expect(problemsOf(shadowed)[0]?.message).toContain("redan får rad 1");

  const afterTheRest = withRent(rentOf([{ cap: 9000 }, { maxAdults: 1, maxChildren: 0, cap: 7000 }]));
  expect(placesOf(afterTheRest)).toEqual(["cap-unreachable costRules[0].caps[1]"]);
  // One child more than the row above takes, and the row is somebody's.
  const used = [
    { maxAdults: 1, maxChildren: 1, cap: 7000 },
    { maxAdults: 1, maxChildren: 2, cap: 7000 },
    { cap: 9000 },
  ];
  expect(placesOf(withRent(rentOf(used)))).toEqual([]);
});

test("a guideline may stand still as the household grows but not fall by a single krona", () => {
  const withLast = (cap: number) => withRent(rentOf([...whole.slice(0, 2), { cap }]));
  expect(placesOf(withLast(9601))).toEqual([]);
  expect(placesOf(withLast(9600))).toEqual([]);
  const [fall, ...rest] = problemsOf(withLast(9599));
  expect(rest).toEqual([]);
  expect(fall).toMatchObject({
    code: "cap-falls",
    row: "costRules[0].caps[2]",
    counterexample: { adults: 1, children: 3 },
  });
  expect(fall?.message).toMatch(/1 vuxen och 3 barn får högst 9\s599 kr, men 1 vuxen och 2 barn får högst 9\s600 kr/u);
});

test("a change threshold at the guideline is let through, and one krona above can never ask anything", () => {
  const withChange = (kronor: number) => withRent(rentOf([{ cap: 300 }], { changeOre: kronor * 100 }));
  expect(placesOf(withChange(300))).toEqual([]);
  expect(problemsOf(withChange(301))).toMatchObject([
    { code: "change-above-cap", row: "costRules[0]", counterexample: { kind: "household", amountOre: 30_000 } },
  ]);
});

test("a guideline for a need that a person weighs is refused, and would count nothing before anybody has weighed it", () => {
  const glasses = overlayWith({ costRules: [rentOf([{ cap: 1000 }], { type: "glasses" })] });
  expect(placesOf(glasses)).toEqual(["cost-weighed-by-person costRules[0]"]);
  const [household] = sampleMonth;
  if (household === undefined) throw new Error("no household in the sample month");
  const input = caseOf({
    ...household.input,
    costs: [{ id: "g", type: "glasses", appliedOre: 90_000, proof: "document", documentOre: 90_000 }],
  });
  const costsOre = (municipal: MunicipalPack) => assess(input, { national: nationalPacks, municipal }).costsOre;
  expect([costsOre(overlayWith({})), costsOre(glasses)]).toEqual([0, 0]);
});

const capRow = fc.record(
  { maxAdults: fc.integer({ min: 1, max: 3 }), maxChildren: fc.integer({ min: 0, max: 31 }), cap: fc.nat(200) },
  { requiredKeys: ["cap"] },
);

test("whatever the rows, a gap is told if and only if somebody is in it, and the household named falls in the hole", () => {
  fc.assert(
    fc.property(fc.array(capRow, { minLength: 1, maxLength: 6 }), (caps) => {
      const pack = withRent(rentOf(caps));
      const rule = ruleIn(pack);
      const rowOf = ({ adults, children }: { adults: number; children: number }) =>
        rule.caps.findIndex(
          ({ maxAdults = Infinity, maxChildren = Infinity }) => adults <= maxAdults && children <= maxChildren,
        );
      const problems = problemsOf(pack);
      const coded = (code: string) => problems.filter((problem) => problem.code === code);
      expect(coded("cap-gap").length).toBe(everyHousehold.some((one) => capFor(rule, one) === undefined) ? 1 : 0);
      const unused = rule.caps.flatMap((_, at) => (everyHousehold.some((one) => rowOf(one) === at) ? [] : [at]));
      expect(coded("cap-unreachable").map(({ row }) => row)).toEqual(
        unused.map((at) => `costRules[0].caps[${String(at)}]`),
      );
      for (const { code, row, counterexample } of problems) {
        if (counterexample.kind !== "household") throw new Error(`${code} names no household`);
        const at = Number(/caps\[(\d+)\]/u.exec(row)?.[1] ?? "-1");
        if (code === "cap-gap") expect(capFor(rule, counterexample)).toBeUndefined();
        if (code === "cap-unreachable") expect(rowOf(counterexample)).toBeLessThan(at);
        if (code === "cap-falls") {
          const { adults, children } = counterexample;
          const smaller = [
            { adults, children: children - 1 },
            { adults: adults - 1, children },
          ].filter((one) => one.adults > 0 && one.children >= 0);
          const caps = smaller.flatMap((one) => capFor(rule, one) ?? []);
          expect(Math.max(...caps)).toBeGreaterThan(capFor(rule, counterexample) ?? Infinity);
        }
      }
    }),
    { numRuns: 200 },
  );
});
