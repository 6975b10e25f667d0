import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Household electricity, which may vary a little from month to month. */
export const costElectricity: Provision = {
  id: "cost-electricity",
  title: "Hushållsel",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Hushållsel godtas med faktiskt belopp inom riktlinjen. Beloppet får variera så mycket som kommunen har bestämt. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("electricity", { facts, context, withoutRule: "counted-as-applied" }),
};
