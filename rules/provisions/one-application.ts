import { dateInWords, month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import type { Provision } from "../provision.js";

/** One more application for the month is never put aside: it may be a supplement or a claim of its own (JO 2392-2007). */
export const oneApplication: Provision = {
  id: "one-application",
  title: "Fler ansökningar för månaden",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation:
    "Kommer det in ytterligare en ansökan för samma månad, också från en medsökande eller där en av de vuxna står i ett annat hushåll, läser en person den före beslutet. Bara samma innehåll skickat två gånger i samma minut räknas som en dubblett.",
  evaluate: (facts) => {
    const mark = facts.mark();
    const linked = facts.root.get("linkedApplications") ?? [];
    const read = facts.since(mark);
    if (linked.length === 0) return { findings: [met("one-application", read)] };
    return {
      findings: linked.map(({ id, receivedOn, from }) =>
        notMet("one-application", read, {
          reason: "second-application",
          factId: id,
          text:
            from === "household"
              ? `Ytterligare en ansökan för månaden kom in ${dateInWords(receivedOn)}.`
              : `En av de vuxna står också i ett annat hushålls ansökan, som kom in ${dateInWords(receivedOn)}.`,
        }),
      ),
    };
  },
};
