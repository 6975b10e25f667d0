import { month } from "../../contracts/dates.js";
import { met, notMet } from "../findings.js";
import { adultsOf } from "../household.js";
import { isWholeMonth } from "../norm-rows.js";
import type { Provision } from "../provision.js";

/** Aid for a part of a month is worked out by a person: neither divisor nor full rent is settled. */
export const wholeMonth: Provision = {
  id: "whole-month",
  title: "Hela månaden",
  basis: ["calculation"],
  from: month("2011-01"),
  explanation:
    "Gäller ansökan del av månad prövar en person antalet dagar och kostnaderna. Beräkningen visar ett förslag för de personliga kostnaderna.",
  evaluate: (facts, context) => {
    const mark = facts.mark();
    const { calendar } = context;
    const isLate = facts.root.get("kind") === "first" && facts.root.get("appliedOn") > calendar.firstDay;
    const isPart = adultsOf(facts).some((adult) => !isWholeMonth(adult.get("days") ?? calendar.days, context));
    const read = facts.since(mark);
    if (!isLate && !isPart) return { findings: [met("whole-month", read)] };
    return {
      findings: [notMet("whole-month", read, { reason: "part-month", text: "Ansökan gäller del av månaden." })],
    };
  },
};
