import { expect, test } from "vitest";
import { month } from "../contracts/dates.js";
import type { MunicipalPack, Packs } from "../contracts/rule-pack.js";
import { nationalLawAlone, samplePacks } from "./packs.js";
import { inForce, parametersFor } from "./parameters.js";

const overlay = (change: (pack: MunicipalPack) => Partial<MunicipalPack>): Packs => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("The sample municipality has an overlay.");
  return { ...samplePacks, municipal: { ...municipal, ...change(municipal) } };
};
const november = month("2025-11");
const board = { class: "board-guideline", source: "Socialnämnden 2024-11-20 § 118" } as const;

test("of rows that hold at once the one that began last is read, in whatever order they stand", () => {
  const open = { from: month("2025-01"), is: "old" };
  const later = { from: month("2025-10"), is: "new" };
  const coming = { from: month("2025-12"), is: "coming" };
  const ended = { from: month("2025-11"), to: month("2025-10"), is: "never" };
  for (const rows of [
    [open, later, coming, ended],
    [ended, coming, later, open],
    [later, open, ended, coming],
  ])
    expect(inForce(rows, november)?.is).toBe("new");
  expect(inForce([open, later], month("2025-09"))?.is).toBe("old");
  expect(inForce([open, later], month("2024-12"))).toBeUndefined();
  expect(inForce([{ ...open, to: november }], november)?.is).toBe("old");
  expect(inForce([{ ...open, to: november }], month("2025-12"))).toBeUndefined();
});

test("a guideline for a cost and a choice of reading are those that began last, in whatever order they stand", () => {
  const rent = samplePacks.municipal?.costRules.find(({ type }) => type === "rent");
  if (rent === undefined) throw new Error("The overlay has a rent guideline.");
  const [before, after] = [
    { ...rent, from: month("2025-01"), changeOre: 1_00 },
    { ...rent, from: month("2025-11"), changeOre: 2_00 },
  ];
  const [first, second] = [
    { ...board, key: "age-at", option: "first-day", from: month("2025-01") },
    { ...board, key: "age-at", option: "last-day", from: month("2025-11") },
  ] as const;
  for (const turned of [false, true]) {
    const inOrder = <Row>(rows: readonly Row[]): Row[] => (turned ? rows.toReversed() : [...rows]);
    const packs = overlay(() => ({ costRules: inOrder([before, after]), readings: inOrder([first, second]) }));
    const read = (of: string) => {
      const { costRule, choices } = parametersFor(packs, month(of));
      return [costRule("rent")?.changeOre, choices["age-at"]];
    };
    expect([read("2024-12"), read("2025-10"), read("2025-11")]).toEqual([
      [undefined, undefined],
      [1_00, "first-day"],
      [2_00, "last-day"],
    ]);
  }
});

test("a municipality's own treatment of an income goes before national law's, and only while it holds", () => {
  const [row] = samplePacks.national.flatMap(({ incomeRules }) => incomeRules);
  if (row === undefined) throw new Error("National law has rules for incomes.");
  const own = { ...row, ...board, from: november, to: november, treatment: "person" } as const;
  const packs = overlay(() => ({ incomeRules: [own] }));
  const treated = (of: string) => parametersFor(packs, month(of)).incomeTreatment(row.type)?.source;
  expect(treated("2025-11")).toBe(own.source);
  expect(treated("2025-10")).toBe(row.source);
});

test("where a municipality has said nothing, nothing is said in its place", () => {
  const said = parametersFor(nationalLawAlone, november);
  expect(said.choices).toEqual({});
  expect(said.letterChannels).toEqual([]);
  for (const each of [
    said.costRule("rent"),
    said.incomeChangePercent,
    said.sourceWaitDays,
    said.materialAgeDays,
    said.completion,
    said.leastAnswerDays,
    said.paymentCutOff,
    said.municipality,
    said.stopped("personal-costs"),
  ])
    expect(each).toBeUndefined();
});

test("the control month is the month before, over the turn of a year too", () => {
  const { calendar } = parametersFor(samplePacks, month("2026-01"));
  expect(calendar).toEqual({
    month: "2026-01",
    firstDay: "2026-01-01",
    lastDay: "2026-01-31",
    days: 31,
    controlMonth: "2025-12",
  });
});
