import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Medicine, where the municipality has a guideline. */
export const costMedicine: Provision = {
  id: "cost-medicine",
  title: "Medicin",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Medicin inom högkostnadsskyddet godtas där kommunen har en riktlinje, annars prövas behovet av en person. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("medicine", { facts, context, withoutRule: "left-out" }),
};
