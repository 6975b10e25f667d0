import type { Case } from "../../contracts/case.js";
import { assess } from "../../rules/assess.js";
import { caseOf } from "../../rules/examples/cases.js";
import { sampleMonth } from "../../rules/examples/sample-month.js";
import { randomFrom } from "../../rules/examples/seeded-random.js";
import { samplePacks } from "../../rules/packs.js";
import { percentile, rounded, type Figure } from "../figures.js";

const models: readonly Case[] = sampleMonth.map(({ input }) => caseOf(input));

/** A household of the sample month with other amounts: costs, what was approved last month, and incomes. */
const caseFrom = (random: () => number): Case => {
  const model = models[Math.floor(random() * models.length)];
  if (model === undefined) throw new Error("The sample month is empty.");
  const other = (amountOre: number): number => Math.round((amountOre * (0.8 + random() * 0.4)) / 100) * 100;
  return {
    ...model,
    costs: model.costs.map((cost) => {
      const appliedOre = other(cost.appliedOre);
      const isUnchanged = cost.lastApprovedOre === cost.appliedOre && random() < 0.8;
      return { ...cost, appliedOre, ...(isUnchanged && { lastApprovedOre: appliedOre }) };
    }),
    incomes: model.incomes.map((income) => {
      const netOre = other(income.netOre);
      const isUnchanged = income.lastCountedOre === income.netOre && random() < 0.8;
      return { ...income, netOre, ...(isUnchanged && { lastCountedOre: netOre }) };
    }),
  };
};

/**
 * The whole rulebook with the sample packs on `count` made-up cases, one after another: how long a case takes, how many
 * in a minute, and how much memory the process came to. The figures say on how many cases they were measured.
 */
export const measureRulebook = (count: number, seed: number): readonly Figure[] => {
  const random = randomFrom(seed);
  const warmUp = 2_000;
  for (let at = 0; at < warmUp; at += 1) assess(caseFrom(random), samplePacks);
  const taken = new Float64Array(count);
  let prefilled = 0;
  let lines = 0;
  for (let at = 0; at < count; at += 1) {
    const value = caseFrom(random);
    const start = performance.now();
    const assessed = assess(value, samplePacks);
    taken[at] = performance.now() - start;
    if (assessed.outcome === "prefilled") prefilled += 1;
    lines += assessed.lines.length;
  }
  if (lines === 0) throw new Error("The rulebook gave no line for any case.");
  const totalMs = taken.reduce((sum, one) => sum + one, 0);
  const each = [...taken.subarray(0, Math.min(count, 200_000))];
  return [
    { figure: "rules.rulebook.cases", value: count, unit: "count", aim: "" },
    { figure: "rules.rulebook.p50", value: rounded(percentile(each, 0.5)), unit: "ms", aim: "" },
    { figure: "rules.rulebook.p99", value: rounded(percentile(each, 0.99)), unit: "ms", aim: "" },
    { figure: "rules.rulebook.whole", value: rounded(totalMs / 1000), unit: "s", aim: "" },
    { figure: "rules.rulebook.rate", value: rounded((count * 60_000) / totalMs), unit: "per-min", aim: "" },
    { figure: "rules.rulebook.prefilled", value: prefilled, unit: "count", aim: "" },
    {
      figure: "rules.memory.peak",
      value: rounded(process.resourceUsage().maxRSS / 1024),
      unit: "MiB",
      aim: "",
    },
  ];
};
