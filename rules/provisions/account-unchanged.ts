import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** A new account is always confirmed by a person. */
export const accountUnchanged: Provision = {
  id: "account-unchanged",
  title: "Oförändrat konto",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  onlyRenewals: true,
  explanation: "Ett nytt konto eller en ny mottagare bekräftas alltid av en person, eftersom det kan vara bedrägeri.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("account-unchanged", facts, {
        flag: "accountUnchanged",
        expected: true,
        reason: "account-changed",
        what: "om kontot är oförändrat",
        text: "Kontot eller mottagaren är ny.",
      }),
    ],
  }),
};
