import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Internet, where the municipality has a guideline. */
export const costInternet: Provision = {
  id: "cost-internet",
  title: "Bredband",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Bredband godtas där kommunen har en riktlinje, annars prövas behovet av en person. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("internet", { facts, context, withoutRule: "left-out" }),
};
