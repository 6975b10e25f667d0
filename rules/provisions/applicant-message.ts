import { month } from "../../contracts/dates.js";
import { flagFinding } from "../findings.js";
import type { Provision } from "../provision.js";

/** What the applicant writes is read by a person before anything is decided. */
export const applicantMessage: Provision = {
  id: "applicant-message",
  title: "Meddelande från den sökande",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation: "Har den sökande skrivit något som ingen har läst, läser en person det före beslutet.",
  evaluate: (facts) => ({
    findings: [
      flagFinding("no-message", facts, {
        flag: "messageFromApplicant",
        expected: false,
        reason: "applicant-message",
        what: "om det finns ett oläst meddelande",
        text: "Den sökande har skrivit ett meddelande.",
      }),
    ],
  }),
};
