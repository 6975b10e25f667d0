import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Rent that is as last month, shown, and within the guideline. */
export const costRent: Provision = {
  id: "cost-rent",
  title: "Boende",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Faktisk hyra godtas när den är skälig: som förra månaden, styrkt och inom kommunens riktlinje för hushållet. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("rent", { facts, context, withoutRule: "counted-as-applied" }),
};
