import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Unemployment fund fee. */
export const costUnemploymentFund: Provision = {
  id: "cost-unemployment-fund",
  title: "A-kasseavgift",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Avgift till arbetslöshetskassa godtas inom riktlinjen. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("unemployment-fund", { facts, context, withoutRule: "counted-as-applied" }),
};
