import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { run } from "../examples/assessed.js";
import { nationalLawAlone, samplePacks } from "../packs.js";

type Agreement = NonNullable<CaseInput["household"]["members"][number]["agreement"]>;
const yearLong: Agreement = { from: "2025-01-01", to: "2025-12-31", days: 15 };

/** A lone parent with a child of nine who lives there by turns. */
const byTurns = (
  { days = 15, agreement, home = 2 }: { days?: number; agreement?: Agreement; home?: number },
  packs = samplePacks,
): Assessed =>
  run(
    {
      household: {
        sizeInHome: home,
        sharesHome: false,
        members: [
          { id: "a", role: "applicant", birthDate: "1990-05-02" },
          {
            id: "c1",
            role: "child",
            birthDate: "2016-08-10",
            days,
            ...(agreement === undefined ? {} : { agreement }),
          },
        ],
      },
    },
    packs,
  );

test("a child at half time has its days by the agreement and is in the common costs where the agreement says so", () => {
  // 3 790 × 12/365 is 124.60, 125 a day; 15 days are 1 875.
  const counted = byTurns({ agreement: { ...yearLong, commonCost: "counted" } });
  expect(counted).toMatchObject({ outcome: "prefilled", personalOre: 391_000 + 187_500, commonOre: 140_000 });
  const notCounted = byTurns({ agreement: { ...yearLong, commonCost: "not-counted" } });
  expect(notCounted).toMatchObject({ outcome: "prefilled", personalOre: 391_000 + 187_500, commonOre: 127_000 });
});

test("where neither agreement nor municipality says whether it is in the common costs, both figures go to a person", () => {
  const open = byTurns({ agreement: yearLong });
  expect(open).toMatchObject({ outcome: "referred", reasons: ["reading-open"], commonOre: null, grantOre: null });
  const figures = open.variants.filter(({ figure }) => figure === "commonOre").map(({ amountOre }) => amountOre);
  expect(new Set(figures)).toEqual(new Set([127_000, 140_000]));
});

test("without an agreement for the whole month, or with other days than agreed, a person looks", () => {
  const agreed: Agreement = { ...yearLong, commonCost: "counted" };
  expect(byTurns({}).reasons).toContain("visiting-child");
  expect(byTurns({ agreement: { ...agreed, to: "2025-11-29" } }).reasons).toEqual(["visiting-child"]);
  expect(byTurns({ agreement: { ...agreed, to: "2025-11-30" } }).reasons).toEqual([]);
  expect(byTurns({ agreement: { ...agreed, from: "2025-11-01" } }).reasons).toEqual([]);
  expect(byTurns({ agreement: { ...agreed, from: "2025-11-02" } }).reasons).toEqual(["visiting-child"]);
  expect(byTurns({ agreement: agreed, days: 16 }).reasons).toEqual(["visiting-child"]);
});

test("29 days of November are a part of it and 30 the whole, with the row itself and no agreement needed", () => {
  const agreement: Agreement = { ...yearLong, days: 29, commonCost: "counted" };
  expect(byTurns({ days: 29, agreement }).personalOre).toBe(391_000 + 29 * 12_500);
  expect(byTurns({ days: 30 })).toMatchObject({ outcome: "prefilled", personalOre: 391_000 + 379_000 });
  expect(byTurns({ days: 31 })).toMatchObject({ outcome: "prefilled", personalOre: 391_000 + 379_000 });
});

test("the home may be counted with or without the child, and no other number", () => {
  const agreement: Agreement = { ...yearLong, commonCost: "not-counted" };
  expect([1, 2, 3].map((home) => byTurns({ agreement, home }).reasons)).toEqual([[], [], ["shared-household"]]);
});

test("each divisor of the day gives its own figure where none is chosen", () => {
  const agreement: Agreement = { ...yearLong, commonCost: "counted" };
  const { variants } = byTurns({ agreement }, nationalLawAlone);
  const of = (divisor: string): number | null | undefined =>
    variants.find(
      ({ figure, readings }) =>
        figure === "personalOre" &&
        readings["day-divisor"] === divisor &&
        (readings["round-norm-row"] ?? "exact") === "exact",
    )?.amountOre;
  // 3 790 × 12/365 = 124.6027… → 124,60 a day; 3 790 × 15 ÷ 30; 3 790 × 15 ÷ 30.4.
  expect(of("12/365-per-row")).toBe(391_000 + 15 * 12_460);
  expect(of("30")).toBe(391_000 + 189_500);
  expect(of("30.4")).toBe(391_000 + 187_007);
  expect(of("actual-days")).toBe(391_000 + 189_500);
});
