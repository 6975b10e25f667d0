import { month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** Whether the law of the month is expressed as rules at all. */
export const lawInForce: Provision = {
  id: "law-in-force",
  title: "Lagen för månaden",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Varje månad bedöms efter den lag som gällde då. Finns månadens lag inte uttryckt som regler, eller är lagtexten inte läst, prövas ärendet av en person.",
  evaluate: (facts, { parameters: { law } }) => {
    const mark = facts.mark();
    const month = facts.root.get("benefitMonth");
    const read = facts.since(mark);
    if (law?.codified === true && law.verified) return { findings: [met("law-codified", read, law.title)] };
    return {
      findings: [
        notMet("law-codified", read, {
          reason: "not-codified",
          factId: "law",
          text:
            law?.codified === true
              ? `Lagen för ${month} är uttryckt som regler, men lagtexten är inte läst (${law.title}).`
              : `Lagen för ${month} är inte uttryckt som regler${law === undefined ? "" : ` (${law.title})`}.`,
        }),
      ],
    };
  },
};
