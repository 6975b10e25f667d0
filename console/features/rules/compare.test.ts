import { describe, expect, test } from "vitest";
import { ruleTableSchema, type RuleTable } from "../../../contracts/api/rules-view.js";
import { compareTables } from "./compare.js";

const table = (rows: Readonly<Record<string, number>>): RuleTable =>
  ruleTableSchema.parse({
    id: "riksnorm",
    title: "Riksnormen per månad",
    source: "12 kap. 2 § SoF (2025:468)",
    validFrom: "2025-01-01",
    verified: true,
    columns: [{ title: "Rad", numeric: false }],
    rows: Object.entries(rows).map(([key, amountOre]) => ({
      key,
      cells: [key, String(amountOre)],
      amountOre,
      verified: true,
    })),
  });

describe("two months of a table", () => {
  test("differ in the rows that changed, with the difference in öre", () => {
    const { changes, changed } = compareTables(
      table({ adult: 391_000, child: 379_000 }),
      table({ adult: 384_000, child: 379_000 }),
    );
    expect(changes.get("adult")).toMatchObject({ isChanged: true, differenceOre: 7_000 });
    expect(changes.get("child")).toMatchObject({ isChanged: false, differenceOre: 0 });
    expect(changed).toBe(1);
  });

  test("tell of rows that are new and rows that are gone", () => {
    const { changes, gone, changed } = compareTables(table({ adult: 1, extra: 2 }), table({ adult: 1, old: 3 }));
    expect(changes.get("extra")).toEqual({ then: undefined, isChanged: true, differenceOre: undefined });
    expect(gone.map(({ key }) => key)).toEqual(["old"]);
    expect(changed).toBe(2);
  });

  test("differ where a figure is no longer verified, though it is the same", () => {
    const now = table({ adult: 391_000 });
    const unverified = { ...now, rows: now.rows.map((row) => ({ ...row, verified: false })) };
    expect(compareTables(unverified, now).changed).toBe(1);
  });

  test("are all new where the table was not there", () => {
    expect(compareTables(table({ adult: 1 }), undefined).changed).toBe(1);
  });
});
