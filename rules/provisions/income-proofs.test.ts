import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { run } from "../examples/assessed.js";
import { paid, standing, uneventful } from "../examples/cases.js";

type Income = CaseInput["incomes"][number];

/** A payment that does not say some things of itself. */
const without = (income: Income, ...keys: readonly (keyof Income)[]): Income => {
  const left = { ...income };
  for (const key of keys) Reflect.deleteProperty(left, key);
  return left;
};
const found = (income: Income, code: string) =>
  run({ incomes: [income] })
    .findings.filter((finding) => finding.code === code)
    .map(({ result, reason, factId, amountOre }) => ({ result, reason, factId, amountOre }));

const met = { result: "met", reason: undefined, factId: undefined, amountOre: undefined };
const asked = (reason: string, factId: string, result = "cannot-tell") => ({
  result,
  reason,
  factId,
  amountOre: undefined,
});

test("what only the applicant tells of is shown by a document of the same amount, to the öre", () => {
  const shown = (parts: Partial<Income>) =>
    found(paid("salary", 4000, { source: "applicant", ...parts }), "income-proved");
  const mismatch = (amountOre: number) => [
    { result: "not-met", reason: "document-mismatch", factId: "i-salary", amountOre },
  ];
  expect(shown({ proof: "document", documentOre: 400_000 })).toEqual([met]);
  expect(shown({ proof: "document", documentOre: 400_001 })).toEqual(mismatch(1));
  expect(shown({ proof: "document", documentOre: 399_999 })).toEqual(mismatch(-1));
  expect(shown({ proof: "document" })).toEqual([asked("fact-missing", "i-salary")]);
  expect(shown({ proof: "unreadable" })).toEqual([asked("document-unreadable", "i-salary", "not-met")]);
  expect(shown({ proof: "mismatch" })).toEqual([asked("document-mismatch", "i-salary", "not-met")]);
  for (const proof of ["standing", "declared", "none"] as const)
    expect(shown({ proof })).toEqual([asked("fact-missing", "i-salary")]);
  expect(shown({})).toEqual([asked("fact-missing", "i-salary")]);
  // What an agency tells of needs none.
  expect(found(paid("sickness-benefit", 4000), "income-proved")).toEqual([]);
});

test("of a payment it is known whether it is made, when, and for what time", () => {
  const benefit = paid("sickness-benefit", 4000);
  const missing = [asked("fact-missing", "i-sickness-benefit")];
  expect(found(benefit, "income-paid")).toEqual([met]);
  expect(found(benefit, "income-in-month")).toEqual([met]);
  expect(found(without(benefit, "preliminary"), "income-paid")).toEqual(missing);
  expect(found({ ...benefit, preliminary: true }, "income-paid")).toEqual([
    asked("income-preliminary", "i-sickness-benefit", "not-met"),
  ]);
  expect(found(without(benefit, "paidOn"), "income-in-month")).toEqual(missing);
  expect(found(without(benefit, "from", "to"), "income-in-month")).toEqual(missing);
  const pay = paid("salary", 4000, { source: "applicant", proof: "document", documentOre: 400_000 });
  expect(found(without(pay, "from", "to", "preliminary"), "income-in-month")).toEqual([met]);
  expect(found(without(pay, "from", "to", "preliminary"), "income-paid")).toEqual([met]);
});

test("whether a payment is retroactive, declared and only taxed has to be known of each", () => {
  const benefit = paid("sickness-benefit", 4000);
  const missing = [asked("fact-missing", "i-sickness-benefit")];
  expect(found(without(benefit, "retroactive"), "income-own-time")).toEqual(missing);
  expect(found(benefit, "income-own-time")).toEqual([met]);
  expect(found(without(benefit, "declared"), "income-declared")).toEqual(missing);
  expect(found(benefit, "income-declared")).toEqual([met]);
  expect(found(without(benefit, "deductions"), "income-tax-only")).toEqual(missing);
  expect(found(benefit, "income-tax-only")).toEqual([met]);
});

test("what a person says does not count is not asked about as undeclared", () => {
  const deposit = (parts: Partial<Income>) =>
    found({ ...paid("sickness-benefit", 100, { declared: false }), ...parts }, "income-declared");
  expect(deposit({})).toMatchObject([{ reason: "undeclared-income", amountOre: 10_000 }]);
  expect(deposit({ assessed: "counts" })).toMatchObject([{ reason: "undeclared-income" }]);
  expect(deposit({ assessed: "does-not-count" })).toEqual([]);
  expect(found(paid("swish", 100, { declared: false }), "income-declared")).toEqual([]);
});

test("every deduction but tax is told of by name and amount", () => {
  const { findings } = run({
    incomes: [
      paid("sickness-benefit", 4000, {
        deductions: [
          { type: "tax", amountOre: 100_000 },
          { type: "set-off", amountOre: 20_000 },
        ],
      }),
    ],
  });
  const text = findings.find(({ reason }) => reason === "income-deduction")?.text?.replaceAll("\u00a0", " ");
  expect(text).toMatch(/^Sjukpenning: .+ 200 kr\.$/);
  expect(text).not.toContain("1 000");
});

test("gross less tax and other deductions is what was paid, and only gross or only tax is no sum to check", () => {
  const adds = (parts: Partial<Income>) => found(paid("sickness-benefit", 4000, parts), "income-tax-only");
  const deductions = [
    { type: "tax" as const, amountOre: 100_000 },
    { type: "set-off" as const, amountOre: 20_000 },
  ];
  expect(adds({ grossOre: 520_000, taxOre: 100_000, deductions })).toMatchObject([{ reason: "income-deduction" }]);
  expect(adds({ grossOre: 500_000, taxOre: 100_000, deductions })).toMatchObject([{ reason: "document-mismatch" }]);
  expect(adds({ grossOre: 900_000 })).toEqual([met]);
  expect(adds({ taxOre: 900_000 })).toEqual([met]);
});

test("while one of those who pay benefits is silent there is no sum, until a person has settled that one", () => {
  const silent = (parts: Partial<CaseInput> = {}): Assessed =>
    run({
      sources: { ...uneventful.sources, SO: "unavailable", CSN: "unavailable" },
      incomes: [paid("pension", 1000)],
      ...parts,
    });
  expect(silent().countedIncomeOre).toBeNull();
  const text = silent().findings.find(({ code }) => code === "incomes-known")?.text;
  expect(text).toMatch(/svar saknas från [^,]+, [^,]+\.$/);
  const settle = (...ids: readonly string[]) =>
    ids.map((factId) => ({ reason: "source-unavailable" as const, factId }));
  expect(silent({ settled: settle("SO") }).countedIncomeOre).toBeNull();
  expect(silent({ settled: settle("SO", "CSN") }).countedIncomeOre).toBe(100_000);
  expect(run({ sources: { ...uneventful.sources, AF: "unavailable" } }).countedIncomeOre).toBe(0);
  const unasked = run({ sources: { population: "read" } });
  expect(unasked.countedIncomeOre).toBeNull();
  // A source that was never asked cannot be settled as one that did not answer.
  const settled = run({ sources: { population: "read" }, settled: settle("FK", "SO", "CSN") });
  expect(settled.countedIncomeOre).toBeNull();
  const asked = unasked.findings.filter(({ code, reason }) => code === "source-answered" && reason === "fact-missing");
  expect(asked.map(({ factId }) => factId)).toEqual(expect.arrayContaining(["FK", "SO", "CSN", "AF"]));
  const { findings } = run({ sources: { ...uneventful.sources, FK: "read" }, settled: settle("FK") });
  expect(findings).toContainEqual(expect.objectContaining({ code: "incomes-known", result: "met" }));
});

test("a line of income says when it was paid, where that is known", () => {
  const texts = (income: Income): readonly string[] =>
    run({ incomes: [income] })
      .lines.filter(({ kind }) => kind === "income")
      .map(({ text }) => text);
  expect(texts(paid("pension", 1000, { paidOn: "2025-10-24" }))).toEqual(["Pension, utbetalt 24 oktober 2025"]);
});

test("every line of an ordinary month is verified, and every condition of it is said to be met", () => {
  const receipt = run({ costs: [standing("rent", 5000)], incomes: [paid("sickness-benefit", 1000)] });
  expect(receipt.outcome).toBe("prefilled");
  expect(receipt.lines.map(({ verified }) => verified)).toEqual([true, true, true, true]);
  expect(new Set(receipt.findings.map(({ result }) => result))).toEqual(new Set(["met"]));
  const codes = new Set<string>(receipt.findings.map(({ code }) => code));
  for (const code of [
    "community-settled",
    "completion-settled",
    "cost-proved",
    "cost-unchanged",
    "cost-within-guideline",
    "income-continues",
    "income-declared",
    "income-in-month",
    "income-listed",
    "income-own-time",
    "income-paid",
    "income-stable",
    "income-tax-only",
    "incomes-known",
    "law-codified",
    "month-undecided",
    "need-exceeds-means",
    "no-assets",
    "norm-in-force",
    "not-communicated",
    "one-application",
    "plan-valid",
    "rent-continues",
    "source-answered",
    "whole-month",
  ])
    expect(codes).toContain(code);
});
