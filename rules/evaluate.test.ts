import { describe, expect, test } from "vitest";
import type { CaseInput } from "../contracts/case.js";
import { run } from "./examples/assessed.js";
import { paid, uneventful } from "./examples/cases.js";

const onlyOfRenewals = [
  "household-unchanged",
  "income-change",
  "rent-continues",
  "activity-plan",
  "account-unchanged",
] as const;

describe("what is compared with last month", () => {
  const spoken = (kind: CaseInput["kind"]): readonly string[] => {
    const flags = { ...uneventful.flags, householdUnchanged: false, accountUnchanged: false };
    const receipt = run({ kind, flags, planning: [], incomes: [paid("pension", 1000, { lastCountedOre: 900_000 })] });
    return [...new Set(receipt.findings.map(({ provision }) => provision))].filter((id) =>
      onlyOfRenewals.some((only) => only === id),
    );
  };

  test("is asked about in a renewal", () => {
    expect(spoken("renewal").toSorted()).toEqual(onlyOfRenewals.toSorted());
  });

  test.each(["first", "supplement"] as const)("is not asked about in an application of kind %s", (kind) => {
    expect(spoken(kind)).toEqual([]);
  });
});

describe("of a protected person", () => {
  const flags = { ...uneventful.flags, protectedIdentity: true };

  test("what is not known is told without a reason, so that the mark is the only question", () => {
    const told = { protectedIdentity: true, lawfulResidence: true };
    const receipt = run({ flags: told, sources: {} });
    const unknown = receipt.findings.filter(({ result }) => result === "cannot-tell");
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.flatMap(({ reason }) => reason ?? [])).toEqual([]);
    expect(receipt).toMatchObject({ outcome: "referred", reasons: ["protected-identity"], grantOre: null });
  });

  test("what is known and does not hold is a question as for anybody, and so is what a reading leaves open", () => {
    const receipt = run({ flags: { ...flags, lawfulResidence: false, pendingBenefits: true } });
    const usual = run({ flags: { ...flags, protectedIdentity: false, lawfulResidence: false, pendingBenefits: true } });
    expect(receipt.reasons).toEqual([...usual.reasons, "protected-identity"].toSorted());
  });

  test("an agency that has not answered is a question for another person, and none for this one", () => {
    const sources = { ...uneventful.sources, CSN: "unavailable" as const };
    expect(run({ flags, sources }).reasons).toEqual(["protected-identity"]);
    expect(run({ sources }).reasons).toEqual(["source-waiting"]);
  });
});

test("a supplement is not weighed against an amount of its own: neither need nor surplus is found", () => {
  const concluded = (kind: CaseInput["kind"]) =>
    run({ kind, incomes: [paid("pension", 9000)] }).findings.filter(
      ({ provision }) => provision === "need-exceeds-means",
    );
  expect(concluded("renewal")).toHaveLength(1);
  expect(concluded("supplement")).toEqual([]);
});
