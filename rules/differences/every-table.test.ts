import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { MunicipalPack, NationalPack, RulePack } from "../../contracts/rule-pack.js";
import { nationalPacks, samplePacks } from "../packs.js";
import { nationalWith, overlayWith, rentOf } from "../proofs/test-support.js";
import { comparePacks } from "./compare-packs.js";

/** Sentences with ordinary spaces, to be read in a test. */
const sentences = (before: RulePack, after: RulePack): readonly string[] =>
  comparePacks(before, after).map(({ text }) => text.replaceAll(/\s/gu, " "));

const overlay = overlayWith({});

describe("a setting of the sample municipality that is changed from January", () => {
  const lead = { from: "2026-01", class: "operational", source: "Beslut 2025-12-01" };

  /** The last row of a table closed, and another after it. */
  const next = (table: keyof MunicipalPack, row: Readonly<Record<string, unknown>>): readonly string[] => {
    const rows = z.array(z.looseObject({})).parse(samplePacks.municipal?.[table]);
    const last = { ...rows.at(-1) };
    const after = overlayWith({
      [table]: [...rows.slice(0, -1), { ...last, to: "2025-12" }, { ...last, ...lead, ...row }],
    });
    return sentences(overlay, after);
  };
  const from = "från januari 2026. Källa: Beslut 2025-12-01.";

  test.each<[keyof MunicipalPack, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["incomeChange", { percent: 7 }, ["Inkomst mot förra månaden: 12 % utan fråga → 7 % utan fråga"]],
    ["sourceWait", { days: 1 }, ["Väntan på en källa: 3 dagar → 1 dag"]],
    ["materialAge", { days: 9 }, ["Underlagets högsta ålder: 3 dagar → 9 dagar"]],
    [
      "completion",
      { answerDays: 12, remindDaysBefore: 1 },
      ["Tid att komplettera: 7 dagar → 12 dagar", "Påminnelse före sista dagen: 2 dagar → 1 dag"],
    ],
    ["leastAnswerTime", { days: 6 }, ["Kortaste svarstid: 5 dagar → 6 dagar"]],
    [
      "paymentCutOff",
      { weekdaysBefore: 2, at: "10:30" },
      ["När betalfilen lämnas: 1 vardag före, kl. 14:00 → 2 vardagar före, kl. 10:30"],
    ],
    [
      "letterChannels",
      { channels: ["print-queue"] },
      ["Hur brev skickas: Digital brevlåda, därefter Utskrift och post → Utskrift och post"],
    ],
  ])("%s is told with what it was, what it becomes, and where that is read", (table, row, told) => {
    const said = next(table, row).filter((text) => !text.includes("beslutas av"));
    expect(said).toEqual(told.map((text) => `${text}, ${from}`));
  });
});

describe("an item of the delegation order", () => {
  const shared = {
    title: "Bifall till försörjningsstöd",
    outcomes: ["granted"],
    boardMinute: "2025-06-11 § 64",
    from: "2025-07-01",
    class: "board-guideline",
    source: "Delegationsordning",
  };
  const limited = { ...shared, item: "3.2", role: "caseworker", upToOre: 2_500_000 };
  const unlimited = { ...shared, item: "3.2", role: "caseworker" };
  const machine = { ...shared, item: "9.1", automated: { name: "Månadsbifall", on: false }, upToOre: 100_000 };
  const told = (before: readonly object[], after: readonly object[]): readonly string[] =>
    sentences(overlayWith({ delegation: before }), overlayWith({ delegation: after })).map((text) =>
      text.replace("Delegationsordning, punkt ", "").replace(" Källa: Delegationsordning.", ""),
    );

  test("that is replaced is one item that changes: limit, outcomes, heading and minute, from the day", () => {
    const later = {
      ...limited,
      from: "2026-01-15",
      upToOre: 3_000_000,
      title: "Bifall",
      boardMinute: "2025-12-10 § 140",
      outcomes: ["granted", "written-off"],
    };
    expect(told([limited, machine], [{ ...limited, to: "2026-01-14" }, later, machine])).toEqual([
      "3.2, handläggare, högst: 25 000 kr → 30 000 kr (+5 000 kr), från den 15 januari 2026.",
      "3.2, handläggare, beslut: bifall → bifall, avskrivning, från den 15 januari 2026.",
      "3.2, handläggare, rubrik: Bifall till försörjningsstöd → Bifall, från den 15 januari 2026.",
      "3.2, handläggare, nämndens protokoll: 2025-06-11 § 64 → 2025-12-10 § 140, från den 15 januari 2026.",
    ]);
  });

  test("loses its limit, or gets one, in words", () => {
    expect(told([limited], [unlimited])).toEqual([
      "3.2, handläggare, högst: 25 000 kr → utan gräns, från den 1 juli 2025.",
    ]);
    expect(told([unlimited], [limited])).toEqual([
      "3.2, handläggare, högst: utan gräns → 25 000 kr, från den 1 juli 2025.",
    ]);
  });

  test("is new or gone as a whole, and one beside another of the same number is no change of it", () => {
    const beside = { ...limited, outcomes: ["refused"] };
    const whole = "bifall, högst 1 000 kr, nämndens protokoll 2025-06-11 § 64";
    const name = "9.1, funktionen ”Månadsbifall” (automatisk, av): Bifall till försörjningsstöd";
    expect(told([limited], [limited, beside, machine])).toEqual([
      "3.2, handläggare: Bifall till försörjningsstöd: avslag, högst 25 000 kr, nämndens protokoll 2025-06-11 § 64, nytt från den 1 juli 2025.",
      `${name}: ${whole}, nytt från den 1 juli 2025.`,
    ]);
    expect(told([limited, machine], [limited])).toEqual([`${name}: ${whole}, gäller inte från den 1 juli 2025.`]);
    expect(told([limited, beside], [limited, { ...beside, upToOre: 100_000 }])).toEqual([
      "3.2, handläggare, högst: 25 000 kr → 1 000 kr (−24 000 kr), från den 1 juli 2025.",
    ]);
  });

  test("has a day for review, told alone where only that is moved", () => {
    expect(told([limited], [{ ...limited, reviewBy: "2026-12-01" }])).toEqual([
      "3.2, handläggare, ses över senast: ingen dag → 1 december 2026, från den 1 juli 2025.",
    ]);
  });
});

describe("the law", () => {
  const law = nationalPacks.find(({ id }) => id === "law");
  const periods = (change: (period: NationalPack["legalPeriods"][number]) => object): NationalPack =>
    nationalWith("law", {
      legalPeriods: law?.legalPeriods.map((period) =>
        period.id === "sol-2025-certificate" ? { ...period, source: "Lagtext", ...change(period) } : period,
      ),
    });
  const before = periods(() => ({}));

  test("of a period is told by title, whether it is expressed and read, and paragraph by paragraph", () => {
    const after = periods(({ citations: { reduction, ...kept } }) => {
      expect(reduction).toBeDefined();
      return {
        title: "Läkarintyg",
        verified: true,
        codified: false,
        citations: { ...kept, recovery: "33 kap. 3 § SoL (2025:400)" },
      };
    });
    const span = "juli–december 2026";
    expect(sentences(before, after)).toEqual([
      `Laggrund: Läkarintyg och, från oktober 2026, aktivitetskrav → Läkarintyg, ${span}. Källa: Lagtext.`,
      `Laggrund, uttryckt som regler: ja → nej, ${span}. Källa: Lagtext.`,
      `Laggrund, verifierad: nej → ja, ${span}. Källa: Lagtext.`,
      `Lagrum: Återkrav: 33 kap. 2 § SoL (2025:400) → 33 kap. 3 § SoL (2025:400), ${span}. Källa: Lagtext.`,
      `Lagrum: Nedsättning: 12 kap. 5 § SoL (2025:400), gäller inte ${span}. Källa: Lagtext.`,
    ]);
    expect(sentences(after, before)).toContain(
      `Lagrum: Nedsättning: 12 kap. 5 § SoL (2025:400), nytt ${span}. Källa: Lagtext.`,
    );
  });

  test("of an income is told in the words of the list", () => {
    const incomeRules = law?.incomeRules.map((rule) =>
      rule.type === "tax-refund" ? { ...rule, treatment: "counts", source: "HFD 2017" } : rule,
    );
    expect(sentences(nationalWith("law", {}), nationalWith("law", { incomeRules }))[0]).toBe(
      "Inkomst: Skatteåterbäring: en person bedömer → räknas, från januari 2011. Källa: HFD 2017.",
    );
  });
});

test("a guideline that changes alike for many households is told once for them, in the words of a reader", () => {
  const rows = (one: number, two: number, three: number) =>
    overlayWith({
      costRules: [
        rentOf([
          { maxAdults: 1, maxChildren: 0, cap: one },
          { maxAdults: 1, maxChildren: 3, cap: two },
          { cap: three },
        ]),
      ],
    });
  const said = (after: RulePack) =>
    sentences(rows(6000, 7000, 9000), after).map((text) => text.replace(" Källa: Nämnden 2024-11-20 § 118.", ""));
  expect(said(rows(6100, 7000, 9000))).toEqual([
    "Hyra, högst för 1 vuxen utan barn: 6 000 kr → 6 100 kr (+100 kr), från januari 2025.",
  ]);
  expect(said(rows(6000, 7200, 9000))).toEqual([
    "Hyra, högst för 1 vuxen och 1–3 barn: 7 000 kr → 7 200 kr (+200 kr), från januari 2025.",
  ]);
  expect(said(rows(6000, 7000, 8500))).toEqual([
    "Hyra, högst för 1 vuxen och 4 eller fler barn: 9 000 kr → 8 500 kr (−500 kr), från januari 2025.",
    "Hyra, högst för 2 vuxna, med eller utan barn: 9 000 kr → 8 500 kr (−500 kr), från januari 2025.",
  ]);
  const few = (cap: number) =>
    overlayWith({ costRules: [rentOf([{ maxAdults: 1, maxChildren: 2, cap }, { cap: 9000 }])] });
  expect(sentences(few(7000), few(7100)).map((text) => text.split(":")[0])).toEqual([
    "Hyra, högst för 1 vuxen och högst 2 barn",
  ]);
});
