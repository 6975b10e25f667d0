import { describe, expect, test } from "vitest";
import { addMonths, firstDayOf, localDate, month, type Month } from "../../contracts/dates.js";
import type { MunicipalPack, NationalPack, Packs } from "../../contracts/rule-pack.js";
import { comparePacks } from "../differences/compare-packs.js";
import { turnsOf } from "../differences/turns-of.js";
import { caseOf, renewal, standing } from "../examples/cases.js";
import { nationalPacks, samplePacks } from "../packs.js";
import { parametersFor } from "../parameters.js";
import { predecessorOf } from "../predecessor.js";
import { asIfAlways } from "./as-if-always.js";
import { rehearse } from "./rehearse.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;

const [first, effectiveFrom] = [month("2025-11"), month("2026-10")];
const year = Array.from({ length: 12 }, (_, at) => addMonths(first, at));

/** The overlay with a rent guideline that is 500 kr higher from October 2026 on. */
const higherFromOctober: MunicipalPack = {
  ...overlay,
  costRules: overlay.costRules.flatMap((rule) =>
    rule.type === "rent"
      ? [
          { ...rule, to: month("2026-09") },
          { ...rule, from: effectiveFrom, caps: rule.caps.map((cap) => ({ ...cap, capOre: cap.capOre + 500_00 })) },
        ]
      : [rule],
  ),
};
const capIn = (packs: Packs, at: Month): number | undefined =>
  parametersFor(packs, at).costRule("rent")?.caps[0]?.capOre;

describe("a guideline that is to be higher from October", () => {
  const inItsMonths: Packs = { ...samplePacks, municipal: higherFromOctober };
  const always = asIfAlways(samplePacks, {
    draft: higherFromOctober,
    base: overlay,
    turn: firstDayOf(effectiveFrom),
    first,
  });
  const oldCapOre = capIn(samplePacks, first) ?? 0;
  const between = { ref: "between", case: caseOf(renewal({ costs: [standing("rent", oldCapOre / 100 + 300)] })) };

  test("says nothing of the twelve months before, as long as it is tried in its own months", () => {
    const { summary } = rehearse({ cases: [between], before: samplePacks, after: inItsMonths });
    expect(summary.changed.cases).toBe(0);
  });

  test("touches whom it would have touched, had it held all the while", () => {
    const { cases } = rehearse({ cases: [between], before: samplePacks, after: always });
    expect(cases.map(({ ref, effects }) => [ref, effects[0]])).toEqual([["between", "newly-prefilled"]]);
  });

  test("holds in every one of the twelve months, and nothing else is otherwise in any of them", () => {
    expect(year.map((at) => capIn(always, at))).toEqual(year.map(() => oldCapOre + 500_00));
    for (const at of year) {
      const [was, is] = [parametersFor(samplePacks, at), parametersFor(always, at)];
      for (const type of ["electricity", "medicine", "internet"] as const)
        expect(is.costRule(type)).toEqual(was.costRule(type));
      expect([is.law, is.choices, is.normCell("adult-single")]).toEqual([
        was.law,
        was.choices,
        was.normCell("adult-single"),
      ]);
    }
  });

  test("which is taken away again is gone from all of them", () => {
    const without: MunicipalPack = {
      ...overlay,
      costRules: overlay.costRules.map((rule) => (rule.type === "internet" ? { ...rule, to: month("2026-09") } : rule)),
    };
    const gone = asIfAlways(samplePacks, { draft: without, base: overlay, turn: firstDayOf(effectiveFrom), first });
    expect(parametersFor(samplePacks, first).costRule("internet")).toBeDefined();
    expect(year.map((at) => parametersFor(gone, at).costRule("internet"))).toEqual(year.map(() => undefined));
  });
});

test("a lower limit from within a month is tried as it is from its day on, not as the month begins", () => {
  const draft: MunicipalPack = {
    ...overlay,
    delegation: overlay.delegation.flatMap((item) =>
      item.item === "3.2" && item.to === undefined
        ? [
            { ...item, to: localDate("2026-10-14") },
            { ...item, from: localDate("2026-10-15"), upToOre: 1_000_00 },
          ]
        : [item],
    ),
  };
  const [turn] = turnsOf(comparePacks(overlay, draft));
  expect(turn).toBe("2026-10-15");
  const after = asIfAlways(samplePacks, { draft, base: overlay, turn: localDate("2026-10-15"), first });
  const { cases } = rehearse({ cases: [{ ref: "one", case: caseOf(renewal()) }], before: samplePacks, after });
  expect(cases.map(({ effects }) => effects)).toEqual([["mandate-differs"]]);
});

test("a lower limit in the delegation order holds already on the days on which the first month was decided", () => {
  const draft: MunicipalPack = {
    ...overlay,
    delegation: overlay.delegation.flatMap((item) =>
      item.item === "3.2" && item.to === undefined
        ? [
            { ...item, to: localDate("2026-09-30") },
            { ...item, from: localDate("2026-10-01"), upToOre: 1_000_00 },
          ]
        : [item],
    ),
  };
  const after = asIfAlways(samplePacks, { draft, base: overlay, turn: firstDayOf(effectiveFrom), first });
  const one = { ref: "one", case: caseOf(renewal()) };
  expect(one.case.today).toBe("2025-10-27");
  const { cases } = rehearse({ cases: [one], before: samplePacks, after });
  expect(cases.map(({ effects }) => effects)).toEqual([["mandate-differs"]]);
});

describe("the table of a year to come", () => {
  const table = nationalPacks.flatMap(({ riksnorm }) => riksnorm).find(({ from }) => from === "2026-01");
  const amounts = nationalPacks.flatMap(({ priceBaseAmounts }) => priceBaseAmounts).find(({ to }) => to === "2026-12");
  if (table === undefined || amounts === undefined) throw new Error("There is no table for 2026.");
  const { "adult-single": adult } = table.cells;
  if (adult === undefined) throw new Error("The table has no row for an adult.");
  const next: NationalPack = {
    schema: "skalig.pack.v1",
    layer: "national",
    id: "ovningstabell",
    version: "1",
    title: "Övningstabell (påhittad)",
    riksnorm: [
      {
        ...table,
        from: month("2027-01"),
        to: month("2027-12"),
        cells: { ...table.cells, "adult-single": { ...adult, amountOre: adult.amountOre + 100_00 } },
      },
    ],
    priceBaseAmounts: [
      {
        ...amounts,
        from: month("2027-01"),
        to: month("2027-12"),
        amount: { ...amounts.amount, amountOre: amounts.amount.amountOre + 1_000_00 },
      },
    ],
    legalPeriods: [],
    incomeRules: [],
  };
  const base = predecessorOf(samplePacks, next);
  const always = asIfAlways(samplePacks, { draft: next, base, turn: localDate("2027-01-01"), first });

  test("is read against the table of the year before", () => {
    expect(base.id).toBe("riksnorm-2026");
  });

  test("takes the place of the tables of both years that the months are of", () => {
    for (const at of year) {
      const { normCell, priceBaseAmount } = parametersFor(always, at);
      expect(normCell("adult-single")?.amountOre).toBe(adult.amountOre + 100_00);
      expect(priceBaseAmount?.amountOre).toBe(amounts.amount.amountOre + 1_000_00);
    }
  });

  test("leaves the law of each month as it was", () => {
    for (const at of year) expect(parametersFor(always, at).law).toEqual(parametersFor(samplePacks, at).law);
  });
});
