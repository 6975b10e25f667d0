import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** The right of residence is settled; everything else is individual. */
export const lawfulResidence: Provision = {
  id: "lawful-residence",
  title: "Rätt att vistas i landet",
  basis: ["asylum-law"],
  from: month("2011-01"),
  explanation:
    "Den som omfattas av lagen om mottagande av asylsökande, eller vars uppehållsrätt inte är klarlagd, prövas av en person.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("residence-settled", facts, {
        flag: "lawfulResidence",
        expected: true,
        reason: "not-codified",
        what: "om rätten att vistas i landet är klarlagd",
        text: "Rätten att vistas i landet är inte klarlagd.",
      }),
    ],
  }),
};
