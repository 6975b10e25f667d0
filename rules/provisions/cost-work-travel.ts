import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Travel to work or a planned activity. */
export const costWorkTravel: Provision = {
  id: "cost-work-travel",
  title: "Arbetsresor",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Resor till arbete eller planerad aktivitet godtas inom riktlinjen. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("work-travel", { facts, context, withoutRule: "counted-as-applied" }),
};
