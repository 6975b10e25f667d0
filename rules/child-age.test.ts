import { describe, expect, test } from "vitest";
import type { ReadingChoices } from "../contracts/codes/open-readings.js";
import { localDate, month } from "../contracts/dates.js";
import { agesInMonth, bandOf } from "./child-age.js";
import { nationalLawAlone } from "./packs.js";
import { parametersFor } from "./parameters.js";

/** The ages of a child in a month, and the readings that were asked for and matter. */
const agesOf = (birthDate: string, inMonth: string, choices: ReadingChoices) => {
  const { calendar } = parametersFor(nationalLawAlone, month(inMonth));
  const matter: string[] = [];
  const ages = agesInMonth(localDate(birthDate), {
    calendar,
    reading: (key, matters = true) => {
      if (matters) matter.push(key);
      const chosen = choices[key];
      if (chosen === undefined) throw new Error(`${key} is not chosen`);
      return chosen;
    },
  });
  return { ages, matter };
};
const whole = (age: number) => [{ age, share: 1 }];

test("a band ends with its last year, and from 21 years there is none", () => {
  const cells = [0, 1, 2, 3, 4, 6, 7, 10, 11, 14, 15, 18, 19, 20, 21].map((age) => bandOf(age)?.cell);
  expect(cells).toEqual([
    "child-0",
    "child-1-2",
    "child-1-2",
    "child-3",
    "child-4-6",
    "child-4-6",
    "child-7-10",
    "child-7-10",
    "child-11-14",
    "child-11-14",
    "child-15-18",
    "child-15-18",
    "child-19-20",
    "child-19-20",
    undefined,
  ]);
});

describe("a child who turns seven on the fifteenth", () => {
  const by = (reading: NonNullable<ReadingChoices["age-at"]>, birthDate = "2018-11-15") =>
    agesOf(birthDate, "2025-11", { "age-at": reading });

  test("has the age of the first day, the last, the month before, or both by their days", () => {
    expect(by("first-day")).toEqual({ ages: whole(6), matter: ["age-at"] });
    expect(by("last-day").ages).toEqual(whole(7));
    expect(by("month-after").ages).toEqual(whole(6));
    // 16 of 30 days as seven, the birthday among them.
    const [younger, older] = by("pro-rata").ages;
    expect([younger?.age, older?.age]).toEqual([6, 7]);
    expect([younger?.share, older?.share]).toEqual([1 - 16 / 30, 16 / 30]);
  });

  test("on the first day or the last has a whole month as seven, or a single day", () => {
    expect(by("pro-rata", "2018-11-01").ages).toEqual(whole(7));
    expect(by("month-after", "2018-11-01").ages).toEqual(whole(6));
    expect(by("pro-rata", "2018-11-30").ages).toEqual([
      { age: 6, share: 1 - 1 / 30 },
      { age: 7, share: 1 / 30 },
    ]);
    expect(by("pro-rata", "2018-12-01")).toEqual({ ages: whole(6), matter: [] });
  });

  test("the choice matters only where the child passes into another band", () => {
    expect(by("first-day", "2018-11-01").matter).toEqual(["age-at"]);
    expect(by("first-day", "2018-10-31").matter).toEqual([]);
    // Turning nine, within the band of 7 to 10.
    expect(by("first-day", "2016-11-15").matter).toEqual([]);
  });
});

describe("a child born on 29 February", () => {
  const leapling = (inMonth: string, choices: ReadingChoices, birthDate = "2012-02-29") =>
    agesOf(birthDate, inMonth, choices);
  const early = { "leap-birthday": "28-february" } as const;
  const late = { "leap-birthday": "1-march" } as const;

  test("turns eleven in a common year on the last of February or the first of March", () => {
    expect(leapling("2023-02", { ...early, "age-at": "last-day" }).ages).toEqual(whole(11));
    expect(leapling("2023-02", { ...late, "age-at": "last-day" }).ages).toEqual(whole(10));
    expect(leapling("2023-03", { ...early, "age-at": "month-after" }).ages).toEqual(whole(11));
    expect(leapling("2023-03", { ...late, "age-at": "month-after" }).ages).toEqual(whole(10));
    expect(leapling("2023-03", { ...late, "age-at": "first-day" }).ages).toEqual(whole(11));
    expect(leapling("2023-02", { ...early, "age-at": "pro-rata" }).ages).toEqual([
      { age: 10, share: 1 - 1 / 28 },
      { age: 11, share: 1 / 28 },
    ]);
  });

  test("turns four in a leap year on the day itself, by both", () => {
    for (const reading of [early, late])
      expect(leapling("2016-02", { ...reading, "age-at": "pro-rata" }).ages).toEqual([
        { age: 3, share: 1 - 1 / 29 },
        { age: 4, share: 1 / 29 },
      ]);
  });

  test("is asked about in February and March of a common year, and no other child is", () => {
    const asks = (inMonth: string, birthDate?: string): boolean =>
      leapling(inMonth, { ...late, "age-at": "first-day" }, birthDate).matter.includes("leap-birthday");
    expect(["2023-01", "2023-02", "2023-03", "2023-04", "2024-02", "2024-03"].map((on) => asks(on))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(asks("2023-02", "2012-02-28")).toBe(false);
  });
});
