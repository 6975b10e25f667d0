import { median, rounded, type Figure } from "../figures.js";
import { agree } from "./agree.js";
import { compiledTables } from "./case-tables.js";
import { householdCases } from "./household-case.js";
import { timed } from "./rounds.js";
import { inKronor, type Explained, type Outcome } from "./steps.js";
import { assessThroughEngine } from "./through-engine.js";
import { throughZen } from "./through-zen.js";
import { versionInForce } from "./version.js";

/** One case at a time with its explanation, against zen-engine one at a time without any: every outcome compared. */
export const measureAgainstZen = async (seed: number): Promise<readonly Figure[]> => {
  const cases = householdCases(2_000, seed);
  const tables = compiledTables(versionInForce);
  const zen = throughZen(versionInForce);
  const perTurn = 100;
  const ratios: number[] = [];
  const taken: number[] = [];
  try {
    for (let start = 0; start < cases.length; start += perTurn) {
      const part = cases.slice(start, start + perTurn);
      const ours: Explained[] = [];
      const oursMs = timed(() => {
        for (const value of part) ours.push(assessThroughEngine(tables, value, inKronor));
      });
      const theirs: Outcome[] = [];
      const before = performance.now();
      for (const value of part) theirs.push(await zen.assess(value));
      const zenMs = performance.now() - before;
      part.forEach((value, at) => {
        const { steps, ...outcome } = ours[at] ?? { steps: [] };
        agree(value, outcome, theirs[at]);
        if (steps.length === 0) throw new Error("A case has no explanation.");
      });
      // The first turns warm both up.
      if (start < cases.length / 4) continue;
      ratios.push(oursMs / zenMs);
      taken.push((zenMs / perTurn) * 1000);
    }
  } finally {
    zen.dispose();
  }
  return [
    { figure: "rules.single.zen", value: rounded(median(ratios)), unit: "ratio", aim: "<= 0.2" },
    { figure: "rules.zen.per-1000", value: rounded(median(taken)), unit: "ms", aim: "" },
  ];
};
