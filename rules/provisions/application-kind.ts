import { month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import type { Found, Provision } from "../provision.js";

const kindFinding = (kind: "first" | "renewal" | "supplement", read: string[]): Found => {
  switch (kind) {
    case "renewal":
      return met("renewal-application", read);
    case "first":
      return notMet("renewal-application", read, {
        reason: "first-application",
        text: "Det är den första ansökan. Den första bedömningen görs av en person.",
      });
    case "supplement":
      return notMet("renewal-application", read, {
        reason: "supplement",
        text: "Ansökan är ett tillägg till en månad som redan är beslutad.",
      });
  }
};

/** Only a renewal can be prefilled: the first assessment is made with a person, a supplement needs a decision of its own. */
export const applicationKind: Provision = {
  id: "application-kind",
  title: "Slag av ansökan",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation: "Bara en återansökan kan fyllas i. Första ansökan och tillägg prövas av en person.",
  evaluate: (facts) => {
    const mark = facts.mark();
    const kind = facts.root.get("kind");
    return { findings: [kindFinding(kind, facts.since(mark))] };
  },
};
