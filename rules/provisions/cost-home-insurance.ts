import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Home insurance. */
export const costHomeInsurance: Provision = {
  id: "cost-home-insurance",
  title: "Hemförsäkring",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Hemförsäkring godtas med faktiskt belopp inom riktlinjen. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("home-insurance", { facts, context, withoutRule: "counted-as-applied" }),
};
