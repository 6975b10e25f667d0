import { expect, test } from "vitest";
import { decisionDraftSchema } from "./decision-draft.js";

const draft = (amountOre: number): object => ({
  outcome: "partly-granted",
  amountOre: 500_000,
  reasons: "Körkort ingår inte i försörjningsstödet.",
  discretionary: { purpose: "Körkort", appliedOre: 900_000, amountOre, reasons: "Ett krav för arbetet." },
});

test("aid under 12 kap. 2 § is at the most what was applied for", () => {
  expect(decisionDraftSchema.safeParse(draft(900_000)).success).toBe(true);
  const more = decisionDraftSchema.safeParse(draft(900_001));
  expect(more.error?.issues.map(({ path }) => path.join("."))).toEqual(["discretionary.amountOre"]);
});
