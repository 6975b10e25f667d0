import { isDeepStrictEqual } from "node:util";
import { agree } from "./agree.js";
import { median, rounded, type Figure } from "../figures.js";
import { assessByHand } from "./by-hand.js";
import { assessBatch, caseColumns } from "./batch.js";
import { assessBatchByHand } from "./batch-by-hand.js";
import { compiledTables } from "./case-tables.js";
import { householdCases, type HouseholdCase } from "./household-case.js";
import { inTurns, ratioOf, timed } from "./rounds.js";
import { inKronor, routes, withoutWords, type Explained, type Tell } from "./steps.js";
import { assessThroughEngine } from "./through-engine.js";
import { versionInForce, versionTried } from "./version.js";

const tables = compiledTables(versionInForce);
const perRound = 1000;

const partOf = (cases: readonly HouseholdCase[], round: number): readonly HouseholdCase[] => {
  const start = (round * perRound) % cases.length;
  return cases.slice(start, start + perRound);
};

const explaining = (cases: readonly HouseholdCase[], tell: Tell) => {
  let kept: Explained | undefined;
  const rounds = inTurns(
    {
      ours: (round) => {
        for (const value of partOf(cases, round)) kept = assessThroughEngine(tables, value, tell);
      },
      other: (round) => {
        for (const value of partOf(cases, round)) kept = assessByHand(versionInForce, value, tell);
      },
    },
    { rounds: 200, warmUp: 40 },
  );
  if (kept === undefined) throw new Error("No case was assessed.");
  return rounds;
};

const microseconds = (rounds: readonly number[]): number => rounded((median(rounds) * 1000) / perRound);

/** One case at a time with its explanation, against the same by hand: every outcome and every step compared. */
export const measureExplained = (seed: number): readonly Figure[] => {
  const cases = householdCases(20_000, seed);
  for (const value of cases)
    agree(value, assessThroughEngine(tables, value, inKronor), assessByHand(versionInForce, value, inKronor));
  const whole = explaining(cases, inKronor);
  const bare = explaining(cases, withoutWords);
  return [
    { figure: "rules.single.explained", value: rounded(ratioOf(whole)), unit: "ratio", aim: "<= 1.5" },
    { figure: "rules.single.without-words", value: rounded(ratioOf(bare)), unit: "ratio", aim: "" },
    { figure: "rules.single.per-1000", value: microseconds(whole.ours), unit: "ms", aim: "" },
    { figure: "rules.by-hand.per-1000", value: microseconds(whole.other), unit: "ms", aim: "" },
  ];
};

/**
 * Many cases under two versions: which of them change, against one loop by hand. Every outcome of every case is
 * compared. The explanation is made for the changed cases only, under both versions.
 */
export const measureBatch = (count: number, seed: number): readonly Figure[] => {
  const cases = householdCases(count, seed);
  const columns = caseColumns(cases);
  const tried = compiledTables(versionTried);
  const changedIn = (before: ReturnType<typeof assessBatch>, after: ReturnType<typeof assessBatch>): number[] => {
    const changed: number[] = [];
    for (let at = 0; at < count; at += 1)
      if (before.route[at] !== after.route[at] || before.needOre[at] !== after.needOre[at]) changed.push(at);
    return changed;
  };
  const all = { columns, count };
  const through = () => {
    const versions = [assessBatch(tables, all), assessBatch(tried, all)] as const;
    return { versions, changed: changedIn(...versions) };
  };
  const byHand = () => {
    const versions = [assessBatchByHand(versionInForce, all), assessBatchByHand(versionTried, all)] as const;
    return { versions, changed: changedIn(...versions) };
  };
  const [ours, other] = [through(), byHand()];
  if (!isDeepStrictEqual(ours, other)) throw new Error("The batch and the loop by hand disagree.");
  if (ours.changed.length === 0) throw new Error("The version that is tried changes nobody: nothing was compared.");

  const rounds = inTurns({ ours: () => void through(), other: () => void byHand() }, { rounds: 9, warmUp: 3 });
  const explainedMs = timed(() => {
    for (const at of ours.changed) {
      const value = cases[at];
      if (value === undefined) continue;
      for (const [version, outcomes] of [tables, tried].map((one, index) => [one, ours.versions[index]] as const)) {
        const { route, needOre, steps } = assessThroughEngine(version, value, inKronor);
        agree(value, [route, needOre], [routes[outcomes?.route[at] ?? 0], outcomes?.needOre[at]]);
        if (steps.length === 0) throw new Error("A changed case has no explanation.");
      }
    }
  });
  return [
    { figure: "rules.batch.cases", value: count, unit: "count", aim: "" },
    { figure: "rules.batch.by-hand", value: rounded(ratioOf(rounds)), unit: "ratio", aim: "<= 5" },
    { figure: "rules.batch.two-versions", value: rounded(median(rounds.ours)), unit: "ms", aim: "" },
    { figure: "rules.batch.changed", value: ours.changed.length, unit: "count", aim: "" },
    { figure: "rules.batch.changed-explained", value: rounded(explainedMs), unit: "ms", aim: "" },
    {
      figure: "rules.batch.memory",
      value: rounded(process.resourceUsage().maxRSS / 1024),
      unit: "MiB",
      aim: "",
    },
  ];
};
