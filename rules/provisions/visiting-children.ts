import { month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import { childrenOf, visitingChildrenOf } from "../household.js";
import { isWholeMonth } from "../norm-rows.js";
import type { Provision } from "../provision.js";

/** A child who is in the home for a part of the month follows a standing agreement, or a person looks. */
export const visitingChildren: Provision = {
  id: "visiting-children",
  title: "Barn på umgänge och växelvis boende",
  basis: ["norm-household", "norm-table"],
  from: month("2011-01"),
  explanation:
    "Ett barn som är i hemmet en del av månaden räknas för sina dagar enligt ett stående avtal som gäller hela månaden. Utan avtal prövar en person.",
  evaluate: (facts, context) => {
    const partly = childrenOf(facts).filter((child) => {
      const days = child.get("days");
      return days !== undefined && !isWholeMonth(days, context);
    });
    return {
      findings: [...visitingChildrenOf(facts), ...partly].map((child) => {
        const mark = facts.mark();
        const agreement = child.get("agreement");
        const read = facts.since(mark);
        const { firstDay, lastDay } = context.calendar;
        if (agreement !== undefined && agreement.from <= firstDay && agreement.to >= lastDay)
          return met("visits-agreed", read);
        return notMet("visits-agreed", read, {
          reason: "visiting-child",
          factId: child.id,
          text: "Det finns inget avtal om umgänget som gäller hela månaden.",
        });
      }),
    };
  },
};
