import type { Member } from "../contracts/case.js";
import type { Facts, Row } from "./facts.js";

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
