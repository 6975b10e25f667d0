import { month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import { partTimeChildrenOf, visitingChildrenOf } from "../household.js";
import type { Provision } from "../provision.js";

/** A child who is in the home for a part of the month follows a standing agreement, or a person looks. */
export const visitingChildren: Provision = {
  id: "visiting-children",
  title: "Barn på umgänge och växelvis boende",
  basis: ["norm-household", "norm-table"],
  from: month("2011-01"),
  explanation:
    "Ett barn som är i hemmet en del av månaden räknas för sina dagar enligt ett stående avtal som gäller hela månaden. Utan avtal, eller när ansökan anger andra dagar än avtalet, prövar en person.",
  evaluate: (facts, context) => {
    return {
      findings: [...visitingChildrenOf(facts), ...partTimeChildrenOf(facts, context)].map((child) => {
        const mark = facts.mark();
        const agreement = child.get("agreement");
        const read = facts.since(mark);
        const { firstDay, lastDay } = context.calendar;
        const isInForce = agreement !== undefined && agreement.from <= firstDay && agreement.to >= lastDay;
        const agreedDays = agreement?.days;
        const days = child.get("days");
        if (isInForce && agreedDays !== undefined && days !== undefined && days !== agreedDays)
          return notMet("visits-agreed", facts.since(mark), {
            reason: "visiting-child",
            factId: child.id,
            text: `Ansökan anger ${String(days)} dagar, avtalet ${String(agreedDays)}.`,
          });
        if (isInForce) return met("visits-agreed", read);
        return notMet("visits-agreed", read, {
          reason: "visiting-child",
          factId: child.id,
          text: "Det finns inget avtal om umgänget som gäller hela månaden.",
        });
      }),
    };
  },
};
