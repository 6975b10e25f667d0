import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** A missing signature is asked for, never a ground to stop the clock. */
export const signedByAll: Provision = {
  id: "signed-by-all",
  title: "Underskrift",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation: "Ansökan gäller från den dag den kom in. Saknas en vuxens underskrift begärs den in; tiden löper ändå.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("signed-by-all", facts, {
        flag: "signedByAll",
        expected: true,
        reason: "signature-missing",
        what: "om alla vuxna har skrivit under",
        text: "Alla vuxna har inte skrivit under.",
      }),
    ],
  }),
};
