import { expect, test } from "vitest";
import { findings } from "../../contracts/codes/findings.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { lone } from "../../rules/examples/assessed.js";
import { caseOf, renewal } from "../../rules/examples/cases.js";
import { nationalPacks, samplePacks } from "../../rules/packs.js";
import { rehearse } from "../../rules/rehearsal/rehearse.js";
import { caseInWords, shownFigures } from "./rehearsal-in-words.js";

/** The norm of 2025 with another amount for an adult alone, and for a child of 7–10. */
const withNorm = ({ adult, child }: { readonly adult: number; readonly child: number }): Packs => ({
  ...samplePacks,
  national: nationalPacks.map((pack) => ({
    ...pack,
    riksnorm: pack.riksnorm.map((table) => {
      const { "adult-single": alone, "child-7-10": young } = table.cells;
      if (table.from !== "2025-01" || alone === undefined || young === undefined) return table;
      return {
        ...table,
        cells: {
          ...table.cells,
          "adult-single": { ...alone, amountOre: alone.amountOre + adult * 100 },
          "child-7-10": { ...young, amountOre: young.amountOre + child * 100 },
        },
      };
    }),
  })),
});

const cases = [
  { ref: "alone", case: caseOf(renewal()) },
  { ref: "parent", case: caseOf(renewal({ household: lone({ birthDate: "2016-08-10" }) })) },
];
const told = (change: { adult: number; child: number }) =>
  rehearse({ cases, before: samplePacks, after: withNorm(change) });

test("each bar says how many kronor it is of, a loss with a minus, and the rows are kinds of households", () => {
  const { bars, groups } = shownFigures(told({ adult: -300, child: 2500 }));
  expect(bars).toEqual([
    { title: "\u2212201–300", count: 1 },
    { title: "+mer än 2000", count: 1 },
  ]);
  expect(groups.map(({ title, more, less, sumOre }) => [title, more, less, sumOre])).toEqual([
    ["1 vuxen", 0, 1, -300_00],
    ["1 vuxen, 1 barn", 1, 0, 2200_00],
  ]);
});

test.each([
  [{ adult: 0, child: 0 }, "Inga barn bor i hushåll som berörs."],
  [
    { adult: -300, child: 200 },
    "1 barn, räknat per månad, bor i hushåll som berörs. 1 bor i hushåll som får mindre, \u2212100 kr per barn och månad.",
  ],
  [
    { adult: 0, child: 200 },
    "1 barn, räknat per månad, bor i hushåll som berörs. Inget barn bor i ett hushåll som får mindre. 1 bor i hushåll som får mer, +200 kr per barn och månad.",
  ],
])("what %o kronor mean for children is said in words", (change, text) => {
  expect(shownFigures(told(change)).children.text).toBe(text);
});

test("a case says its rows before and after, who may decide, and what was decided", () => {
  const [, parent] = cases;
  if (parent === undefined) throw new Error("There is no parent.");
  const { cases: changed } = rehearse({
    cases: [{ ...parent, decided: { amountOre: 5000_00 } }],
    before: samplePacks,
    after: withNorm({ adult: 0, child: 200 }),
  });
  const [one] = changed;
  const words = one && caseInWords(one);
  expect(words?.[0]).toBe("Barn 7–10 år: 3\u00a0790 kr → 3\u00a0990 kr");
  expect(words).toContain("Brevet säger något annat.");
  expect(words?.at(-1)).toMatch(/^Beslutat: 5\u00a0000 kr, med ändringen \+/u);
});

test("a question is told by what was tried, without what the case says of it", () => {
  const [alone] = cases;
  if (alone === undefined) throw new Error("There is no case.");
  const { cases: changed } = rehearse({
    cases: [alone],
    before: samplePacks,
    after: withNorm({ adult: 200, child: 0 }),
  });
  const [one] = changed;
  if (one === undefined) throw new Error("The case is not touched.");
  const finding = { code: "cost-proved", provision: "test", text: "Elräkning: sökt 777 kr" } as const;
  const told = (...kinds: readonly ("arises" | "goes")[]) =>
    caseInWords({ ...one, findings: kinds.map((change) => ({ ...finding, change })) }).filter((row) =>
      row.startsWith("Fråga"),
    );
  const { title } = findings["cost-proved"];
  expect(told("arises", "arises")).toEqual([`Fråga som tillkommer: ${title}`]);
  expect(told("goes")).toEqual([`Fråga som faller bort: ${title}`]);
  expect(told("goes", "arises")).toEqual([`Fråga som blir en annan: ${title}`]);
});
