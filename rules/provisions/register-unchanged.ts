import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** The register is the only source that tells of a move or a death. */
export const registerUnchanged: Provision = {
  id: "register-unchanged",
  title: "Oförändrad folkbokföring",
  basis: ["start-inquiry", "responsible-municipality"],
  from: month("2011-01"),
  explanation:
    "Ingen myndighet i den gemensamma frågan berättar om flytt, nytt hushåll eller dödsfall. Därför jämförs folkbokföringen för sig.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("register-unchanged", facts, {
        flag: "registerUnchanged",
        expected: true,
        reason: "register-changed",
        what: "om folkbokföringen är oförändrad",
        text: "Folkbokföringen har ändrats.",
      }),
    ],
  }),
};
