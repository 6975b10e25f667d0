import { describe, expect, it } from "vitest";
import { caseSchema } from "../../contracts/case.js";
import type { ReceiptLine } from "../../contracts/receipt.js";
import { aReceipt } from "../../store/test-support/assessed-case.js";
import type { CaseFacts } from "./case-facts.js";
import { normRows } from "./norm-rows.js";

const input = caseSchema.parse({
  schema: "skalig.case.v1",
  benefitMonth: "2025-11",
  today: "2025-10-27",
  kind: "renewal",
  appliedOn: "2025-10-27",
  household: {
    members: [
      { id: "a", role: "applicant", birthDate: "1989-03-15" },
      { id: "c1", role: "child", birthDate: "2016-08-10" },
    ],
  },
  costs: [],
  incomes: [],
  sources: {},
  previous: {
    month: "2025-10",
    lines: [
      { kind: "norm", type: "single", memberId: "a", amountOre: 391_000 },
      { kind: "norm", type: "child", memberId: "c1", amountOre: 379_000 },
      { kind: "norm", type: "common", amountOre: 140_000 },
    ],
  },
  flags: {},
});

const line = (provision: string, amountOre: number, facts: readonly string[]): ReceiptLine => ({
  kind: "norm",
  amountOre,
  provision,
  basis: [],
  facts: [...facts],
  verified: true,
  text: provision,
});
const roles = ["household.members.a.role", "household.members.c1.role"];

describe("the norm's rows beside last month's", () => {
  it("compares a parent with the parent alone, although the children's roles were looked at too", () => {
    const lines = [
      line("personal-costs", 391_000, [...roles, "household.members.a.days"]),
      line("personal-costs", 379_000, ["household.members.c1.role", "household.members.c1.days"]),
      line("common-costs", 140_000, [...roles, "household.members.a.days"]),
    ];
    const facts: Pick<CaseFacts, "members"> = { members: [] };
    const rows = normRows(input, { receipt: { ...aReceipt(), lines }, facts });
    expect(rows.map(({ lastMonthOre, differenceOre }) => [lastMonthOre, differenceOre])).toEqual([
      [391_000, 0],
      [379_000, 0],
      [140_000, 0],
    ]);
  });
});
