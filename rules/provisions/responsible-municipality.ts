import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** The household stays here, and no other municipality has helped in the month. */
export const responsibleMunicipality: Provision = {
  id: "responsible-municipality",
  title: "Ansvarig kommun",
  basis: ["responsible-municipality"],
  from: month("2011-01"),
  explanation:
    "Kommunen ansvarar för den som vistas där. Vistas hushållet någon annanstans, eller har en annan kommun gett bistånd i månaden, prövas ansvaret av en person.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("municipality-responsible", facts, {
        flag: "staysInMunicipality",
        expected: true,
        reason: "not-codified",
        what: "om hushållet vistas i kommunen",
        text: "Hushållet vistas inte i kommunen.",
      }),
      flagFinding("no-other-aid", facts, {
        flag: "otherMunicipality",
        expected: false,
        reason: "decided-elsewhere",
        what: "om en annan kommun har gett bistånd i månaden",
        text: "En annan kommun har gett bistånd i månaden.",
      }),
    ],
  }),
};
