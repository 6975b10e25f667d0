import type { Case } from "../../contracts/case.js";
import type { NationalPack, Packs, RulePack } from "../../contracts/rule-pack.js";
import type { ScenarioExpectation, ScenarioResult } from "../../contracts/rule-scenario.js";
import { canonicalJson } from "../../platform/canonical.js";
import { assess } from "../../rules/index.js";

/** The packs that a pack is tried with: an overlay on national law, or national law with the pack in its own place. */
export const packsWith = (pack: RulePack, national: readonly NationalPack[]): Packs =>
  pack.layer === "municipal"
    ? { national, municipal: pack }
    : { national: [...national.filter(({ id }) => id !== pack.id), pack], municipal: undefined };

/** What the rules say of a case, in the parts that a scenario compares. */
export const runScenario = (value: Case, packs: Packs): ScenarioResult => {
  const { outcome, reasons, normOre, costsOre, countedIncomeOre, shortfallOre, grantOre } = assess(value, packs);
  return { outcome, reasons, normOre, costsOre, countedIncomeOre, shortfallOre, grantOre };
};

/** The parts of a result, by name. */
export const resultParts = [
  "outcome",
  "reasons",
  "normOre",
  "costsOre",
  "countedIncomeOre",
  "shortfallOre",
  "grantOre",
] as const satisfies readonly (keyof ScenarioResult)[];
export type ResultPart = (typeof resultParts)[number];

/** The parts in which a result is not what was demanded or stated. A part that was not named is not compared. */
export const differingParts = (wanted: ScenarioExpectation, result: ScenarioResult): readonly ResultPart[] =>
  resultParts.filter((part) => {
    const demanded = wanted[part];
    return demanded !== undefined && canonicalJson(demanded) !== canonicalJson(result[part]);
  });
