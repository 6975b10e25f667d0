import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** A protected person's case is never handled by a machine. */
export const protectedIdentity: Provision = {
  id: "protected-identity",
  title: "Skyddade personuppgifter",
  basis: ["secrecy"],
  from: month("2011-01"),
  explanation:
    "Finns en markering om skyddade personuppgifter för någon i hushållet stannar automatiken. Ärendet handläggs av behörig personal.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("identity-open", facts, {
        flag: "protectedIdentity",
        expected: false,
        reason: "protected-identity",
        what: "om någon har skyddade personuppgifter",
        text: "Någon i hushållet har skyddade personuppgifter.",
      }),
    ],
  }),
};
