import { month } from "../../contracts/dates.js";
import { met, missing, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** From July 2026, reduced work capacity because of illness is shown by a medical certificate. */
export const medicalCertificate: Provision = {
  id: "medical-certificate",
  title: "Läkarintyg vid sjukdom",
  basis: ["available-for-work"],
  from: month("2026-07"),
  explanation:
    "Från juli 2026 ska nedsatt arbetsförmåga på grund av sjukdom styrkas med läkarintyg. Ett intyg som saknas eller tar slut under månaden prövas av en person.",
  evaluate: (facts, { calendar }) => {
    const sickLeaves = (facts.planning() ?? []).filter(
      (plan) =>
        plan.get("kind") === "sick-leave" &&
        plan.get("from") <= calendar.lastDay &&
        plan.get("to") >= calendar.firstDay,
    );
    return {
      findings: sickLeaves.map((plan) => {
        const mark = facts.mark();
        const factId = plan.get("memberId");
        const until = plan.get("certificateUntil");
        const read = facts.since(mark);
        if (until === undefined) return missing("certificate-valid", read, { factId, what: "läkarintyg" });
        if (until >= calendar.lastDay) return met("certificate-valid", read);
        return notMet("certificate-valid", read, {
          reason: "plan-not-valid",
          factId,
          text: "Läkarintyget tar slut under månaden.",
        });
      }),
    };
  },
};
