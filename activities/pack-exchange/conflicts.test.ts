import { expect, test } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { parametersFor } from "../../rules/index.js";
import { nationalPacks, neighbourOverlay, parsePack, samplePacks } from "../../rules/packs.js";
import { compareOverlays, type Conflict } from "./conflicts.js";
import { proposeOverlay } from "./proposal.js";
import { sampleScenarios } from "./shipped-scenarios.js";

const sampleOverlay = samplePacks.municipal ?? neighbourOverlay;
const subjects = sampleScenarios.map(({ id, case: value }) => ({ id, case: value }));
const compared = compareOverlays(
  { own: neighbourOverlay, imported: sampleOverlay },
  { national: nationalPacks, subjects },
);
const conflict = (table: string, row: string): Conflict => {
  const found = compared.conflicts.find((each) => each.table === table && each.row === row);
  if (found === undefined) throw new Error(`no conflict ${table}:${row}`);
  return found;
};

test("an overlay has no conflict with itself", () => {
  const same = compareOverlays({ own: sampleOverlay, imported: sampleOverlay }, { national: nationalPacks, subjects });
  expect(same).toMatchObject({ conflicts: [], delegation: [], whole: { effects: [] } });
});

test("every line that the two municipalities have decided otherwise is a conflict, and no other", () => {
  expect(compared.conflicts.map(({ table, row }) => `${table}:${row}`)).toEqual([
    "readings:age-at",
    "readings:round-norm-row",
    "readings:income-month",
    "readings:period-over-two-months",
    "readings:child-own-part",
    "readings:day-divisor",
    "costRules:rent",
    "costRules:electricity",
    "costRules:home-insurance",
    "costRules:union-fee",
    "costRules:internet",
    "costRules:work-travel",
    "incomeChange:all",
    "sourceWait:all",
    "materialAge:all",
    "completion:all",
    "leastAnswerTime:all",
    "paymentCutOff:all",
    "letterChannels:all",
  ]);
});

test("guidelines for rent differ by household and in kronor, and a household between them changes hands", () => {
  const { differences, effects, mine, theirs } = conflict("costRules", "rent");
  expect([mine, theirs]).toEqual([
    "Vägledning om ekonomiskt bistånd, Påhittsbergs omsorgsnämnd 2024-12-11 § 87",
    "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2024-11-20 § 118",
  ]);
  // 6 900 − 6 200 and 7 500 − 7 900 kronor; a couple with one child has 8 600 in both.
  expect(differences).toContainEqual({
    what: "Hyra, högst för 1 vuxen utan barn",
    mine: "6\u00a0200 kr",
    theirs: "6\u00a0900 kr",
    differenceOre: 70_000,
  });
  expect(differences).toContainEqual(
    expect.objectContaining({ what: "Hyra, högst för 1 vuxen och 1 barn", differenceOre: -40_000 }),
  );
  expect(differences.map(({ what }) => what)).not.toContain("Hyra, högst för 2 vuxna och 1 barn");
  expect(effects.find(({ subject }) => subject === "provmanad-11")).toMatchObject({
    routing: "from-person",
    differenceOre: 0,
    mine: { outcome: "referred", reasons: ["cost-above-guideline"] },
    theirs: { outcome: "prefilled", grantOre: 82_000 },
  });
});

test("a reading has no kronor of its own: the households that it decides have", () => {
  const { differences, effects } = conflict("readings", "age-at");
  expect(differences).toEqual([
    {
      what: "Tolkning: När ett barn fyller år under månaden",
      mine: "åldern månadens sista dag",
      theirs: "åldern månadens första dag",
      differenceOre: null,
    },
  ]);
  // Eleven on the 15th: 3 910 + 4 350 + 1 400 = 9 660 by the last day, 3 910 + 3 790 + 1 400 = 9 100 by the first.
  expect(effects).toMatchObject([
    {
      subject: "fyller-elva-den-femtonde",
      differenceOre: -56_000,
      mine: { grantOre: 966_000 },
      theirs: { grantOre: 910_000 },
    },
  ]);
});

test("a reading that is not chosen gives the least and the most that choosing it would change", () => {
  const { mine, effects } = conflict("readings", "day-divisor");
  expect(mine).toBeNull();
  const visit = effects.find(({ subject }) => subject === "provmanad-17");
  expect(visit).toMatchObject({ differenceOre: null, mine: { shortfallOre: null, rangeOre: [695_100, 697_000] } });
  // By 12/365 the need is 6 960: nine kronor more than the lowest, ten less than the highest.
  expect(visit?.differenceRangeOre).toEqual([-1_000, 900]);
});

test("the delegation orders are compared by decision and role, in kronor where both have a limit", () => {
  const of = (outcome: string, role: string) =>
    compared.delegation.find((each) => each.outcome === outcome && each.role === role);
  expect(of("granted", "caseworker")).toMatchObject({ differenceOre: 1_000_000, from: "2025-01-01" });
  expect(of("refused", "caseworker")).toMatchObject({ mine: "får inte besluta", differenceOre: null });
  expect(of("written-off", "caseworker")).toBeUndefined();
  const large = compared.whole.effects.find(({ subject }) => subject === "provmanad-05");
  expect([large?.mine.mayGrant, large?.theirs.mayGrant]).toEqual([["team-lead"], ["caseworker", "team-lead"]]);
});

test("a rule that changes later conflicts only in the months in which the two say different things", () => {
  const [rent, ...others] = sampleOverlay.costRules;
  if (rent === undefined) throw new Error("there is a rule for rent");
  const later: MunicipalPack = {
    ...sampleOverlay,
    costRules: [
      { ...rent, to: month("2026-12") },
      { ...rent, from: month("2027-01"), to: month("2027-06"), changeOre: 10_000 },
      { ...rent, from: month("2027-07") },
      ...others,
    ],
  };
  const { conflicts } = compareOverlays({ own: sampleOverlay, imported: later }, { national: nationalPacks, subjects });
  expect(conflicts).toMatchObject([
    {
      row: "rent",
      from: "2027-01",
      to: "2027-06",
      differences: [{ what: "Hyra, ändring utan fråga", differenceOre: 10_000 }],
      effects: [],
    },
  ]);
});

test("a line of ours that ends, where theirs says the same and goes on, is a conflict from the month after", () => {
  const [rent, ...others] = sampleOverlay.costRules;
  if (rent === undefined) throw new Error("there is a rule for rent");
  const own: MunicipalPack = { ...sampleOverlay, costRules: [{ ...rent, to: month("2026-12") }, ...others] };
  const { conflicts } = compareOverlays({ own, imported: sampleOverlay }, { national: nationalPacks, subjects: [] });
  expect(conflicts).toMatchObject([{ row: "rent", from: "2027-01", mine: null, theirs: rent.source }]);
  expect(conflicts[0]).not.toHaveProperty("to");
  expect(conflicts[0]?.differences).toContainEqual({
    what: "Hyra, högst för 1 vuxen utan barn",
    mine: null,
    theirs: "6\u00a0900 kr",
    differenceOre: null,
  });
});

test("a line that only we have is a conflict too, and that the same is read elsewhere is none", () => {
  const [rent, ...others] = sampleOverlay.costRules;
  if (rent === undefined) throw new Error("there is a rule for rent");
  const compare = (imported: MunicipalPack) =>
    compareOverlays({ own: sampleOverlay, imported }, { national: nationalPacks, subjects: [] }).conflicts;
  const lacking: MunicipalPack = { ...sampleOverlay, id: "annan-kommun", costRules: others };
  expect(compare(lacking)).toMatchObject([{ row: "rent", mine: rent.source, theirs: null }]);
  const elsewhere = { ...rent, source: "Riktlinjer, Annan kommuns socialnämnd 2025-01-15 § 3" };
  expect(compare({ ...sampleOverlay, id: "annan-kommun", costRules: [elsewhere, ...others] })).toEqual([]);
});

const propose = (names: readonly string[], from?: string) =>
  proposeOverlay(
    { own: neighbourOverlay, imported: sampleOverlay },
    {
      picked: { names, ...(from === undefined ? {} : { from: month(from) }) },
      conflicts: compared.conflicts,
      today: localDate("2026-11-22"),
    },
  );

test("a proposal changes nothing that nobody has picked", () => {
  expect(propose([])).toEqual({ ok: true, pack: neighbourOverlay, taken: [] });
});

test("a picked line holds from its month on, keeps ours until then, and says that an own decision is missing", () => {
  const proposed = propose(["costRules:rent"], "2027-01");
  if (!proposed.ok) throw new Error("it can be proposed");
  expect(parsePack(proposed.pack).ok).toBe(true);
  const capIn = (on: string) =>
    parametersFor({ national: nationalPacks, municipal: proposed.pack }, month(on)).costRule("rent")?.caps[0]?.capOre;
  expect([capIn("2026-12"), capIn("2027-01")]).toEqual([620_000, 690_000]);
  expect(proposed.pack.costRules.find(({ from }) => from === "2027-01")?.source).toMatch(
    /^Förslag efter Exempelköpings kommun; eget beslut saknas\./,
  );
  expect(proposed.taken).toMatchObject([{ table: "costRules", row: "rent", needsOwnBoardMinute: true, dropped: [] }]);
  expect(proposed.pack.readings).toEqual(neighbourOverlay.readings);
});

test("a line that the other has not set ends when it is picked, and an own later version is named as dropped", () => {
  const [first] = neighbourOverlay.incomeChange;
  if (first === undefined) throw new Error("there is a threshold");
  const own = { ...neighbourOverlay, incomeChange: [first, { ...first, from: month("2027-06"), percent: 8 }] };
  const imported = { ...sampleOverlay, incomeChange: [] };
  const { conflicts } = compareOverlays({ own, imported }, { national: nationalPacks, subjects: [] });
  const proposed = proposeOverlay(
    { own, imported },
    { picked: { names: ["incomeChange:all"], from: month("2027-01") }, conflicts, today: localDate("2026-11-22") },
  );
  expect(proposed).toMatchObject({
    ok: true,
    pack: { incomeChange: [{ percent: 5, to: "2026-12" }] },
    taken: [{ theirSource: null, needsOwnBoardMinute: false, dropped: [{ from: "2027-06" }] }],
  });
});

test.each([
  [["costRules:rent"], undefined, "month-missing"],
  [["costRules:rent"], "2026-11", "backdated"],
  [["costRules:medicine"], "2027-01", "no-such-conflict"],
  [["delegation:granted"], "2027-01", "delegation-not-taken"],
] as const)("picking %j from %s is refused: %s", (names, from, code) => {
  expect(propose(names, from)).toMatchObject({ ok: false, problems: [{ code }] });
});
