import { describe, expect, test } from "vitest";
import { localDate, month, monthOf } from "../../contracts/dates.js";
import { nationalPackSchema, type MunicipalPack, type NationalPack, type RulePack } from "../../contracts/rule-pack.js";
import { comparePacks } from "../../rules/differences/compare-packs.js";
import { samplePacks } from "../../rules/index.js";
import { rentsFrom } from "./test-support/a-workshop.js";
import { draftProblems, minuteRefusal, type JudgedDraft } from "./judge-change.js";

const { municipal, national } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
const overlay: MunicipalPack = municipal;
const norm2026: NationalPack | undefined = national.find(({ id }) => id === "riksnorm-2026");
if (norm2026 === undefined) throw new Error("There is no table for 2026.");
const law: NationalPack = norm2026;

const judged = (base: RulePack, content: RulePack, differs: Partial<JudgedDraft> = {}): JudgedDraft => ({
  kind: "new-rule",
  base,
  content,
  differences: comparePacks(base, content),
  effectiveFrom: month("2025-12"),
  firstOpenMonth: month("2025-11"),
  today: localDate("2025-10-27"),
  worked: month("2025-11"),
  isTakenUp: true,
  isInvented: false,
  ...differs,
});
const codes = (draft: JudgedDraft): readonly string[] => [...new Set(draftProblems(draft).map(({ code }) => code))];

/** The days a source is waited for, otherwise from a month on. */
const waiting = (from: string, differs: Partial<MunicipalPack["sourceWait"][number]> = {}): MunicipalPack => ({
  ...overlay,
  sourceWait: [
    ...overlay.sourceWait,
    { from: month(from), class: "operational", source: "Beslut av enhetschefen 2025-10-20", days: 5, ...differs },
  ],
});

/** The table for 2026 with one cell as given. */
const withChild0 = (differs: Partial<{ verified: boolean; source: string; amountOre: number }>): NationalPack => ({
  ...law,
  riksnorm: law.riksnorm.map((table) => {
    const cell = table.cells["child-0"];
    return cell === undefined
      ? table
      : { ...table, cells: { ...table.cells, "child-0": { ...cell, confidence: "A" as const, ...differs } } };
  }),
});

describe("a draft", () => {
  test("that says the same is no change", () => {
    expect(codes(judged(overlay, overlay))).toEqual(["nothing-changed"]);
  });

  test("holds from its month and not before, and never for a month that is begun", () => {
    expect(codes(judged(overlay, waiting("2025-12")))).toEqual([]);
    expect(codes(judged(overlay, waiting("2025-11")))).toEqual(["row-before-effective"]);
    expect(codes(judged(overlay, waiting("2025-10"), { effectiveFrom: month("2025-10") }))).toEqual(["backdated"]);
  });

  test("needs another source than the one it replaces", () => {
    const [old] = overlay.sourceWait;
    expect(codes(judged(overlay, waiting("2025-12", { source: old?.source ?? "" })))).toEqual(["source-missing"]);
  });

  test("holds from the month in which its first row begins, so that this row is what is rehearsed", () => {
    expect(codes(judged(overlay, waiting("2026-07"), { effectiveFrom: month("2026-01") }))).toEqual([
      "nothing-at-effective",
    ]);
    expect(codes(judged(overlay, waiting("2026-07"), { effectiveFrom: month("2026-07") }))).toEqual([]);
  });

  test("has one turn, or is divided: a rehearsal would tell of the first only", () => {
    const twice = rentsFrom([
      { from: "2026-01", moreOre: -200_00 },
      { from: "2026-07", moreOre: -400_00 },
    ]);
    const draft = judged(overlay, twice, { effectiveFrom: month("2026-01") });
    expect(draftProblems(draft)).toEqual([
      {
        code: "several-turns",
        message:
          "1 januari 2026, 1 juli 2026: Ändringen tar vid vid flera tidpunkter, och bara en kan repeteras. Dela ändringen i två.",
      },
    ]);
    const now = month("2026-01");
    const part = judged(rentsFrom([{ from: "2026-01", moreOre: -200_00 }]), twice, { effectiveFrom: month("2026-07") });
    expect(codes({ ...part, firstOpenMonth: now, today: localDate("2025-12-20") })).toEqual([]);
    // A correction is rehearsed in the months it corrects, as many as there are; none of them is ahead.
    const back = { kind: "correction", effectiveFrom: month("2026-01"), firstOpenMonth: month("2026-10") } as const;
    expect(codes(judged(overlay, twice, { ...back, worked: month("2026-09") }))).toEqual([]);
    expect(codes(judged(overlay, twice, { ...back, worked: month("2026-06") }))).toEqual(["several-turns"]);
  });

  test("that is next year's table takes nothing away from this year's by leaving out a row of it", () => {
    const [year, ...others] = law.riksnorm;
    if (year === undefined || others.length > 0) throw new Error("The table for 2026 is of one year.");
    const from = month("2027-01");
    const raised = Object.entries(year.cells).map(([key, cell]) => [
      key,
      { ...cell, amountOre: cell.amountOre + 1000, source: "SFS 2026:1234, bilagan" },
    ]);
    const cells = nationalPackSchema.shape.riksnorm.element.shape.cells.parse(
      Object.fromEntries(raised.filter(([key]) => key !== "child-0")),
    );
    const next: NationalPack = {
      ...law,
      id: "riksnorm-2027",
      priceBaseAmounts: [],
      riksnorm: [{ ...year, from, to: month("2027-12"), cells }],
    };
    const draft = judged(law, next, { base: undefined, effectiveFrom: from, firstOpenMonth: month("2026-12") });
    expect(draft.differences.map(({ kind }) => kind)).toContain("removed");
    expect(codes(draft)).toEqual([]);
  });

  test("does not correct a threshold backwards, nor a mandate", () => {
    const back = { kind: "correction", effectiveFrom: month("2025-10") } as const;
    expect(codes(judged(overlay, waiting("2025-10"), back))).toEqual(["correction-not-allowed"]);
    const [item, ...others] = overlay.delegation;
    if (item === undefined) throw new Error("There is no delegation.");
    const mandate = { ...overlay, delegation: [{ ...item, upToOre: 1_000 }, ...others] };
    const from = { ...back, effectiveFrom: monthOf(item.from) };
    expect(codes(judged(overlay, mandate, from))).toEqual(["correction-not-allowed"]);
  });

  test("does not call a guideline a threshold", () => {
    const [reading, ...others] = overlay.readings;
    if (reading === undefined) throw new Error("There is no reading.");
    const lowered = {
      ...overlay,
      readings: [
        { ...reading, to: month("2025-11") },
        ...others,
        {
          ...reading,
          from: month("2025-12"),
          class: "operational" as const,
          source: "Beslut av enhetschefen 2025-10-20",
        },
      ],
    };
    expect(codes(judged(overlay, lowered))).toContain("class-lowered");
  });

  test("makes a figure verified by an official citation only", () => {
    const draft = (source: string) =>
      judged(law, withChild0({ verified: true, source }), {
        kind: "correction",
        effectiveFrom: month("2026-01"),
        firstOpenMonth: month("2026-01"),
      });
    expect(codes(draft("Uppgift per telefon 2025-10-20"))).toEqual(["citation-not-official"]);
    expect(codes(draft("SFS 2025:1234, bilagan"))).toEqual([]);
  });

  test("for practice is used in the invented municipality only", () => {
    const practice = {
      ...withChild0({ source: "Övningstabell (påhittad), rad 1" }),
      title: "Övningstabell (påhittad)",
    };
    const differs = { effectiveFrom: month("2026-01"), firstOpenMonth: month("2026-01") };
    expect(codes(judged(law, practice, differs))).toContain("practice-pack");
    expect(codes(judged(law, practice, { ...differs, isInvented: true }))).not.toContain("practice-pack");
  });
});

describe("the board's minute", () => {
  const guideline = {
    ...overlay,
    costRules: overlay.costRules.map((row) => ({ ...row, changeOre: row.changeOre + 1_000 })),
  };
  const draft = judged(overlay, guideline, { kind: "correction", effectiveFrom: month("2025-01") });
  const on = (day: string) => minuteRefusal({ on: localDate(day), paragraph: "§ 118" }, draft);

  test("is asked for where a guideline is changed, is not of a day to come, and comes before what is corrected", () => {
    expect(minuteRefusal(undefined, draft)).toBe("minute-missing");
    expect(on("2025-10-28")).toBe("minute-in-future");
    expect(on("2025-01-02")).toBe("minute-after-effect");
    expect(on("2025-01-01")).toBeUndefined();
    expect(minuteRefusal(undefined, judged(overlay, waiting("2025-12")))).toBeUndefined();
  });

  test("of a new guideline comes before its first month too", () => {
    const newRule = judged(overlay, guideline, { effectiveFrom: month("2025-01"), today: localDate("2025-11-20") });
    expect(minuteRefusal({ on: localDate("2025-11-20"), paragraph: "§ 118" }, newRule)).toBe("minute-after-effect");
    expect(minuteRefusal({ on: localDate("2024-12-18"), paragraph: "§ 118" }, newRule)).toBeUndefined();
  });

  test("is asked for where only the day for review is moved, and may be of after the guideline's first month", () => {
    const costRules = overlay.costRules.map((row) => ({ ...row, reviewBy: localDate("2027-03-01") }));
    const moved = judged(overlay, { ...overlay, costRules });
    expect(codes(moved)).toEqual([]);
    expect(minuteRefusal(undefined, moved)).toBe("minute-missing");
    expect(minuteRefusal({ on: localDate("2025-10-22"), paragraph: "§ 91" }, moved)).toBeUndefined();
  });
});
