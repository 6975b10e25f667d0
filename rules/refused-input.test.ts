import { expect, test } from "vitest";
import { caseSchema, type CaseInput } from "../contracts/case.js";
import { paid, renewal, standing } from "./examples/cases.js";

type Member = CaseInput["household"]["members"][number];

const adult: Member = { id: "a", role: "applicant", birthDate: "1990-05-02" };
const home = (...members: object[]): object => ({ household: { sizeInHome: 1, sharesHome: false, members } });
const rent = (parts: object): object => ({ costs: [{ ...standing("rent", 5000), ...parts }] });
const pension = (parts: object): object => ({ incomes: [{ ...paid("pension", 5000), ...parts }] });

/** The fields a case is refused for, by path. */
const refusedFor = (parts: object): readonly string[] => {
  const parsed = caseSchema.safeParse({ ...renewal(), ...parts });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

const children = (count: number): Member[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `c${String(at)}`,
    role: "child",
    birthDate: "2015-01-01",
    days: 30,
  }));

test.each<[string, object, string]>([
  ["a household of nobody", home(), "household.members"],
  ["a household of 31", home(adult, ...children(30)), "household.members"],
  ["a home of nobody", { household: { sizeInHome: 0, members: [adult] } }, "household.sizeInHome"],
  ["a home of 31", { household: { sizeInHome: 31, members: [adult] } }, "household.sizeInHome"],
  ["no applicant", home({ ...adult, role: "co-applicant" }), "household.members"],
  ["two applicants", home(adult, { ...adult, id: "b" }), "household.members"],
  ["two adults with the same id", home(adult, { ...adult, role: "co-applicant" }), "household.members.1.id"],
  [
    "three adults",
    home(adult, { ...adult, id: "b", role: "co-applicant" }, { ...adult, id: "d", role: "co-applicant" }),
    "household.members",
  ],
  ["a role nobody has", home({ ...adult, role: "lodger" }), "household.members.0.role"],
  ["29 February in a common year", home({ ...adult, birthDate: "1990-02-29" }), "household.members.0.birthDate"],
  ["a birth in a month 13", home({ ...adult, birthDate: "1990-13-01" }), "household.members.0.birthDate"],
  ["a birth in 1899", home({ ...adult, birthDate: "1899-12-31" }), "household.members.0.birthDate"],
  ["32 days in a month", home({ ...adult, days: 32 }), "household.members.0.days"],
  ["half a day", home({ ...adult, days: 0.5 }), "household.members.0.days"],
  ["a negative cost", rent({ appliedOre: -1 }), "costs.0.appliedOre"],
  ["a fraction of an öre", rent({ appliedOre: 0.5 }), "costs.0.appliedOre"],
  ["a cost beyond range", rent({ appliedOre: 10_000_000_001 }), "costs.0.appliedOre"],
  ["a cost that is no number", rent({ appliedOre: Number.NaN }), "costs.0.appliedOre"],
  ["a cost as text", rent({ appliedOre: "5000" }), "costs.0.appliedOre"],
  ["a cost of an unknown kind", rent({ type: "yacht" }), "costs.0.type"],
  ["a cost of a stranger", rent({ memberId: "x" }), "costs.0.memberId"],
  [
    "a bill that ends before it starts",
    rent({ billed: { from: "2025-11-30", to: "2025-09-01" } }),
    "costs.0.billed.to",
  ],
  ["a bill of which only the end is known", rent({ billed: { to: "2025-09-01" } }), "costs.0.billed.from"],
  ["two costs of one name", { costs: [standing("rent", 1), standing("rent", 1)] }, "costs.1.id"],
  ["a negative income", pension({ netOre: -1 }), "incomes.0.netOre"],
  ["a fraction in an income", pension({ netOre: 10.5 }), "incomes.0.netOre"],
  ["an infinite income", pension({ netOre: Number.POSITIVE_INFINITY }), "incomes.0.netOre"],
  ["an income of an unknown kind", pension({ type: "lottery" }), "incomes.0.type"],
  [
    "a deduction of an unknown kind",
    pension({ deductions: [{ type: "x", amountOre: 1 }] }),
    "incomes.0.deductions.0.type",
  ],
  [
    "a negative deduction",
    pension({ deductions: [{ type: "tax", amountOre: -1 }] }),
    "incomes.0.deductions.0.amountOre",
  ],
  ["an income of a stranger", pension({ memberId: "x" }), "incomes.0.memberId"],
  ["a month 2025-13", { benefitMonth: "2025-13" }, "benefitMonth"],
  ["a month without its zero", { benefitMonth: "2025-1" }, "benefitMonth"],
  ["an unknown kind of application", { kind: "appeal" }, "kind"],
  ["a source nobody knows", { sources: { FBI: "read" } }, "sources"],
  ["an answer nobody gives", { sources: { FK: "zero" } }, "sources.FK"],
  ["an outcome nobody decides", { history: [{ month: "2025-10", outcome: "perhaps" }] }, "history.0.outcome"],
  ["null for what is not known", { flags: { signedByAll: null } }, "flags.signedByAll"],
])("%s is refused by the name of the field", (_, parts, field) => {
  expect(refusedFor(parts)).toContain(field);
});

test("a key that does not exist is refused, wherever it stands: a fact under a wrong name is not read as unknown", () => {
  const keys = (parts: object): readonly string[] => {
    const parsed = caseSchema.safeParse({ ...renewal(), ...parts });
    return parsed.success ? [] : parsed.error.issues.map(({ code }) => code);
  };
  for (const parts of [
    { benefit: 1 },
    { flags: { signed: true } },
    rent({ amount: 1 }),
    pension({ net: 1 }),
    home({ ...adult, age: 30 }),
  ])
    expect(keys(parts)).toContain("unrecognized_keys");
});

test("what lies on the edge of the range is read", () => {
  expect(refusedFor(rent({ appliedOre: 10_000_000_000 }))).toEqual([]);
  expect(refusedFor(rent({ appliedOre: 0 }))).toEqual([]);
  expect(refusedFor(home(adult, ...children(29)))).toEqual([]);
  expect(refusedFor(home({ ...adult, birthDate: "1992-02-29" }))).toEqual([]);
  expect(refusedFor(home({ ...adult, days: 31 }))).toEqual([]);
});
