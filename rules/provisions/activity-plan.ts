import { month } from "../../contracts/dates.js";
import type { Member } from "../../contracts/case.js";
import type { Facts, Row } from "../facts.js";
import { met, missing, notMet } from "../findings.js";
import { adultsOf } from "../household.js";
import type { Context, Found, Provision } from "../provision.js";

const planOf = (adult: Row<Member>, facts: Facts, { calendar }: Context): Found => {
  const mark = facts.mark();
  const factId = adult.id;
  const plans = facts.planning();
  if (plans === undefined) return missing("plan-valid", facts.since(mark), { factId, what: "planering" });
  const valid = plans.filter(
    (plan) =>
      plan.get("memberId") === adult.id && plan.get("from") <= calendar.firstDay && plan.get("to") >= calendar.lastDay,
  );
  if (valid.length === 0)
    return notMet("plan-valid", facts.since(mark), {
      reason: "plan-not-valid",
      factId,
      text: "Det finns ingen planering som gäller hela månaden.",
    });
  const followed = valid.map((plan) => plan.get("followed"));
  const read = facts.since(mark);
  if (followed.includes(false))
    return notMet("plan-valid", read, { reason: "plan-not-valid", factId, text: "Planeringen följs inte." });
  if (followed.includes(undefined)) return missing("plan-valid", read, { factId, what: "om planeringen följs" });
  return met("plan-valid", read);
};

/** Every adult has a plan for the whole month and follows it. What follows when not is decided by a person. */
export const activityPlan: Provision = {
  id: "activity-plan",
  title: "Planering",
  basis: ["available-for-work", "reduction"],
  from: month("2011-01"),
  onlyRenewals: true,
  explanation:
    "Varje vuxen ska ha en planering som gäller hela månaden och följs. Annars prövar en person om det finns godtagbara skäl. Biståndet sänks aldrig automatiskt.",
  evaluate: (facts, context) => ({
    findings: adultsOf(facts).map((adult) => planOf(adult, facts, context)),
  }),
};
