import { month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** Without the case file nothing can be compared with last month, which is said once and not only row by row. */
export const caseFileRead: Provision = {
  id: "case-file-read",
  title: "Akten är läst",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation:
    "Förra månadens beräkning, stående godkännanden, planering och tidigare beslut finns i akten. Gick den inte att läsa tar en person över.",
  evaluate: (facts) => {
    const mark = facts.mark();
    const isRead = facts.flags.get("caseFileRead");
    const read = facts.since(mark);
    // Where nobody says, what the file would hold is asked for fact by fact.
    if (isRead === undefined) return { findings: [] };
    if (isRead) return { findings: [met("case-file-read", read)] };
    return {
      findings: [
        notMet("case-file-read", read, {
          reason: "case-file-unread",
          text: "Akten i verksamhetssystemet gick inte att läsa.",
        }),
      ],
    };
  },
};
