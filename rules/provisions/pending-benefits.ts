import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** Aid as an advance on a benefit needs a decision that names its ground. */
export const pendingBenefits: Provision = {
  id: "pending-benefits",
  title: "Ersättning som väntar på beslut",
  basis: ["recovery"],
  from: month("2011-01"),
  explanation:
    "Väntar hushållet på en annan ersättning kan biståndet vara ett förskott på förmån. Villkoret prövas av en person.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("no-pending-benefit", facts, {
        flag: "pendingBenefits",
        expected: false,
        reason: "not-codified",
        what: "om en ersättning väntar på beslut",
        text: "Hushållet väntar på beslut om en ersättning.",
      }),
    ],
  }),
};
