import { expect, test } from "vitest";
import { addMonths, month } from "../contracts/dates.js";
import { normCellKeys, type NormCellKey } from "../contracts/rule-pack.js";
import { nationalLawAlone, nationalPacks, parsePack, samplePacks } from "./packs.js";
import { parametersFor } from "./parameters.js";

const kronor = (on: string, ...keys: NormCellKey[]): number =>
  keys.reduce(
    (sum, key) => sum + (parametersFor(nationalLawAlone, month(on)).normCell(key)?.amountOre ?? Number.NaN),
    0,
  ) / 100;

test.each([
  ["2011-05", ["adult-single", "common-1"], 3720],
  ["2011-05", ["adult-single", "child-11-14", "child-15-18", "common-3"], 9270],
  ["2011-05", ["adult-couple", "child-11-14", "child-15-18", "common-4"], 11740],
  ["2012-05", ["adult-single", "common-1"], 3840],
  ["2012-05", ["adult-couple", "child-11-14", "child-15-18", "common-4"], 12780],
  ["2019-05", ["adult-single", "common-1"], 4080],
  ["2023-05", ["adult-couple", "child-4-6", "child-4-6", "common-4"], 13490],
  ["2025-05", ["adult-couple", "common-2"], 8450],
  ["2026-05", ["adult-single", "common-1"], 5220],
  ["2026-05", ["adult-couple", "common-2"], 8510],
] as const)("the riksnorm of %s for %j adds up to the official %i kronor", (on, keys, total) => {
  expect(kronor(on, ...keys)).toBe(total);
});

test("the percentage that the government stated takes one year's table to the next", () => {
  for (const [from, to, factor] of [
    ["2016-01", "2017-01", 1.01],
    ["2018-01", "2019-01", 1.02],
  ] as const)
    for (const key of normCellKeys.filter((cell) => cell !== "common-extra"))
      expect([key, Math.round((kronor(from, key) * factor) / 10) * 10]).toEqual([key, kronor(to, key)]);
});

test("an extra member beyond seven adds the difference between the last two rows", () => {
  for (let year = 2011; year <= 2026; year += 1) {
    const on = `${String(year)}-03`;
    expect(kronor(on, "common-extra")).toBe(kronor(on, "common-7") - kronor(on, "common-6"));
  }
});

test("a year's table holds from January to December, and there is none before 2011 or after 2026", () => {
  expect(kronor("2024-12", "adult-single")).toBe(3800);
  expect(kronor("2025-01", "adult-single")).toBe(3910);
  expect(kronor("2010-12", "adult-single")).toBeNaN();
  expect(kronor("2027-01", "adult-single")).toBeNaN();
});

test("cells that were not found in any source are absent, and derived ones are not verified", () => {
  for (const year of ["2011", "2012", "2020", "2022", "2023", "2024"])
    expect(parametersFor(nationalLawAlone, month(`${year}-04`)).normCell("child-1-2-lunch-away")).toBeUndefined();
  const cells2026 = normCellKeys.map((key) => parametersFor(nationalLawAlone, month("2026-04")).normCell(key));
  expect(cells2026.filter((cell) => cell?.verified === false)).toHaveLength(14);
  expect(cells2026.every((cell) => cell?.verified === (cell?.confidence !== "derived"))).toBe(true);
});

test("citations follow the month: the act of 2001 until June 2025, the act of 2025 from July", () => {
  expect(parametersFor(nationalLawAlone, month("2025-06")).cite(["calculation"])).toEqual([
    "4 kap. 3 § SoL (2001:453)",
  ]);
  expect(parametersFor(nationalLawAlone, month("2025-07")).cite(["calculation"])).toEqual([
    "12 kap. 7 § SoL (2025:400)",
  ]);
});

test("every month from 2011 on lies in exactly one legal period", () => {
  const periods = nationalPacks.flatMap((pack) => pack.legalPeriods);
  for (let on = month("2011-01"); on <= month("2028-01"); on = addMonths(on, 1))
    expect([on, periods.filter(({ from, to }) => from <= on && (to === undefined || on <= to)).length]).toEqual([
      on,
      1,
    ]);
});

test("every row of every pack says where it is read and who may change it", () => {
  const municipal = samplePacks.municipal;
  const rows = [
    ...nationalPacks.flatMap((pack) => [
      ...pack.riksnorm,
      ...pack.priceBaseAmounts,
      ...pack.legalPeriods,
      ...pack.incomeRules,
    ]),
    ...(municipal === undefined
      ? []
      : [
          ...municipal.costRules,
          ...municipal.readings,
          ...municipal.sourceWait,
          ...municipal.materialAge,
          ...municipal.completion,
          ...municipal.delegation,
        ]),
  ];
  expect(rows.length).toBeGreaterThan(80);
  for (const row of rows) {
    expect(row.source.length).toBeGreaterThan(4);
    expect(["law", "practice", "board-guideline", "operational"]).toContain(row.class);
    // What is put together from lists is no law, and nobody is to read that it is.
    expect([row.source, row.class === "practice"]).toEqual([row.source, row.source.startsWith("Sammanställd praxis")]);
  }
});

test("a pack with an unknown key, a fraction of an öre or an option that does not exist is refused by name", () => {
  const [first] = nationalPacks;
  expect(parsePack({ ...first, extra: 1 })).toMatchObject({ ok: false, errors: [{ code: "unrecognized_keys" }] });
  expect(parsePack({ schema: "skalig.pack.v1" })).toMatchObject({ ok: false });
  const { municipal } = samplePacks;
  const withOption = (option: string): unknown => ({
    ...municipal,
    readings: [{ key: "age-at", option, from: "2025-01", class: "board-guideline", source: "test of an option" }],
  });
  expect(parsePack(withOption("first-day")).ok).toBe(true);
  expect(parsePack(withOption("tomorrow"))).toMatchObject({ ok: false, errors: [{ path: "readings.0.option" }] });
  expect(
    parsePack({
      ...municipal,
      sourceWait: [{ from: "2025-01", class: "operational", source: "test of days", days: 1.5 }],
    }).ok,
  ).toBe(false);
});
