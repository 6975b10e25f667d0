import { expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { lone, run } from "../examples/assessed.js";
import { nationalLawAlone } from "../packs.js";

const single = 391_000;
const childsRow = (birthDate: string, rest: object = {}): number =>
  (run({ household: lone({ birthDate, lunchAway: false, ...rest }) }).personalOre ?? Number.NaN) - single;

test.each([
  // Born on the first day of November a child is a year older the whole month; a day later it is not.
  [1, "2024", 272_000, 303_000],
  [3, "2022", 303_000, 270_000],
  [4, "2021", 270_000, 303_000],
  [7, "2018", 303_000, 379_000],
  [11, "2014", 379_000, 435_000],
  [15, "2010", 435_000, 492_000],
  [19, "2006", 492_000, 496_000],
])("a child turning %i in November has the row of its age on the first day", (_, year, before, after) => {
  const pupil = { pupil: "upper-secondary" };
  expect(childsRow(`${year}-11-02`, pupil)).toBe(before);
  expect(childsRow(`${year}-11-01`, pupil)).toBe(after);
  expect(childsRow(`${year}-10-31`, pupil)).toBe(after);
});

const personalBy = (receipt: Assessed, key: string): ReadonlyMap<string | undefined, number | null> =>
  new Map(
    receipt.variants
      .filter(({ figure, readings }) => figure === "personalOre" && (readings["round-norm-row"] ?? "exact") === "exact")
      .map(({ readings, amountOre }) => [readings[key], amountOre]),
  );

test("a child turning 7 on the fifteenth, by each reading: the older row, the younger, or fourteen and sixteen days", () => {
  const receipt = run({ household: lone({ birthDate: "2018-11-15", lunchAway: false }) }, nationalLawAlone);
  expect(personalBy(receipt, "age-at")).toEqual(
    new Map([
      ["first-day", single + 303_000],
      ["last-day", single + 379_000],
      ["month-after", single + 303_000],
      // (14 × 3 030 + 16 × 3 790) ÷ 30
      ["pro-rata", single + 343_533],
    ]),
  );
  // Turning 7 on the first, only the reading that waits a month differs.
  const onFirst = run({ household: lone({ birthDate: "2018-11-01", lunchAway: false }) }, nationalLawAlone);
  expect(personalBy(onFirst, "age-at")).toEqual(
    new Map([
      ["first-day", single + 379_000],
      ["last-day", single + 379_000],
      ["month-after", single + 303_000],
      ["pro-rata", single + 379_000],
    ]),
  );
});

const leapling = (benefitMonth: string): Assessed =>
  run(
    {
      benefitMonth,
      today: `${benefitMonth}-01`,
      appliedOn: `${benefitMonth}-01`,
      household: lone({ birthDate: "2012-02-29" }),
    },
    nationalLawAlone,
  );

test("who is born on 29 February turns 11 in a common year on a day that is a reading, and it is asked about only there", () => {
  const february = personalBy(leapling("2023-02"), "leap-birthday");
  expect([...february.keys()].toSorted()).toEqual(["1-march", "28-february"]);
  expect(leapling("2023-02").readings).toMatchObject({ "leap-birthday": "unset", "age-at": "unset" });
  expect(leapling("2023-02").personalOre).toBeNull();
  expect(leapling("2023-03").personalOre).toBeNull();
  for (const on of ["2023-01", "2023-04"]) expect(leapling(on).personalOre).not.toBeNull();
  // In a leap year there is a 29 February: when the child turns 4 the only question is which day of the month decides.
  const inLeapYear = run(
    { benefitMonth: "2016-02", household: lone({ birthDate: "2012-02-29", lunchAway: false }) },
    nationalLawAlone,
  );
  expect([...personalBy(inLeapYear, "leap-birthday").keys()]).toEqual([undefined]);
  expect(personalBy(inLeapYear, "age-at").size).toBe(4);
});

test("a child born in the month is a part of a month, born on its first day a whole one, born after it an error", () => {
  const infant = (birthDate: string): Assessed => run({ household: lone({ birthDate, lunchAway: false }) });
  expect(infant("2025-11-01")).toMatchObject({ reasons: [], personalOre: single + 272_000 });
  expect(infant("2025-11-02")).toMatchObject({ reasons: ["part-month"], personalOre: null });
  expect(infant("2025-11-30")).toMatchObject({ reasons: ["part-month"], personalOre: null });
  expect(infant("2025-12-01")).toMatchObject({ reasons: ["person-mismatch"], personalOre: null });
});

test("an adult is 18 on the first day of the month, and one born after it is an error in the file", () => {
  const adult = (birthDate: string): Assessed =>
    run({ household: { sizeInHome: 1, sharesHome: false, members: [{ id: "a", role: "applicant", birthDate }] } });
  expect(adult("2007-11-01")).toMatchObject({ outcome: "prefilled", personalOre: single });
  expect(adult("2007-11-02")).toMatchObject({ reasons: ["not-codified"], personalOre: null });
  expect(adult("2025-12-01")).toMatchObject({ reasons: ["person-mismatch"], personalOre: null });
  expect(adult("2025-11-30")).toMatchObject({ reasons: ["not-codified"], personalOre: null });
});

test("a pupil is in the parents' household to the month of the twenty-first birthday's first day", () => {
  const pupil = (birthDate: string): readonly string[] =>
    run({ household: lone({ birthDate, pupil: "upper-secondary" }) }).reasons;
  expect(pupil("2004-11-02")).toEqual([]);
  expect(pupil("2004-11-01")).toEqual(["household-changed"]);
});

test("a figure that every reading gives has its lines, also where the readings word a child's row differently", () => {
  const away = { from: "2025-01-01", to: "2025-12-31", commonCost: "not-counted" } as const;
  const household: CaseInput["household"] = {
    members: [
      { id: "a", role: "applicant", birthDate: "1990-05-02" },
      { id: "c0", role: "child", birthDate: "2015-11-06", days: 30 },
      // Crosses into another row in the month, but is away the whole of it: the choice of age changes no figure.
      { id: "c1", role: "child", birthDate: "2010-11-29", days: 0, agreement: away },
    ],
  };
  const { normOre, lines, variants } = run({ household }, nationalLawAlone);
  const norm = lines.filter(({ kind }) => kind === "norm").map(({ text, amountOre }) => [text, amountOre]);
  expect(variants).toEqual([]);
  expect(norm).toEqual([
    ["Ensamstående vuxen", single],
    ["Barn 9 år (7–10 år)", 379_000],
    ["Barn 14 år (11–14 år), 0 dagar", 0],
    ["Gemensamma kostnader, 2 personer", 140_000],
  ]);
  expect(normOre).toBe(910_000);
});
