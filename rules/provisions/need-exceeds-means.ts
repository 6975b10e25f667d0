import { month } from "../../contracts/dates.js";
import { formatKronor, type Ore } from "../../contracts/money.js";
import type { Found, Provision } from "../provision.js";

/** The last test: means that meet the need leave nothing to grant, and a refusal is never made by a machine. */
export const needExceedsMeans: Omit<Provision, "evaluate"> & {
  readonly conclude: (shortfallOre: Ore | null) => readonly Found[];
} = {
  id: "need-exceeds-means",
  title: "Behov och inkomster",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Är behovet större än inkomsterna finns rätt till bistånd med skillnaden. Annars kommunicerar en person underlaget och prövar akut behov före ett avslag. Ett överskott räknas aldrig automatiskt mot en annan månad.",
  conclude: (shortfallOre) => {
    if (shortfallOre === null) return [];
    const facts = ["lines"];
    if (shortfallOre > 0) return [{ code: "need-exceeds-means", result: "met", facts, amountOre: shortfallOre }];
    return [
      {
        code: "need-exceeds-means",
        result: "not-met",
        reason: "surplus",
        text: `Inkomsterna är ${formatKronor(-shortfallOre)} kr högre än behovet.`,
        amountOre: shortfallOre,
        facts,
      },
    ];
  },
};
