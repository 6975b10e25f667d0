import { expect, test } from "vitest";
import { caseOf, paid, renewal, standing } from "./examples/cases.js";
import { factsOf } from "./facts.js";

const costs = (["rent", "electricity", "home-insurance"] as const).map((type) => standing(type, 100));
const facts = () => factsOf(caseOf(renewal({ costs, incomes: [paid("salary", 100)] })));

test("what a provision reads is told by its path, in order, once each, and not what was read before it began", () => {
  const { mark, since, root, members, incomes, flags, source, household } = facts();
  root.get("kind");
  const began = mark();
  incomes.find(({ id }) => id === "i-salary")?.get("netOre");
  members[0]?.get("birthDate");
  household.get("sizeInHome");
  flags.get("signedByAll");
  source("FK");
  incomes[0]?.get("netOre");
  expect(since(began)).toEqual([
    "incomes.i-salary.netOre",
    "household.members.a.birthDate",
    "household.sizeInHome",
    "flags.signedByAll",
    "sources.FK",
  ]);
  expect(since(mark())).toEqual([]);
  expect(since(0).at(0)).toBe("kind");
});

test("a long reading, as of every cost, loses nothing and repeats nothing", () => {
  const { mark, since, costs: rows } = facts();
  const began = mark();
  for (let times = 0; times < 4; times += 1)
    for (const row of rows)
      for (const key of ["type", "appliedOre", "lastApprovedOre", "proof", "standingUntil"] as const) row.get(key);
  const read = since(began);
  expect(read).toHaveLength(15);
  expect(new Set(read).size).toBe(15);
  expect([read[0], read[5], read[14]]).toEqual([
    "costs.k-rent.type",
    "costs.k-electricity.type",
    "costs.k-home-insurance.standingUntil",
  ]);
});

test("to ask for a list that nobody has supplied is itself recorded", () => {
  const { history, planning, previous, assets, documents, earnings, mark, since } = factsOf(
    caseOf(renewal({ history: [], planning: [] })),
  );
  const began = mark();
  expect([history(), planning()]).toEqual([[], []]);
  previous();
  assets();
  documents();
  earnings();
  expect(since(began)).toEqual(["history", "planning", "previous", "assets", "documents", "earnings"]);
});

test("a reason is settled for the line that it was settled for, and no other", () => {
  const settled = [{ reason: "undeclared-income", factId: "i1" } as const];
  const { isSettled } = factsOf(caseOf(renewal({ settled })));
  expect(isSettled("undeclared-income", "i1")).toBe(true);
  expect(isSettled("undeclared-income", "i2")).toBe(false);
  expect(isSettled("undeclared-income", undefined)).toBe(false);
  expect(isSettled("deposit-to-assess", "i1")).toBe(false);
});
