import { describe, expect, test } from "vitest";
import type { CaseInput } from "../contracts/case.js";
import { municipalPackSchema, type Packs } from "../contracts/rule-pack.js";
import { run } from "./examples/assessed.js";
import { samplePacks } from "./packs.js";

type Choices = Readonly<Record<string, string>>;

/** The sample municipality with readings chosen otherwise. */
const chosen = (choices: Choices): Packs => {
  const kept = samplePacks.municipal?.readings.filter(({ key }) => !(key in choices)) ?? [];
  const made = Object.entries(choices).map(([key, option]) => ({
    key,
    option,
    from: "2011-01",
    class: "board-guideline",
    source: "test of an option",
  }));
  return {
    ...samplePacks,
    municipal: municipalPackSchema.parse({ ...samplePacks.municipal, readings: [...kept, ...made] }),
  };
};
const monthDue = chosen({ "shared-invoice": "month-due" });
const spread = chosen({ "shared-invoice": "spread" });

type Bill = NonNullable<CaseInput["costs"][number]["billed"]>;
const autumn: Bill = { from: "2025-09-01", to: "2025-11-30", dueOn: "2025-11-28" };

/** A bill of 900 kronor, applied for with some kronor that were the same last month. */
const billed = (kronor: number, { bill = autumn, packs = samplePacks }: { bill?: Bill; packs?: Packs } = {}) => {
  const { findings, reasons, costsOre } = run(
    {
      costs: [
        {
          id: "k1",
          type: "electricity",
          appliedOre: kronor * 100,
          lastApprovedOre: kronor * 100,
          proof: "document",
          documentOre: 90_000,
          billed: bill,
        },
      ],
    },
    packs,
  );
  const [proved] = findings.filter(({ code }) => code === "cost-proved");
  const within = reasons.filter((reason) => reason !== "cost-above-guideline");
  return { reasons: within, costsOre, text: proved?.text };
};

describe("a bill for several months shows for the month", () => {
  test("all of it where the municipality counts the month it is to be paid, and nothing in another month", () => {
    expect(billed(900, { packs: monthDue })).toMatchObject({ reasons: [], costsOre: 90_000 });
    expect(billed(300, { packs: monthDue })).toMatchObject({
      reasons: ["document-mismatch"],
      text: "Hushållsel: sökt 300 kr, underlaget visar 900 kr.",
    });
    for (const dueOn of ["2025-10-31", "2025-12-01"])
      expect(billed(900, { packs: monthDue, bill: { ...autumn, dueOn } })).toMatchObject({
        reasons: ["document-mismatch"],
        costsOre: 90_000,
        text: `Hushållsel: Räkningen ska betalas ${dueOn}, som inte är i månaden.`,
      });
  });

  test("an equal part where the municipality spreads it, and nothing in a month that it is not for", () => {
    expect(billed(300, { packs: spread })).toMatchObject({ reasons: [], costsOre: 30_000 });
    expect(billed(900, { packs: spread })).toMatchObject({
      reasons: ["document-mismatch"],
      costsOre: 90_000,
      text: "Hushållsel: sökt 900 kr, underlaget visar 300 kr, av räkningens 900 kr.",
    });
    const summer: Bill = { from: "2025-08-01", to: "2025-10-31", dueOn: "2025-11-28" };
    expect(billed(300, { packs: spread, bill: summer })).toMatchObject({
      reasons: ["document-mismatch"],
      text: "Hushållsel: Räkningen gäller 2025-08-01–2025-10-31, och månaden är inte bland dem.",
    });
    const winter: Bill = { from: "2025-12-01", to: "2026-02-28" };
    expect(billed(300, { packs: spread, bill: winter }).reasons).toEqual(["document-mismatch"]);
    for (const bill of [
      { from: "2025-11-01", to: "2026-01-31" },
      { from: "2025-09-01", to: "2025-11-30" },
    ])
      expect(billed(300, { packs: spread, bill }).reasons).toEqual([]);
  });

  test("rounded as the municipality rounds a cost where it does not divide evenly", () => {
    const four: Bill = { from: "2025-09-01", to: "2026-03-31" };
    const up = chosen({ "shared-invoice": "spread", "round-cost": "krona-up" });
    const down = chosen({ "shared-invoice": "spread", "round-cost": "krona-down" });
    expect(billed(129, { packs: up, bill: four }).reasons).toEqual([]);
    expect(billed(128, { packs: down, bill: four }).reasons).toEqual([]);
    expect(billed(128, { packs: up, bill: four }).reasons).toEqual(["document-mismatch"]);
  });

  test("nothing that anybody knows where the day it is to be paid, or the months it is for, cannot be told", () => {
    const undated: Bill = { from: "2025-09-01", to: "2025-11-30" };
    expect(billed(900, { packs: monthDue, bill: undated }).reasons).toEqual(["fact-missing"]);
    const across: Bill = { from: "2025-09-15", to: "2025-12-14", dueOn: "2025-11-28" };
    expect(billed(300, { packs: spread, bill: across }).reasons).toEqual(["fact-missing"]);
    const toMonthEnd: Bill = { from: "2025-09-15", to: "2025-11-30", dueOn: "2025-11-28" };
    expect(billed(300, { packs: spread, bill: toMonthEnd }).reasons).toEqual(["fact-missing"]);
  });

  test("what both readings leave as a question where the municipality has not chosen", () => {
    expect(billed(900).reasons).toEqual(["document-mismatch"]);
    expect(billed(300).reasons).toEqual(["document-mismatch"]);
  });
});

test("a bill for a month or less is not divided, whatever the municipality has chosen and whichever days it is for", () => {
  const across: Bill = { from: "2025-09-15", to: "2025-10-15", dueOn: "2025-10-31" };
  for (const packs of [samplePacks, monthDue, spread])
    expect(billed(900, { packs, bill: across })).toMatchObject({ reasons: [], costsOre: 90_000 });
  const oneDayMore: Bill = { ...across, to: "2025-10-16" };
  expect(billed(900, { packs: monthDue, bill: oneDayMore }).reasons).toEqual(["document-mismatch"]);
});
