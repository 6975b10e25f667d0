import { month } from "../../contracts/dates.js";
import { judgeCosts } from "../listed-cost.js";
import type { Provision } from "../provision.js";

/** Union fee; sensitive data. */
export const costUnionFee: Provision = {
  id: "cost-union-fee",
  title: "Fackavgift",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Avgift till fackförening godtas inom riktlinjen. Uppgiften är känslig och visas bara för den som behöver den. Ett högre belopp går till en person; det sänks aldrig automatiskt.",
  evaluate: (facts, context) => judgeCosts("union-fee", { facts, context, withoutRule: "counted-as-applied" }),
};
