import fc from "fast-check";
import { expect, test } from "vitest";
import { month } from "../../contracts/dates.js";
import { packDifferenceSchema } from "../../contracts/pack-difference.js";
import type { MunicipalPack, NationalPack, RulePack } from "../../contracts/rule-pack.js";
import { capFor } from "../cost-caps.js";
import { nationalPacks, neighbourOverlay, samplePacks } from "../packs.js";
import { parametersFor } from "../parameters.js";
import { everyHousehold } from "../proofs/guidelines.js";
import { itemOf, nationalWith, normOf, overlayWith, rentOf } from "../proofs/test-support.js";
import { comparePacks } from "./compare-packs.js";
import { turnsOf } from "./turns-of.js";

/** Sentences with ordinary spaces, to be read in a test. */
const sentences = (before: RulePack, after: RulePack): readonly string[] =>
  comparePacks(before, after).map(({ text }) => text.replaceAll(/\s/gu, " "));
const withRents = (...rules: readonly Record<string, unknown>[]): MunicipalPack => overlayWith({ costRules: rules });
const rows = [{ maxAdults: 1, maxChildren: 0, cap: 6900 }, { maxAdults: 1, maxChildren: 1, cap: 7500 }, { cap: 9600 }];
const raised = rows.map((row) => (row.cap === 7500 ? { ...row, cap: 7900 } : row));

test("every shipped pack says what it says itself", () => {
  for (const pack of [...nationalPacks, overlayWith({}), neighbourOverlay])
    expect(comparePacks(pack, pack)).toEqual([]);
});

test("a raised guideline is one sentence for the household it concerns, from the month it holds, with its source", () => {
  const before = withRents(rentOf(rows));
  const after = withRents(rentOf(rows), rentOf(raised, { from: "2026-01", source: "Nämnden 2025-11-19 § 90" }));
  expect(sentences(before, after)).toEqual([
    "Hyra, högst för 1 vuxen och 1 barn: 7 500 kr → 7 900 kr (+400 kr), från januari 2026. Källa: Nämnden 2025-11-19 § 90.",
  ]);
  expect(comparePacks(before, after)).toMatchObject([
    {
      kind: "changed",
      table: "costRules",
      line: "costRules:rent",
      row: "costRules[1]",
      class: "board-guideline",
      from: "2026-01",
      beforeOre: 750_000,
      afterOre: 790_000,
      diffOre: 40_000,
    },
  ]);
  expect(comparePacks(after, before)).toMatchObject([{ from: "2026-01", row: "costRules[0]", diffOre: -40_000 }]);
});

test("a change for some months says until when, and one for every household is told once", () => {
  const before = withRents(rentOf([{ cap: 7000 }]));
  const after = withRents(
    rentOf([{ cap: 7000 }], { to: "2025-05" }),
    rentOf([{ cap: 7100 }], { from: "2025-06", to: "2025-08" }),
    rentOf([{ cap: 7000 }], { from: "2025-09" }),
  );
  expect(sentences(before, after)).toEqual([
    "Hyra, högst: 7 000 kr → 7 100 kr (+100 kr), juni–augusti 2025. Källa: Nämnden 2024-11-20 § 118.",
  ]);
});

test("a year's table is read against the year before, whether in the same pack or in one of its own", () => {
  const [first] = nationalWith("riksnorm-2025", {}).riksnorm;
  const [next] = nationalWith("riksnorm-2026", {}).riksnorm;
  const one = nationalWith("riksnorm-2025", { priceBaseAmounts: [] });
  const both: NationalPack = nationalWith("riksnorm-2025", { priceBaseAmounts: [], riksnorm: [first, next] });
  const other = nationalWith("riksnorm-2026", { priceBaseAmounts: [] });
  const amounts = (after: NationalPack) => comparePacks(one, after).filter(({ field }) => field === "amount");
  expect(amounts(both)).toHaveLength(21);
  expect(amounts(other).map(({ line, diffOre }) => [line, diffOre])).toEqual(
    amounts(both).map(({ line, diffOre }) => [line, diffOre]),
  );
  expect(amounts(both)[0]).toMatchObject({
    line: "riksnorm:adult-single",
    from: "2026-01",
    to: "2026-12",
    diffOre: 3000,
  });
  expect(comparePacks(one, other).filter(({ kind }) => kind === "removed")).toEqual([]);
  expect(comparePacks(both, one).every(({ kind, from }) => kind === "removed" && from === "2026-01")).toBe(true);
});

test("a figure that becomes verified, or is read elsewhere, is a change though the krona is the same", () => {
  const [table] = nationalWith("riksnorm-2026", {}).riksnorm;
  const before = nationalWith("riksnorm-2026", {});
  const withCell = (change: object) =>
    nationalWith("riksnorm-2026", {
      riksnorm: [{ ...table, cells: { ...table?.cells, "child-3": { ...table?.cells["child-3"], ...change } } }],
    });
  expect(sentences(before, withCell({ verified: true, confidence: "A", source: "SFS 2025:1 (påhittad)" }))).toEqual([
    "Riksnorm: Barn 3 år, verifierat: nej → ja, januari–december 2026. Källa: SFS 2025:1 (påhittad).",
    "Riksnorm: Barn 3 år, säkerhet: härlett → A, januari–december 2026. Källa: SFS 2025:1 (påhittad).",
  ]);
  expect(comparePacks(before, withCell({ source: "SFS 2025:1 (påhittad)" }))).toMatchObject([
    { field: "source", after: "SFS 2025:1 (påhittad)", diffOre: null },
  ]);
});

test("another day for review is told in prose without kronor, also beside a changed figure, and turns nothing", () => {
  const before = withRents(rentOf(rows, { reviewBy: "2026-03-01" }));
  const later = withRents(rentOf(rows, { reviewBy: "2027-03-01" }));
  const told = "Hyra, ses över senast: 1 mars 2026 → 1 mars 2027, från januari 2025. Källa: Nämnden 2024-11-20 § 118.";
  expect(sentences(before, later)).toEqual([told]);
  expect(comparePacks(before, later)).toMatchObject([{ field: "reviewBy", kind: "changed", diffOre: null }]);
  expect(turnsOf(comparePacks(before, later))).toEqual([]);
  expect(sentences(before, withRents(rentOf(raised, { reviewBy: "2027-03-01" }))).at(-1)).toBe(told);
  expect(sentences(before, withRents(rentOf(rows)))).toEqual([told.replace("1 mars 2027", "ingen dag")]);
});

test("readings, thresholds, letters and mandates are told in words, and what comes or goes is told as such", () => {
  const before = overlayWith({ incomeRules: [] });
  const after = overlayWith({
    readings: (before.readings.filter(({ key }) => key !== "day-divisor") as readonly unknown[]).concat({
      key: "price-base-basis",
      option: "net",
      from: "2026-01",
      class: "operational",
      source: "Enhetschefen 2025-12-01",
    }),
    incomeChange: [{ from: "2025-01", class: "operational", source: "Enhetschefen 2025-12-01", percent: 10 }],
    letterChannels: [{ from: "2025-01", class: "operational", source: "Enhetschefen 2025-12-01", channels: [] }],
    delegation: [...before.delegation, itemOf("9", { role: "team-lead", outcomes: ["recovery"], upTo: 500 })],
  });
  expect(sentences(before, after)).toEqual([
    "Tolkning: Prisbasbelopp mot inkomst före eller efter skatt: inkomst efter skatt, nytt från januari 2026. Källa: Enhetschefen 2025-12-01.",
    "Inkomst mot förra månaden: 12 % utan fråga → 10 % utan fråga, från januari 2025. Källa: Enhetschefen 2025-12-01.",
    "Hur brev skickas: Digital brevlåda, därefter Utskrift och post → av en person, från januari 2025. Källa: Enhetschefen 2025-12-01.",
    "Delegationsordning, punkt 9, enhetschef: Beslut om bistånd: återkrav, högst 500 kr, nämndens protokoll 2024-11-20 § 121, nytt från den 1 januari 2025. Källa: Nämnden 2024-11-20 § 118.",
    "Tolkning: Belopp per dag för del av månad: 12/365 av varje rad, gäller inte från januari 2011. Källa: Riktlinjer, Exempelköpings socialnämnd 2024-11-20 § 119.",
  ]);
});

test("each difference between the two municipalities keeps its shape, stands once and turns round with its sign", () => {
  const mine = overlayWith({});
  const there = comparePacks(mine, neighbourOverlay);
  const back = comparePacks(neighbourOverlay, mine);
  for (const difference of there) expect(packDifferenceSchema.parse(difference)).toEqual(difference);
  const keyOf = ({ line, field, from }: (typeof there)[number]) => `${line} ${field} ${from}`;
  expect(new Set(there.map(keyOf)).size).toBe(there.length);
  expect(new Set(back.map(keyOf))).toEqual(new Set(there.map(keyOf)));
  for (const one of there)
    expect(back.find((other) => keyOf(other) === keyOf(one))?.diffOre ?? null).toBe(
      one.diffOre === null ? null : 0 - one.diffOre,
    );
});

test("a changed cell of the norm is a difference of exactly its kronor", () => {
  fc.assert(
    fc.property(fc.integer({ min: 391_100, max: 999_900 }), (amountOre) => {
      const found = comparePacks(nationalWith("riksnorm-2025", {}), normOf(2025, { "adult-couple": amountOre }));
      const told = found.filter(({ field }) => field === "amount");
      expect(told.map(({ diffOre }) => diffOre)).toEqual(amountOre === 705_000 ? [] : [amountOre - 705_000]);
    }),
  );
});

const cap = fc.record(
  { maxAdults: fc.integer({ min: 1, max: 2 }), maxChildren: fc.nat(4), cap: fc.integer({ min: 1, max: 3 }) },
  { requiredKeys: ["cap"] },
);
const caps = fc.array(cap, { minLength: 1, maxLength: 4 });

test("whatever two guidelines say, they differ in words if and only if some household gets another amount from the engine", () => {
  fc.assert(
    fc.property(caps, caps, (one, other) => {
      const packs = [withRents(rentOf(one)), withRents(rentOf(other))] as const;
      const [before, after] = packs.map((municipal) => {
        const rule = parametersFor({ ...samplePacks, municipal }, month("2025-01")).costRule("rent");
        return everyHousehold.map((household) => rule && capFor(rule, household));
      });
      const isSame = everyHousehold.every((_, at) => before?.[at] === after?.[at]);
      expect(comparePacks(...packs).length === 0).toBe(isSame);
    }),
    { numRuns: 60 },
  );
});
