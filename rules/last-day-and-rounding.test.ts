import { expect, test } from "vitest";
import { localDate } from "../contracts/dates.js";
import { lone, run } from "./examples/assessed.js";
import { paid } from "./examples/cases.js";
import { mandateFor } from "./mandates.js";
import { nationalLawAlone, samplePacks } from "./packs.js";

test("an item of the delegation order holds on its last day and not on the day after", () => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("the sample has a municipality");
  const ends = {
    ...municipal,
    delegation: municipal.delegation.map((item) => ({ ...item, to: localDate("2025-10-27") })),
  };
  const on = (day: string) =>
    mandateFor({ roles: ["caseworker"], outcome: "granted", amountOre: 100, on: localDate(day) }, ends)?.item;
  expect([on("2025-10-26"), on("2025-10-27"), on("2025-10-28")]).toEqual(["3.2", "3.2", undefined]);
});

test("what is left of öre is rounded by a reading where there is something to grant, and a surplus never is", () => {
  const by = (netOre: number) => {
    const { variants } = run(
      { incomes: [paid("pension", 0, { netOre, lastCountedOre: netOre, assessed: "counts" })] },
      nationalLawAlone,
    );
    const figures = variants.filter(({ figure }) => figure === "shortfallOre");
    return new Map(figures.map(({ readings, amountOre }) => [readings["round-result"], amountOre]));
  };
  // 5 180 less 5 000,50 is 179,50; 5 180 less 5 180,50 is nothing to round.
  expect(by(500_050)).toEqual(
    new Map([
      ["exact", 17_950],
      ["krona-half-up", 18_000],
      ["krona-down", 17_900],
      ["krona-up", 18_000],
    ]),
  );
  expect(by(518_050)).toEqual(new Map());
});

test("the row of a child says its age, its band, lunch at preschool and days", () => {
  const text = (parts: object): string | undefined =>
    run({ household: lone(parts) }).lines.find(({ text: said }) => said.startsWith("Barn"))?.text;
  expect(text({ birthDate: "2016-08-10" })).toBe("Barn 9 år (7–10 år)");
  expect(text({ birthDate: "2018-11-02", lunchAway: true })).toBe("Barn 6 år (4–6 år), lunch i förskola");
  expect(text({ birthDate: "2018-11-01", lunchAway: true })).toBe("Barn 7 år (7–10 år)");
  expect(text({ birthDate: "2016-08-10", days: 29 })).toBe("Barn 9 år (7–10 år), 29 dagar");
});
