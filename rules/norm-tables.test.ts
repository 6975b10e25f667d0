import { expect, test } from "vitest";
import { month } from "../contracts/dates.js";
import type { NormCellKey } from "../contracts/rule-pack.js";
import { nationalLawAlone } from "./packs.js";
import { parametersFor } from "./parameters.js";

/**
 * The riksnorm written down a second time, in kronor, as the sources print it and apart from the packs. ° is derived and
 * not verified, - is in no source. Children 0, 1-2, 3, 4-6, 7-10, 11-14, 15-18, 19-20; the same four youngest with lunch
 * at preschool; single, couple, common costs for 1 to 7 and each further member.
 */
const printed: readonly (readonly [year: number, children: string, lunchAway: string, others: string])[] = [
  [2011, "1670 1900 1560 1900 2130 2440 2740 2770", "- - - -", "2830 5120 890 1000 1260 1440 1640 1870 2040 170"],
  [2012, "1720 1960 1710 1960 2390 2810 3220 3250", "- - - -", "2920 5270 920 1030 1300 1480 1690 1930 2100 170"],
  [
    2013,
    "1740 1980 1730 1980 2410 2840 3250 3280",
    "1610 1800 1550 1730",
    "2950 5320 930 1040 1310 1490 1710 1950 2120 170",
  ],
  [
    2014,
    "1740 1980 1730 1980 2410 2840 3250 3280",
    "1610 1800 1550 1730",
    "2950 5320 930 1040 1310 1490 1710 1950 2120 170",
  ],
  [
    2015,
    "1740 1980 1730 1980 2410 2840 3250 3280",
    "1610 1800 1550 1730",
    "2950 5320 930 1040 1310 1490 1710 1950 2120 170",
  ],
  [
    2016,
    "1840 2080 1830 2080 2660 3090 3500 3530",
    "1710 1900 1650 1830",
    "2950 5320 940 1050 1320 1500 1720 1960 2130 170",
  ],
  [
    2017,
    "1860 2100 1850 2100 2690 3120 3540 3570",
    "1730 1920 1670 1850",
    "2980 5370 950 1060 1330 1520 1740 1980 2150 170",
  ],
  [
    2018,
    "2090 2330 2080 2330 2930 3370 3800 3830",
    "1960 2150 1900 2080",
    "3030 5460 970 1080 1350 1540 1770 2010 2180 170",
  ],
  [
    2019,
    "2130 2380 2120 2380 2990 3440 3880 3910",
    "2000 2190 1940 2120",
    "3090 5570 990 1100 1380 1570 1810 2050 2220 170",
  ],
  [2020, "2170 2430 2160 2430 3050 3510 3950 3980", "- - - -", "3150 5680 1010 1120 1410 1600 1850 2090 2260 170"],
  [
    2021,
    "2180 2440 2170 2440 3060 3520 3970 4000",
    "2050 2240 1990 2170",
    "3160 5700 1020 1130 1420 1610 1860 2100 2270 170",
  ],
  [2022, "2220 2480 2210 2480 3110 3580 4040 4070", "- - - -", "3210 5800 1040 1150 1450 1640 1890 2140 2310 170"],
  [2023, "2420 2700 2410 2700 3380 3890 4390 4430", "- - - -", "3490 6300 1130 1250 1580 1790 2060 2330 2510 180"],
  [2024, "2640 2940 2620 2940 3680 4230 4780 4820", "- - - -", "3800 6850 1230 1360 1720 1950 2240 2540 2730 190"],
  [
    2025,
    "2720 3030 2700 3030 3790 4350 4920 4960",
    "2540 2780 2480 2700",
    "3910 7050 1270 1400 1770 2010 2310 2620 2810 190",
  ],
  [
    2026,
    "2740° 3050° 2720° 3050° 3820 4390 4950° 4990°",
    "2560° 2800° 2500° 2720°",
    "3940 7100 1280 1410 1780° 2030 2330 2640° 2830° 190°",
  ],
];

const children = ["0", "1-2", "3", "4-6", "7-10", "11-14", "15-18", "19-20"] as const;
const columns: readonly NormCellKey[] = [
  ...children.map((band) => `child-${band}` as const),
  "child-0-lunch-away",
  "child-1-2-lunch-away",
  "child-3-lunch-away",
  "child-4-6-lunch-away",
  "adult-single",
  "adult-couple",
  "common-1",
  "common-2",
  "common-3",
  "common-4",
  "common-5",
  "common-6",
  "common-7",
  "common-extra",
];

const inForce = (on: string, key: NormCellKey): string => {
  const cell = parametersFor(nationalLawAlone, month(on)).normCell(key);
  return cell === undefined ? "-" : `${String(cell.amountOre / 100)}${cell.verified ? "" : "°"}`;
};

test.each(printed)("every amount of %i is what its source prints, from January to December", (year, ...parts) => {
  const amounts = parts.join(" ").split(" ");
  for (const on of [`${String(year)}-01`, `${String(year)}-12`])
    expect(columns.map((key) => [key, inForce(on, key)])).toEqual(columns.map((key, at) => [key, amounts[at]]));
});

test("the sixteen years from 2011 to 2026 have a table, and the years around them have none", () => {
  expect(printed.map(([year]) => year)).toEqual(Array.from({ length: 16 }, (_, at) => 2011 + at));
  for (const on of ["2010-12", "2027-01"])
    expect(columns.map((key) => inForce(on, key))).toEqual(columns.map(() => "-"));
});

test.each([
  ["2022-12", undefined],
  ["2023-01", 52_500],
  ["2024-01", 57_300],
  ["2025-01", 58_800],
  ["2026-01", 59_200],
])("the price base amount for pay of %s is %s", (paid, kronor) => {
  const benefitMonth = month(paid === "2022-12" ? "2023-01" : `${paid.slice(0, 4)}-02`);
  expect(parametersFor(nationalLawAlone, benefitMonth).priceBaseAmount?.amountOre).toBe(
    kronor === undefined ? undefined : kronor * 100,
  );
});

test("there is no price base amount for pay of 2027, which is not found in any source", () => {
  expect(parametersFor(nationalLawAlone, month("2027-01")).priceBaseAmount?.amountOre).toBe(5_920_000);
  expect(parametersFor(nationalLawAlone, month("2027-02")).priceBaseAmount).toBeUndefined();
});
