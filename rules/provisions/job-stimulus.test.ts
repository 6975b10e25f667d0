import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { addMonths, firstDayOf, lastDayOf, month, type Month } from "../../contracts/dates.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run, runWithout } from "../examples/assessed.js";
import { paid, planFor } from "../examples/cases.js";
import { nationalLawAlone } from "../packs.js";

type History = NonNullable<CaseInput["history"]>;

const aid = (until: string, count: number, outcome: History[number]["outcome"] = "granted"): History =>
  Array.from({ length: count }, (_, at) => ({ month: addMonths(month(until), -at), outcome }));

/** Pay of 4 000 kronor in the month before, after these months of aid. */
const pay = (on: string, { history, rest = {} }: { history: History; rest?: Partial<CaseInput> }): Assessed => {
  const benefitMonth = month(on);
  const paidIn: Month = addMonths(benefitMonth, -1);
  return run({
    benefitMonth,
    today: firstDayOf(benefitMonth),
    appliedOn: firstDayOf(benefitMonth),
    planning: [{ ...planFor("a"), from: firstDayOf(paidIn), to: lastDayOf(benefitMonth) }],
    previous: { month: paidIn, lines: [], balanceOre: -1 },
    history,
    incomes: [paid("salary", 4000, { from: firstDayOf(paidIn), to: lastDayOf(paidIn), paidOn: firstDayOf(paidIn) })],
    ...rest,
  });
};

const disregarded = (on: string, history: History): number =>
  400_000 - (pay(on, { history }).countedIncomeOre ?? Number.NaN);

test("pay is disregarded after six months in a row, not after five, from the month after the sixth", () => {
  // The pay of October is within the two years where the six months ended in September.
  expect(disregarded("2025-11", aid("2025-09", 5))).toBe(0);
  expect(disregarded("2025-11", aid("2025-09", 6))).toBe(100_000);
  expect(disregarded("2025-11", aid("2025-09", 7))).toBe(100_000);
  expect(disregarded("2025-11", aid("2025-10", 6))).toBe(0);
});

test("the two years end with the twenty-fourth month after the six, whatever breaks there were", () => {
  // Six months to September 2023: October 2023 to September 2025.
  const six = aid("2023-09", 6);
  expect(disregarded("2025-10", six)).toBe(100_000);
  expect(disregarded("2025-11", six)).toBe(0);
  expect(disregarded("2025-10", [...six, ...aid("2024-05", 2, "refused")])).toBe(100_000);
});

test("after the two years five new months are too few and six are enough", () => {
  const six = aid("2023-01", 6);
  // February 2023 to January 2025; a new run counts from February 2025.
  expect(disregarded("2025-08", [...six, ...aid("2025-06", 5)])).toBe(0);
  expect(disregarded("2025-08", [...six, ...aid("2025-06", 6)])).toBe(0);
  expect(disregarded("2025-09", [...six, ...aid("2025-07", 6)])).toBe(100_000);
});

test("a refused month and a month without an application break the six, a month in another municipality does not", () => {
  const [last, ...others] = aid("2025-09", 6);
  if (last === undefined) throw new Error("six months have a last one");
  for (const outcome of ["refused", "not-applied"] as const)
    expect(disregarded("2025-11", [{ ...last, outcome }, ...others])).toBe(0);
  expect(disregarded("2025-11", [{ ...last, municipality: "Grannkommunen" }, ...others])).toBe(100_000);
  expect(disregarded("2025-11", [{ ...last, outcome: "partly-granted" }, ...others])).toBe(100_000);
});

test("a month with emergency aid only is settled by no source: both readings are shown", () => {
  const history: History = [...aid("2025-09", 5), { month: "2025-04", outcome: "emergency" }];
  const receipt = pay("2025-11", { history });
  expect(receipt).toMatchObject({ outcome: "referred", countedIncomeOre: null });
  expect(receipt.reasons).toContain("reading-open");
  expect(
    receipt.variants.filter(({ figure }) => figure === "countedIncomeOre").map(({ amountOre }) => amountOre),
  ).toEqual(expect.arrayContaining([300_000, 400_000]));
});

test("the rule begins in July 2013, and months before it are not counted in without a person", () => {
  expect(disregarded("2013-06", aid("2013-05", 12))).toBe(0);
  const undecided = pay("2013-09", { history: aid("2013-08", 8) });
  expect(undecided).toMatchObject({ outcome: "referred", reasons: ["history-unclear"], countedIncomeOre: null });
  // Six months from July to December 2013: nothing rests on the months before.
  expect(disregarded("2014-02", aid("2013-12", 6))).toBe(100_000);
  expect(disregarded("2014-02", aid("2013-12", 5))).toBe(0);
});

test("the right is each adult's own", () => {
  const couple: CaseInput["household"] = {
    sizeInHome: 2,
    sharesHome: false,
    members: [
      { id: "a", role: "applicant", birthDate: "1990-05-02" },
      { id: "b", role: "co-applicant", birthDate: "1988-03-14" },
    ],
  };
  const history = aid("2025-09", 6).map((each) => ({ ...each, memberId: "b" }));
  const of = (memberId: string): number | null =>
    pay("2025-11", {
      history,
      rest: {
        household: couple,
        planning: [planFor("a"), planFor("b")],
        incomes: [paid("salary", 4000, { memberId })],
      },
    }).countedIncomeOre;
  expect([of("a"), of("b")]).toEqual([400_000, 300_000]);
});

test("the pay of a child, a benefit and another household's history have no part in it", () => {
  const with6 = (incomes: CaseInput["incomes"], household = lone({})): number | null =>
    pay("2025-11", { history: aid("2025-09", 6), rest: { incomes, household } }).countedIncomeOre;
  expect(with6([paid("activity-support", 3000)])).toBe(300_000);
  expect(with6([paid("salary", 3000), paid("activity-support", 1000)])).toBe(225_000 + 100_000);
});

test("where the month that decides is not chosen and matters, both are shown", () => {
  const atEdge = pay("2025-11", { history: aid("2025-10", 6) });
  expect(atEdge.countedIncomeOre).toBe(400_000);
  const open = run(
    { history: aid("2025-10", 6), incomes: [paid("salary", 4000)], previous: { month: "2025-10", lines: [] } },
    nationalLawAlone,
  );
  expect(open.readings["stimulus-month"]).toBe("unset");
  expect(new Set(open.variants.filter(({ figure }) => figure === "countedIncomeOre").map((v) => v.amountOre))).toEqual(
    new Set([300_000, 400_000]),
  );
});

test("while nobody knows the months before, the pay is not counted at all", () => {
  const without = (type: "salary" | "activity-support"): Assessed =>
    runWithout({ incomes: [paid(type, 4000)] }, { keys: ["history"] });
  expect(without("salary")).toMatchObject({ outcome: "referred", countedIncomeOre: null, grantOre: null });
  expect(without("salary").reasons).toContain("history-unclear");
  expect(without("activity-support").countedIncomeOre).toBe(400_000);
  expect(without("activity-support").reasons).not.toContain("history-unclear");
});

test("the line says that a quarter is disregarded, and the finding which of the twenty-four months it is", () => {
  const sixth = pay("2025-11", { history: aid("2025-09", 6) });
  expect(sixth.lines).toContainEqual(
    expect.objectContaining({ kind: "disregard", amountOre: 100_000, verified: true, provision: "job-stimulus" }),
  );
  const said = (receipt: Assessed): readonly (string | undefined)[] =>
    receipt.findings.filter(({ code }) => code === "stimulus-settled").map(({ text }) => text);
  expect(said(sixth)).toEqual(["Jobbstimulansen gäller, månad 1 av 24."]);
  expect(said(pay("2025-11", { history: aid("2025-08", 6) }))).toEqual(["Jobbstimulansen gäller, månad 2 av 24."]);
  expect(said(pay("2025-11", { history: aid("2025-08", 5) }))).toEqual(["Jobbstimulansen gäller inte."]);
});

/** By national law alone: what counts of incomes in October, by the option of one reading. */
const countedBy = (key: string, parts: Partial<CaseInput>): ReadonlyMap<string | undefined, number | null> =>
  new Map(
    run(parts, nationalLawAlone)
      .variants.filter(({ figure }) => figure === "countedIncomeOre")
      .map(({ readings, amountOre }) => [readings[key], amountOre]),
  );

test("a quarter that is not whole kronor is rounded by a reading, and shown with each where none is chosen", () => {
  const quarterOf = (netOre: number) =>
    countedBy("round-stimulus", { history: aid("2025-09", 6), incomes: [paid("salary", 0, { netOre })] });
  // A quarter of 4 001 is 1 000,25.
  expect(quarterOf(400_100)).toEqual(
    new Map([
      ["exact", 400_100 - 100_025],
      ["krona-half-up", 400_100 - 100_000],
      ["krona-down", 400_100 - 100_000],
      ["krona-up", 400_100 - 100_100],
    ]),
  );
  expect(quarterOf(400_400)).toEqual(new Map());
});

test("whether holiday pay and severance pay are part of it is a reading; other incomes never are", () => {
  const history = aid("2025-09", 6);
  for (const type of ["holiday-pay", "severance-pay"] as const)
    expect(countedBy("stimulus-scope", { history, incomes: [paid(type, 4000, { assessed: "counts" })] })).toEqual(
      new Map([
        ["salary-only", 400_000],
        ["all-employer-pay", 300_000],
      ]),
    );
  expect(countedBy("stimulus-scope", { history, incomes: [paid("activity-support", 4000)] })).toEqual(new Map());
});

test("a month with emergency aid only makes the sixth by the reading that counts it, and by no other", () => {
  const history: History = [...aid("2025-09", 5), { month: "2025-04", outcome: "emergency" }];
  expect(countedBy("stimulus-emergency", { history, incomes: [paid("salary", 4000)] })).toEqual(
    new Map([
      ["breaks", 400_000],
      ["counts", 300_000],
    ]),
  );
});

test("pay that does not count, or that nobody can tell, has no quarter to disregard", () => {
  const history = aid("2025-09", 6);
  const lines = (parts: Partial<CaseInput["incomes"][number]>): Assessed =>
    run({ history, incomes: [paid("salary", 4000, parts)] });
  expect(lines({ assessed: "does-not-count" }).countedIncomeOre).toBe(0);
  expect(lines({ assessed: "does-not-count" }).lines.map(({ kind }) => kind)).not.toContain("disregard");
  expect(lines({ preliminary: true }).lines.map(({ kind }) => kind)).not.toContain("disregard");
});
