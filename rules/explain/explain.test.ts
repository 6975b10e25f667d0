import { describe, expect, test } from "vitest";
import type { Case } from "../../contracts/case.js";
import { explanationSchema, type Explanation } from "../../contracts/explanation.js";
import { receiptSchema } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { caseOf, paid, renewal, standing } from "../examples/cases.js";
import { lone } from "../examples/assessed.js";
import { sampleMonth } from "../examples/sample-month.js";
import { nationalLawAlone, samplePacks } from "../packs.js";
import { explain } from "./explain.js";

const hash = "0".repeat(64);
const explained = (value: Case, packs: Packs = samplePacks): Explanation => {
  const receipt = receiptSchema.parse({
    schema: "skalig.receipt.v1",
    inputHash: hash,
    rulebook: { version: "test", hash },
    packs: [],
    ...assess(value, packs),
  });
  return explanationSchema.parse(explain(value, { receipt, packs }));
};

describe("an explanation", () => {
  test.each(sampleMonth)(
    "names every provision and fact of household $id in Swedish, and a row for every line",
    ({ input }) => {
      const { lines, reasons } = explained(caseOf(input));
      for (const { provision, rows, facts, text } of lines) {
        expect(provision.title).not.toBe(provision.id);
        expect([text, rows.length > 0]).toEqual([text, true]);
        expect(facts.length).toBeGreaterThan(0);
      }
      for (const { title, path, value } of [...lines, ...reasons].flatMap(({ facts }) => facts)) {
        const key = path.split(".").at(-1) ?? "";
        expect([path, title.toLowerCase().includes(key.toLowerCase())]).toEqual([path, false]);
        expect(value).not.toMatch(/^[a-z]+(-[a-z]+)+$/);
      }
    },
  );

  test("says which row of the norm each child and the household got", () => {
    const household = lone({ birthDate: "2022-08-10", lunchAway: true });
    const { lines } = explained(caseOf(renewal({ household })));
    expect(lines.map(({ text, rows }) => [text, rows.map((row) => row.split(": ")[0])])).toEqual([
      ["Ensamstående vuxen", ["Ensamstående vuxen"]],
      ["Barn 3 år (3 år), lunch i förskola", ["Barn 3 år, lunch i förskola"]],
      ["Gemensamma kostnader, 2 personer", ["Gemensamt, 2 personer"]],
    ]);
  });

  test("says which row of the guideline a cost was held against, also where the cost is above it", () => {
    const { lines, reasons } = explained(caseOf(renewal({ costs: [standing("rent", 9_000)] })));
    const rent = lines.find(({ kind }) => kind === "cost");
    expect(rent?.rows.join().replaceAll("\u00a0", " ")).toContain("högst 1 vuxen, inga barn: högst 6 900 kr");
    expect(reasons.map(({ reason }) => reason)).toContain("cost-above-guideline");
  });

  test("lists a reading with the municipality's source where it is chosen, and with none where it is not", () => {
    const value = caseOf(
      renewal({ incomes: [paid("activity-support", 3_000, { from: "2025-09-01", to: "2025-09-30" })] }),
    );
    const key = "income-month";
    const reading = (packs: Packs) => explained(value, packs).readings.find((one) => one.key === key);
    expect(reading(samplePacks)?.source).toContain("Exempelköpings socialnämnd");
    expect(reading(nationalLawAlone)).toMatchObject({ option: null, source: null });
    expect(explained(value, nationalLawAlone).variants.length).toBeGreaterThan(1);
  });

  test("leaves out a reason that a person has settled", () => {
    const parts = { incomes: [paid("activity-support", 3_000, { declared: false })] };
    const reason = "undeclared-income" as const;
    const open = explained(caseOf(renewal(parts)));
    expect(open.reasons.map((one) => one.reason)).toEqual([reason]);
    const settled = [{ reason, factId: "i-activity-support" }];
    expect(explained(caseOf(renewal({ ...parts, settled }))).reasons).toEqual([]);
  });
});
