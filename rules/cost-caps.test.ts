import { expect, test } from "vitest";
import { capFor, capTableOf, traceCap } from "./cost-caps.js";
import { decisionTableSchema } from "../contracts/decision-table.js";
import { samplePacks } from "./packs.js";
import { compileTable } from "./tables/compile.js";
import { firstGap } from "./tables/gaps.js";

const rules = samplePacks.municipal?.costRules ?? [];
const members = Array.from({ length: 31 }, (_, count) => count);

test("every household there can be gets the guideline that a reader finds from the top", () => {
  expect(rules.length).toBeGreaterThan(0);
  for (const rule of rules)
    for (const adults of members)
      for (const children of members) {
        const row = rule.caps.find(
          ({ maxAdults = Infinity, maxChildren = Infinity }) => adults <= maxAdults && children <= maxChildren,
        );
        expect(capFor(rule, { adults, children })).toBe(row?.capOre);
      }
});

test("a guideline is a decision table without a gap, and with its last row gone it names a household in the hole", () => {
  for (const rule of rules) {
    const table = capTableOf(rule);
    expect(decisionTableSchema.safeParse(table).success).toBe(true);
    expect(firstGap(compileTable(table, rule.from))).toBeUndefined();
    const gap = firstGap(compileTable(capTableOf({ ...rule, caps: rule.caps.slice(0, -1) }), rule.from));
    expect(Object.keys(gap ?? {})).toEqual(["adults", "children"]);
  }
});

test("the trace of a rent guideline names its row and what kept each row above from applying", () => {
  const rent = rules.find(({ type }) => type === "rent");
  if (rent === undefined) throw new Error("the sample municipality has no guideline for rent");
  const { answer, passed } = traceCap(rent, { adults: 1, children: 2 });
  expect(answer).toMatchObject({ kind: "row", rowId: "rent.5", source: rent.source });
  expect(passed.map(({ rowId, input }) => `${rowId} ${input}`)).toEqual([
    "rent.1 children",
    "rent.2 children",
    "rent.3 children",
    "rent.4 children",
  ]);
});
