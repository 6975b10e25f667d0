import { describe, expect, test } from "vitest";
import type { CaseInput } from "../contracts/case.js";
import type { Assessed } from "../contracts/receipt.js";
import { run, runWithout } from "./examples/assessed.js";
import { standing } from "./examples/cases.js";
import { nationalLawAlone, samplePacks } from "./packs.js";

type Cost = CaseInput["costs"][number];

/** A rent of 5 000 kronor as last month, with parts replaced. */
const rent = (parts: Partial<Cost> = {}): Cost => ({ ...standing("rent", 5000), ...parts });
const withoutKeys = (cost: Cost, ...keys: readonly (keyof Cost)[]): Cost => {
  const left = { ...cost };
  for (const key of keys) Reflect.deleteProperty(left, key);
  return left;
};
const found = ({ findings }: Assessed, code: string) =>
  findings
    .filter((finding) => finding.code === code)
    .map(({ result, reason, factId, amountOre }) => ({ result, reason, factId, amountOre }));
const met = { result: "met", reason: undefined, factId: undefined, amountOre: undefined };
const ask = (reason: string, result = "not-met", amountOre?: number) => ({
  result,
  reason,
  factId: "k-rent",
  amountOre,
});

describe("a cost is proved", () => {
  const proved = (cost: Cost) => found(run({ costs: [cost] }), "cost-proved");

  test("by a document of the same amount", () => {
    expect(proved(rent({ proof: "document", documentOre: 500_000 }))).toEqual([met]);
    expect(proved(rent({ proof: "document", documentOre: 499_999 }))).toEqual([ask("document-mismatch", "not-met", 1)]);
    expect(proved(rent({ proof: "document" }))).toEqual([ask("fact-missing", "cannot-tell")]);
    expect(proved(rent({ proof: "unreadable" }))).toEqual([ask("document-unreadable")]);
    expect(proved(rent({ proof: "mismatch" }))).toEqual([ask("document-mismatch")]);
  });

  test("by a standing approval that has an end", () => {
    expect(proved(rent({ standingUntil: "2025-11-30" }))).toEqual([met]);
    expect(proved(rent({ standingUntil: "2025-11-29" }))).toEqual([ask("cost-new")]);
    expect(proved(withoutKeys(rent(), "standingUntil"))).toEqual([ask("fact-missing", "cannot-tell")]);
  });

  test("by the applicant's word where the municipality says that is enough, and by nothing nowhere", () => {
    const enough = samplePacks.municipal?.costRules.filter(({ declaredIsEnough }) => declaredIsEnough) ?? [];
    const types = new Set(enough.map(({ type }) => type));
    for (const type of ["rent", "electricity", "medicine", "work-travel"] as const) {
      const cost: Cost = { ...standing(type, 100), proof: "declared" };
      const result = types.has(type) ? "met" : "cannot-tell";
      expect([type, found(run({ costs: [cost] }), "cost-proved")[0]?.result]).toEqual([type, result]);
    }
    expect(proved(rent({ proof: "none" }))).toEqual([ask("fact-missing", "cannot-tell")]);
    expect(proved(withoutKeys(rent(), "proof"))).toEqual([ask("fact-missing", "cannot-tell")]);
  });
});

describe("a cost is as last month", () => {
  const previous = (...ore: readonly number[]) => ({
    month: "2025-10",
    lines: ore.map((amountOre) => ({ kind: "cost" as const, type: "rent", amountOre })),
  });
  const unsaid = withoutKeys(rent(), "lastApprovedOre");

  test("by what it says itself, else by last month's lines of its kind together", () => {
    expect(found(run({ costs: [rent()] }), "cost-unchanged")).toEqual([met]);
    expect(found(run({ costs: [unsaid], previous: previous(500_000) }), "cost-unchanged")).toEqual([met]);
    expect(found(run({ costs: [unsaid], previous: previous(300_000, 200_000) }), "cost-unchanged")).toEqual([met]);
    const rises = run({ costs: [unsaid], previous: previous(400_000) });
    expect(found(rises, "cost-unchanged")).toEqual([ask("cost-changed", "not-met", 100_000)]);
  });

  test("of another kind nothing is told, nor of an income of the same name", () => {
    const isNew = [ask("cost-new", "not-met", 500_000)];
    expect(found(run({ costs: [unsaid] }), "cost-unchanged")).toEqual(isNew);
    const others = {
      month: "2025-10",
      lines: [
        { kind: "cost" as const, type: "electricity", amountOre: 500_000 },
        { kind: "income" as const, type: "rent", amountOre: 500_000 },
      ],
    };
    expect(found(run({ costs: [unsaid], previous: others }), "cost-unchanged")).toEqual(isNew);
  });

  test("where nobody knows last month it is a missing fact, and a first application compares nothing", () => {
    const unknown = runWithout({ costs: [unsaid] }, { keys: ["previous"] });
    expect(found(unknown, "cost-unchanged")).toEqual([ask("fact-missing", "cannot-tell")]);
    expect(found(run({ kind: "first", costs: [unsaid] }), "cost-unchanged")).toEqual([]);
  });

  test("what a person has approved is neither compared, nor proved, nor held against the guideline", () => {
    const approved = run({ costs: [rent({ appliedOre: 900_000, assessedOre: 900_000 })] });
    for (const code of ["cost-unchanged", "cost-proved", "cost-within-guideline"])
      expect(found(approved, code)).toEqual([]);
    expect(found(approved, "cost-approved-in-full")).toEqual([met]);
    const more = run({ costs: [rent({ assessedOre: 600_000 })] });
    expect(found(more, "cost-approved-in-full")).toEqual([met]);
    expect(more.costsOre).toBe(600_000);
    const less = run({ costs: [rent({ assessedOre: 499_900 })] });
    expect(found(less, "cost-approved-in-full")).toEqual([
      { result: "not-met", reason: undefined, factId: "k-rent", amountOre: 100 },
    ]);
  });
});

describe("a cost against the guideline", () => {
  const within = (costs: readonly Cost[], packs = samplePacks) =>
    found(run({ costs: [...costs] }, packs), "cost-within-guideline");

  test("is weighed by kind: two rows are one cost", () => {
    const half = { appliedOre: 345_000, lastApprovedOre: 345_000 };
    expect(within([rent(half), rent({ ...half, id: "k2" })])).toEqual([met]);
    expect(within([rent(half), rent({ ...half, id: "k2", appliedOre: 345_001 })])).toEqual([
      ask("cost-above-guideline", "not-met", 1),
    ]);
  });

  test("that the municipality lacks for the household is a question about the whole cost", () => {
    const { municipal } = samplePacks;
    if (municipal === undefined) throw new Error("the sample has a municipality");
    const couples = municipal.costRules.map((rule) => ({ ...rule, caps: [] }));
    const without = { ...samplePacks, municipal: { ...municipal, costRules: couples } };
    expect(within([rent()], without)).toEqual([ask("cost-above-guideline", "not-met", 500_000)]);
  });

  test("has grace on the first day of the month at the earliest, whichever row says so", () => {
    const grace = (graceUntil: string, at = 0): number => {
      const rows = [rent({ appliedOre: 400_000 }), rent({ id: "k2", appliedOre: 400_000 })];
      const costs = rows.map((cost, index) => (index === at ? { ...cost, graceUntil } : cost));
      return found(run({ costs }), "no-grace").length;
    };
    expect([grace("2025-10-31"), grace("2025-11-01"), grace("2026-01-31", 1)]).toEqual([0, 1, 1]);
  });
});

describe("the line of a cost", () => {
  const lines = (costs: readonly Cost[], packs = samplePacks) =>
    run({ costs: [...costs] }, packs)
      .lines.filter(({ kind }) => kind === "cost")
      .map(({ amountOre, verified, text }) => ({ amountOre, verified, text }));

  test("is what was applied for, or what a person has approved, and is verified", () => {
    expect(lines([rent()])).toEqual([{ amountOre: 500_000, verified: true, text: "Hyra" }]);
    expect(lines([rent({ assessedOre: 100_000 })])).toEqual([{ amountOre: 100_000, verified: true, text: "Hyra" }]);
  });

  test("of a kind without a guideline stays as applied for, and a person is asked", () => {
    const receipt = run({ costs: [rent(), rent({ id: "k2", assessedOre: 100_000 })] }, nationalLawAlone);
    expect(receipt.costsOre).toBe(600_000);
    expect(found(receipt, "cost-codified")).toEqual([ask("cost-not-assessed", "cannot-tell")]);
    expect(receipt.findings.find(({ code }) => code === "cost-codified")?.facts).toEqual(["costs.k-rent.type"]);
  });

  test("of öre is rounded by a reading, and shown by each where none is chosen", () => {
    const { variants } = run({ costs: [rent({ appliedOre: 500_050, lastApprovedOre: 500_050 })] }, nationalLawAlone);
    const by = new Map(
      variants
        .filter(({ figure }) => figure === "costsOre")
        .map(({ readings, amountOre }) => [readings["round-cost"], amountOre]),
    );
    expect(by).toEqual(
      new Map([
        ["exact", 500_050],
        ["krona-half-up", 500_100],
        ["krona-down", 500_000],
        ["krona-up", 500_100],
      ]),
    );
  });
});
