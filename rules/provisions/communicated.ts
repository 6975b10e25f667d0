import { dateInWords, month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** While the applicant has time to answer on the material, nothing is decided on it. */
export const communicated: Provision = {
  id: "communicated",
  title: "Kommunicering",
  basis: ["hear-party"],
  from: month("2011-01"),
  explanation:
    "Har den sökande fått material att yttra sig över väntar beslutet tills svaret har kommit eller tiden har gått ut. Den sökande får också yttra sig muntligt.",
  evaluate: (facts) => {
    const mark = facts.mark();
    const communication = facts.root.get("communicated");
    const isOpen =
      communication !== undefined && !communication.answered && facts.root.get("today") <= communication.answerBy;
    const read = facts.since(mark);
    if (!isOpen) return { findings: [met("not-communicated", read)] };
    return {
      findings: [
        notMet("not-communicated", read, {
          reason: "communicated",
          text: `Den sökande kan yttra sig till och med ${dateInWords(communication.answerBy)}.`,
        }),
      ],
    };
  },
};
