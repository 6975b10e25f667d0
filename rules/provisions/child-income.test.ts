import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { addMonths, firstDayOf, lastDayOf, month } from "../../contracts/dates.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run } from "../examples/assessed.js";
import { paid, planFor } from "../examples/cases.js";
import { nationalLawAlone } from "../packs.js";

const pupil = lone({ birthDate: "2008-08-10", pupil: "upper-secondary" });

type Earned = NonNullable<CaseInput["earnings"]>;

/** A pupil's pay of a krona in the month before, with what was earned in the year. */
const onTop = (on: string, earnings: Earned, packs?: typeof nationalLawAlone): Assessed => {
  const benefitMonth = month(on);
  const paidIn = addMonths(benefitMonth, -1);
  const parts: Partial<CaseInput> = {
    benefitMonth,
    today: firstDayOf(benefitMonth),
    appliedOn: firstDayOf(benefitMonth),
    household: pupil,
    planning: [{ ...planFor("a"), from: "2020-01-01", to: lastDayOf(benefitMonth) }],
    previous: { month: paidIn, lines: [], balanceOre: -1 },
    history: [{ month: paidIn, outcome: "granted" }],
    earnings,
    incomes: [
      paid("salary", 1, {
        memberId: "c1",
        source: "applicant",
        proof: "document",
        documentOre: 100,
        grossOre: 100,
        from: firstDayOf(paidIn),
        to: lastDayOf(paidIn),
        paidOn: lastDayOf(paidIn),
      }),
    ],
  };
  return packs === undefined ? run(parts) : run(parts, packs);
};

const earned = (on: string, kronor: number, grossKronor = kronor): Earned[number] => ({
  memberId: "c1",
  month: on,
  netOre: kronor * 100,
  grossOre: grossKronor * 100,
});

test("the limit is the price base amount of the calendar year the pay is of, and starts again each year", () => {
  // December 2025 is weighed with 2025: 58 800. January 2026 with nothing of 2025, against 59 200.
  expect(onTop("2026-01", [earned("2025-07", 58_799)])).toMatchObject({ countedIncomeOre: 0 });
  expect(onTop("2026-01", [earned("2025-07", 58_800)]).reasons).toContain("child-income");
  expect(onTop("2026-02", [earned("2025-07", 99_000)]).reasons).not.toContain("child-income");
  expect(onTop("2026-03", [earned("2026-01", 59_199)]).reasons).not.toContain("child-income");
  expect(onTop("2026-03", [earned("2026-01", 59_200)]).reasons).toContain("child-income");
});

test("the month's pay is not counted twice where the earnings of the year hold it already", () => {
  expect(onTop("2025-11", [earned("2025-10", 58_800)])).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
  expect(onTop("2025-11", [earned("2025-10", 58_801)]).reasons).toEqual(["child-income"]);
});

test("earnings of another child are not this child's", () => {
  const others = [{ ...earned("2025-07", 70_000), memberId: "a" }];
  expect(onTop("2025-11", others)).toMatchObject({ outcome: "prefilled", countedIncomeOre: 0 });
});

test("a year whose price base amount is in no source, or a year's earnings that nobody knows, are a person's", () => {
  expect(onTop("2022-11", []).reasons).toContain("no-verified-table");
  const { reasons, countedIncomeOre } = run({
    household: pupil,
    incomes: [paid("salary", 1, { memberId: "c1", source: "applicant", proof: "document", documentOre: 100 })],
  });
  expect({ reasons, countedIncomeOre }).toEqual({ reasons: ["fact-missing"], countedIncomeOre: null });
});

test("earnings below the limit after tax and above it before are a reading, and shown with both where it is not chosen", () => {
  const receipt = onTop("2025-11", [earned("2025-07", 50_000, 60_000)], nationalLawAlone);
  expect(receipt.readings["price-base-basis"]).toBe("unset");
  expect(receipt.reasons).toEqual(expect.arrayContaining(["child-income", "reading-open"]));
  expect(onTop("2025-11", [earned("2025-07", 50_000, 55_000)])).toMatchObject({ outcome: "prefilled" });
});

test("how far a child's own money counts is a reading: the personal row, with a share of the common costs, with a share of all", () => {
  const own = run(
    { household: lone({}), incomes: [paid("survivor-pension", 6000, { memberId: "c1" })] },
    nationalLawAlone,
  );
  const counted = own.variants.filter(({ figure }) => figure === "countedIncomeOre").map(({ amountOre }) => amountOre);
  // 3 790; with half of 1 400 it is 4 490; without other costs the third is the same.
  expect(new Set(counted)).toEqual(new Set([379_000, 449_000]));
});
