import type { Member } from "../contracts/case.js";
import type { Facts, Row } from "./facts.js";
import { isWholeMonth } from "./norm-rows.js";
import type { Context } from "./provision.js";

/** The applicant and, where there is one, the cohabiting partner. */
export const adultsOf = (facts: Facts): readonly Row<Member>[] =>
  facts.members.filter((member) => {
    const role = member.get("role");
    return role === "applicant" || role === "co-applicant";
  });

/** Children who live in the home, visiting children apart. */
export const childrenOf = (facts: Facts): readonly Row<Member>[] =>
  facts.members.filter((member) => member.get("role") === "child");

/** Children who visit. */
export const visitingChildrenOf = (facts: Facts): readonly Row<Member>[] =>
  facts.members.filter((member) => member.get("role") === "visiting-child");

/**
 * Children who live in the home for a part only of the time the household asks for. A household that asks for a part of
 * the month asks for its children's part too, and that is no visit.
 */
export const partTimeChildrenOf = (facts: Facts, context: Pick<Context, "calendar">): readonly Row<Member>[] => {
  const askedFor = Math.min(...adultsOf(facts).map((adult) => adult.get("days") ?? context.calendar.days));
  return childrenOf(facts).filter((child) => {
    const days = child.get("days");
    return days !== undefined && !isWholeMonth(days, context) && days < askedFor;
  });
};
