import { month } from "../../contracts/dates.js";
import type { MunicipalPack, Packs } from "../../contracts/rule-pack.js";
import { randomFrom } from "../../rules/examples/seeded-random.js";
import { samplePacks } from "../../rules/packs.js";
import { generateHouseholds } from "../../rules/rehearsal/households/generate.js";
import { rehearse } from "../../rules/rehearsal/rehearse.js";
import { rounded, type Figure } from "../figures.js";

/** The sample packs with every cap for rent five hundred kronor higher. */
const withHigherRent = ({ national, municipal }: Packs): Packs => {
  if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
  const changed: MunicipalPack = {
    ...municipal,
    costRules: municipal.costRules.map((rule) =>
      rule.type === "rent"
        ? { ...rule, caps: rule.caps.map((cap) => ({ ...cap, capOre: cap.capOre + 50_000 })) }
        : rule,
    ),
  };
  return { national, municipal: changed };
};

/**
 * A rehearsal of a higher rent cap over twelve months of 400 made-up households, each month worked out under both versions
 * and every difference explained. The households are made before the clock starts.
 */
export const measureRehearsal = (seed: number): readonly Figure[] => {
  const cases = generateHouseholds({
    households: 400,
    months: 12,
    last: month("2025-12"),
    packs: samplePacks,
    random: randomFrom(seed),
  });
  const start = performance.now();
  const { summary, errors } = rehearse({ cases, before: samplePacks, after: withHigherRent(samplePacks) });
  const seconds = (performance.now() - start) / 1000;
  if (summary.effects["newly-prefilled"].cases === 0) throw new Error("A higher cap for rent touched nobody.");
  if (errors.length > 0) throw new Error("A made-up household could not be worked out.");
  return [
    { figure: "rules.rehearsal", value: rounded(seconds), unit: "s", aim: "<= 5" },
    { figure: "rules.rehearsal.assessed", value: summary.all.cases, unit: "count", aim: "" },
    { figure: "rules.rehearsal.affected", value: summary.changed.cases, unit: "count", aim: "" },
  ];
};
