import { expect, test } from "vitest";
import { nationalPacks } from "../packs.js";
import { citationsFor, lawOf } from "./citations.js";
import { composeDecisionLetter } from "./compose.js";
import { singleInput } from "./test-support/household.js";

const shipped = lawOf({ national: nationalPacks });
const published = shipped.map((period) => ({
  ...period,
  citations: { ...period.citations, "right-to-aid": "99 kap. 1 § SoL (2025:400)" },
}));
const old = citationsFor(singleInput)("right-to-aid");

test("a letter cites the law that is in force for it: a published version's paragraph, nowhere the shipped one's", () => {
  const before = JSON.stringify(composeDecisionLetter(singleInput));
  const after = JSON.stringify(composeDecisionLetter({ ...singleInput, law: published }));
  expect(before).toContain(old);
  expect(before).not.toContain("99 kap. 1 §");
  expect(after).toContain("99 kap. 1 § SoL (2025:400)");
});

test("a month that no law in force holds has no letter, though the shipped law has the month", () => {
  expect(() => composeDecisionLetter({ ...singleInput, law: [] })).toThrow("Det finns inget lagrum för månaden.");
});
