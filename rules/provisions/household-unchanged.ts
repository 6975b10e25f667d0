import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** A changed household changes the norm, and a person looks first. */
export const householdUnchanged: Provision = {
  id: "household-unchanged",
  title: "Oförändrat hushåll",
  basis: ["norm-household"],
  from: month("2011-01"),
  onlyRenewals: true,
  explanation: "Är hushållet ett annat än i förra beslutet jämför en person uppgifterna.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("household-unchanged", facts, {
        flag: "householdUnchanged",
        expected: true,
        reason: "household-changed",
        what: "om hushållet är som i förra beslutet",
        text: "Hushållet har ändrats sedan förra beslutet.",
      }),
    ],
  }),
};
