import { reasons } from "../../../contracts/codes/reasons.js";
import type { ScenarioExpectation } from "../../../contracts/rule-scenario.js";
import { kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";

const outcomes = { prefilled: "klar att besluta", referred: "till en person", waiting: "väntar" } as const;

const amounts = [
  ["normOre", "norm"],
  ["costsOre", "kostnader"],
  ["countedIncomeOre", "inkomster"],
  ["shortfallOre", "underskott"],
  ["grantOre", "bistånd"],
] as const;

/** What a scenario demands, or came to, in one line: "klar att besluta, bistånd 6 190 kr". An amount of null is one that the rules cannot tell. */
export const expectedInWords = (expected: ScenarioExpectation): string =>
  [
    ...(expected.outcome === undefined ? [] : [outcomes[expected.outcome]]),
    ...amounts.flatMap(([part, name]) => {
      const amount = expected[part];
      if (amount === undefined) return [];
      return amount === null
        ? [sv.workshop.scenarios.aPersonSays(name)]
        : [`${name} ${kronor(amount)} ${sv.common.kr}`];
    }),
    ...(expected.reasons ?? []).map((reason) => reasons[reason].title),
  ].join(", ");
