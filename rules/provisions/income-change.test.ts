import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run, runWithout } from "../examples/assessed.js";
import { paid } from "../examples/cases.js";

type Line = NonNullable<CaseInput["previous"]>["lines"][number];
type Income = CaseInput["incomes"][number];

/** An income that does not say itself what it was last month. */
const unsaid = (type: Income["type"], kronor: number, rest: Partial<Income> = {}): Income => {
  const income = paid(type, kronor, rest);
  delete income.lastCountedOre;
  return income;
};
const before = (type: string, kronor: number, rest: Partial<Line> = {}): Line => ({
  kind: "income",
  type,
  amountOre: kronor * 100,
  ...rest,
});
const against = (incomes: readonly Income[], lines: readonly Line[]): Assessed =>
  run({ incomes: [...incomes], previous: { month: "2025-10", lines: [...lines] } });
const changes = ({ findings }: Assessed) =>
  findings
    .filter(({ code, result }) => code === "income-stable" && result !== "met")
    .map(({ factId, amountOre, text }) => ({ factId, amountOre, text: text?.replaceAll("\u00a0", " ") }));

test("an income is compared with last month's line of its kind, and with no other line", () => {
  const now = [unsaid("activity-support", 4000)];
  expect(against(now, [before("activity-support", 4000)]).reasons).toEqual([]);
  const other = [
    before("activity-support", 4000),
    before("sickness-benefit", 9000),
    before("activity-support", 500, { kind: "cost" }),
  ];
  expect(changes(against(now, other))).toEqual([]);
  expect(changes(against(now, [before("activity-support", 2000)]))).toEqual([
    { factId: "i-activity-support", amountOre: 200_000, text: "Aktivitetsstöd var 2 000 kr och är nu 4 000 kr." },
  ]);
  // Last month's in two payments.
  expect(changes(against(now, [before("activity-support", 2500), before("activity-support", 1500)]))).toEqual([]);
});

test("an income that last month had no line of is new, whatever else there was", () => {
  const isNew = [
    { factId: "i-activity-support", amountOre: 400_000, text: "Aktivitetsstöd, 4 000 kr, fanns inte förra månaden." },
  ];
  const now = [unsaid("activity-support", 4000)];
  expect(changes(against(now, []))).toEqual(isNew);
  expect(changes(against(now, [before("sickness-benefit", 4000)]))).toEqual(isNew);
  expect(changes(against(now, [before("activity-support", 4000, { kind: "norm" })]))).toEqual(isNew);
});

const couple: CaseInput["household"] = {
  sizeInHome: 2,
  sharesHome: false,
  members: [
    { id: "a", role: "applicant", birthDate: "1990-05-02" },
    { id: "b", role: "co-applicant", birthDate: "1988-03-14" },
  ],
};
const ofCouple = (incomes: readonly Income[], lines: readonly Line[]): Assessed =>
  run({ household: couple, incomes: [...incomes], previous: { month: "2025-10", lines: [...lines] } });

test("each adult is compared with own lines, or with a line that names nobody", () => {
  const now = [unsaid("activity-support", 4000)];
  expect(changes(ofCouple(now, [before("activity-support", 4000, { memberId: "a" })]))).toEqual([]);
  expect(changes(ofCouple(now, [before("activity-support", 4000)]))).toEqual([]);
  expect(changes(ofCouple(now, [before("activity-support", 4000, { memberId: "b" })]))).toEqual([
    { factId: "i-activity-support", amountOre: 400_000, text: "Aktivitetsstöd, 4 000 kr, fanns inte förra månaden." },
  ]);
});

test("payments of one kind to one person are compared together, and those of two persons apart", () => {
  const two = (lastCountedOre: number, memberId: string): Income[] => [
    paid("activity-support", 2000, { id: "i1", lastCountedOre }),
    paid("activity-support", 2000, { id: "i2", lastCountedOre: 200_000, memberId }),
  ];
  // 4 000 against 4 400 is within 12 %; 2 000 against 2 400 is not.
  expect(changes(ofCouple(two(240_000, "a"), []))).toEqual([]);
  expect(changes(ofCouple(two(240_000, "b"), []))).toEqual([
    { factId: "i1", amountOre: -40_000, text: "Aktivitetsstöd var 2 400 kr och är nu 2 000 kr." },
  ]);
  // One of the payments does not say: last month's calculation tells of both.
  const half = [paid("activity-support", 2000, { id: "i1" }), unsaid("activity-support", 2000, { id: "i2" })];
  expect(changes(against(half, [before("activity-support", 4000)]))).toEqual([]);
});

test("what a person has weighed, a child's pay, a kind that is on no list and what nobody declared is not compared", () => {
  const alone = (income: Income, household = lone({})) =>
    changes(run({ household, incomes: [income], previous: { month: "2025-10", lines: [] } }));
  const changed = { lastCountedOre: 100_000 };
  expect(alone(paid("activity-support", 4000, changed))).toHaveLength(1);
  expect(alone(paid("activity-support", 4000, { ...changed, assessed: "counts" }))).toEqual([]);
  expect(alone(paid("activity-support", 4000, { ...changed, declared: false }))).toEqual([]);
  expect(alone(paid("swish", 4000, changed))).toEqual([]);
  expect(alone(paid("salary", 4000, { ...changed, memberId: "c1" }))).toEqual([]);
  expect(alone(paid("salary", 4000, changed))).toHaveLength(1);
  expect(alone(paid("survivor-pension", 3000, { ...changed, memberId: "c1" }))).toHaveLength(1);
});

test("without last month's calculation nobody knows what an income was, nor what is gone", () => {
  const receipt = runWithout({ incomes: [unsaid("activity-support", 4000)] }, { keys: ["previous"] });
  const asked = receipt.findings.filter(({ provision }) => provision === "income-change");
  expect(asked.map(({ code, reason, factId }) => ({ code, reason, factId }))).toEqual([
    { code: "income-stable", reason: "fact-missing", factId: "i-activity-support" },
    { code: "income-continues", reason: "fact-missing", factId: "previous" },
  ]);
});

const gone = (incomes: readonly Income[], lines: readonly Line[]) =>
  ofCouple(incomes, lines)
    .findings.filter(({ code }) => code === "income-continues")
    .map(({ result, factId, amountOre, text }) => ({
      result,
      factId,
      amountOre,
      text: text?.replaceAll("\u00a0", " "),
    }));
const nothingGone = [{ result: "met", factId: undefined, amountOre: undefined, text: undefined }];

test("an income of last month that is not there this month is a question, by name and amount", () => {
  const now = [paid("activity-support", 4000), paid("pension", 100)];
  const line = before("activity-support", 4000, { memberId: "a" });
  expect(gone(now, [line])).toEqual(nothingGone);
  expect(gone(now, [before("activity-support", 4000)])).toEqual(nothingGone);
  expect(gone(now, [before("sickness-benefit", 3000, { memberId: "a" })])).toEqual([
    {
      result: "not-met",
      factId: "a-sickness-benefit",
      amountOre: 300_000,
      text: "Sjukpenning, 3 000 kr förra månaden, finns inte den här månaden.",
    },
  ]);
  expect(gone(now, [before("sickness-benefit", 3000)])).toEqual([
    {
      result: "not-met",
      factId: "sickness-benefit",
      amountOre: 300_000,
      text: "Sjukpenning, 3 000 kr förra månaden, finns inte den här månaden.",
    },
  ]);
  // The other adult's is another income.
  expect(gone(now, [{ ...line, memberId: "b" }])).toMatchObject([{ factId: "b-activity-support" }]);
  expect(gone(now, [before("old-benefit", 3000)])).toMatchObject([
    { text: "old-benefit, 3 000 kr förra månaden, finns inte den här månaden." },
  ]);
});

test("a cost, and an income of nothing, are no income that is gone", () => {
  expect(gone([], [before("sickness-benefit", 0), before("sickness-benefit", 3000, { kind: "norm" })])).toEqual(
    nothingGone,
  );
});

test("a calculation of another month than the one before is not compared with", () => {
  for (const month of ["2025-09", "2025-11"])
    expect(
      run({ previous: { month, lines: [] } }).findings.filter(({ code }) => code === "income-continues"),
    ).toMatchObject([{ result: "cannot-tell", reason: "fact-missing", factId: "previous" }]);
});
