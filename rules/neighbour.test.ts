import { expect, test } from "vitest";
import type { Assessed } from "../contracts/receipt.js";
import { caseOf } from "./examples/cases.js";
import { sampleMonth } from "./examples/sample-month.js";
import { assess } from "./assess.js";
import { mandateFor } from "./mandates.js";
import { neighbourOverlay, samplePacks } from "./packs.js";
import { localDate } from "../contracts/dates.js";

const neighbour = { ...samplePacks, municipal: neighbourOverlay };

const underBoth = (id: number): readonly [Assessed, Assessed] => {
  const household = sampleMonth.find((each) => each.id === id);
  if (household === undefined) throw new Error(`no household ${String(id)}`);
  const value = caseOf(household.input);
  return [assess(value, samplePacks), assess(value, neighbour)];
};

test("a rent of 6 570 kronor is within one guideline and 370 above the neighbour's, which asks a person and cuts nothing", () => {
  const [own, other] = underBoth(11);
  expect(own).toMatchObject({ outcome: "prefilled", grantOre: 82_000 });
  expect(other).toMatchObject({ outcome: "referred", reasons: ["cost-above-guideline"], grantOre: null });
  // The need is the same krona for krona: 5 180 + 6 570 + 420 + 150 − (2 300 + 5 900 + 3 300) = 820.
  expect(other.shortfallOre).toBe(82_000);
  expect(other.findings).toContainEqual(
    expect.objectContaining({ reason: "cost-above-guideline", amountOre: 37_000, factId: "k-rent" }),
  );
});

test("the share of a month has one figure where the divisor is chosen, and three where the neighbour has left it open", () => {
  const [own, other] = underBoth(13);
  const figuresOf = ({ variants }: Assessed): readonly (number | null)[] =>
    variants.filter(({ figure }) => figure === "personalOre").map(({ amountOre }) => amountOre);
  expect(figuresOf(own)).toEqual([]);
  // 3 910 × 12/365 is 128.55 a day, 129 as a whole krona; 17 days are 2 193.
  expect(own.personalOre).toBe(219_300);
  expect(other).toMatchObject({ personalOre: null, reasons: ["first-application", "part-month", "reading-open"] });
  // 17 days of 3 910, rounded up: thirtieths, as the days of November are, 2 216; by 30.4 days 2 187; by the table 2 193.
  expect([...new Set(figuresOf(other))].toSorted()).toEqual([218_700, 219_300, 221_600]);
});

test("an income of 11 300 after 10 150 is within twelve per cent and outside the neighbour's five", () => {
  const [own, other] = underBoth(23);
  expect(own.reasons).toEqual(["surplus"]);
  expect(other.reasons).toEqual(["income-changed", "surplus"]);
  expect([own.shortfallOre, other.shortfallOre]).toEqual([-62_000, -62_000]);
});

test("a grant of 20 000 kronor is the caseworker's in one municipality and the head of unit's in the other", () => {
  const decides = (overlay: typeof neighbourOverlay | undefined, roles: ("caseworker" | "team-lead")[]) =>
    overlay === undefined
      ? undefined
      : mandateFor({ roles, outcome: "granted", amountOre: 2_000_000, on: localDate("2025-10-27") }, overlay)?.item;
  expect(decides(samplePacks.municipal, ["caseworker"])).toBe("3.2");
  expect(decides(neighbourOverlay, ["caseworker"])).toBeUndefined();
  expect(decides(neighbourOverlay, ["team-lead"])).toBe("5.2");
});

test("every other household of the sample month comes out alike under both", () => {
  const said = ({ outcome, reasons, shortfallOre, grantOre }: Assessed) => ({
    outcome,
    reasons,
    shortfallOre,
    grantOre,
  });
  for (const { id } of sampleMonth.filter((each) => ![11, 13, 17, 19, 23].includes(each.id))) {
    const [own, other] = underBoth(id);
    expect([id, said(other)]).toEqual([id, said(own)]);
  }
});
