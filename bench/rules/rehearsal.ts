import { rehearsalFigures, rehearseOne } from "../../activities/rules-workshop/rehearsal-figures.js";
import { caseSchema } from "../../contracts/case.js";
import { firstDayOf, month } from "../../contracts/dates.js";
import type { MunicipalPack, Packs } from "../../contracts/rule-pack.js";
import { plausibleMonths } from "../../rules/examples/plausible-households.js";
import { samplePacks } from "../../rules/packs.js";
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

/** A rehearsal of a higher rent cap over twelve months of 400 made-up households, each worked out under both versions. */
export const measureRehearsal = (seed: number): readonly Figure[] => {
  const made = plausibleMonths({ households: 400, months: 12, last: month("2025-12"), seed });
  const cases = [...made].map((input) => ({ input: caseSchema.parse(input) }));
  const compared = { before: samplePacks, after: withHigherRent(samplePacks), on: firstDayOf(month("2025-12")) };
  const start = performance.now();
  const { assessed, affected } = rehearsalFigures(cases.map((one) => rehearseOne(one, compared)));
  const seconds = (performance.now() - start) / 1000;
  if (affected === 0) throw new Error("A higher cap for rent touched nobody.");
  return [
    { figure: "rules.rehearsal", value: rounded(seconds), unit: "s", aim: "<= 5" },
    { figure: "rules.rehearsal.assessed", value: assessed, unit: "count", aim: "" },
    { figure: "rules.rehearsal.affected", value: affected, unit: "count", aim: "" },
  ];
};
