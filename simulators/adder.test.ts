import { describe, expect, test } from "vitest";
import { addUp } from "./adder.js";
import { loadHouseholds } from "./households/load.js";

const households = loadHouseholds("all");
const calculated = households.flatMap((household) =>
  household.arithmetic === undefined ? [] : [{ ...household, arithmetic: household.arithmetic }],
);

/** Need less incomes in kronor, as the sample month states them. */
const stated: Readonly<Record<string, number>> = {
  "01": 6190,
  "02": 10_380,
  "03": 4330,
  "04": 10_480,
  "05": 23_000,
  "06": 2700,
  "07": 3900,
  "08": 6060,
  "09": 4840,
  "10": 9910,
  "11": 820,
  "12": 3990,
  "23": -620,
};

describe("the adder", () => {
  test("covers every household whose figure is stated", () => {
    expect(calculated.map(({ id }) => id)).toEqual(Object.keys(stated).sort());
  });

  test.each(calculated)("comes to the stated figure for household $id: $title", ({ id, arithmetic, expected }) => {
    const kronor = stated[id] ?? Number.NaN;
    expect(addUp(arithmetic)).toBe(kronor * 100);
    expect(arithmetic.resultOre).toBe(kronor * 100);
    if (expected.outcome === "prefilled") expect(expected.amountOre).toBe(kronor * 100);
  });

  test.each(calculated)("adds the costs that household $id applies for", ({ application, arithmetic }) => {
    expect(application.costs.reduce((total, { amountOre }) => total + amountOre, 0)).toBe(arithmetic.costsOre);
  });

  test.each(calculated)(
    "counts what household $id was paid in October",
    ({ id, agencies, application, arithmetic }) => {
      const benefits = Object.values(agencies)
        .flatMap((answers) => Object.values(answers).flatMap(({ payments }) => payments))
        .filter(({ paidOn }) => paidOn.startsWith("2025-10"))
        .reduce((total, { netOre }) => total + netOre, 0);
      const declared = application.declaredIncomes.reduce((total, { amountOre = 0 }) => total + amountOre, 0);
      // A quarter of household 7's pay is disregarded (12 kap. 8 § SoL).
      const disregarded = id === "07" ? declared / 4 : 0;
      expect(benefits + declared - disregarded).toBe(arithmetic.countedIncomeOre);
    },
  );
});
