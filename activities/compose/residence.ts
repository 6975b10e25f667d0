import type { Case } from "../../contracts/case.js";
import { firstDayOf } from "../../contracts/dates.js";
import type { AgencyAnswer } from "../../contracts/readings/agency-answer.js";
import type { CaseMaterial } from "./material.js";

/**
 * Whether every adult's right to stay is settled: the Migration Agency has nothing registered, or a permanent permit
 * that runs when the month begins. A time-limited permit, or an answer without a permit, is not settled: a person reads
 * what it allows (10 kap. 2 § SoL). Left out where the agency has not answered about everyone.
 */
export const lawfulResidence = ({ members, agencyAnswers, application }: CaseMaterial): Case["flags"] => {
  const adults = members.filter(({ role }) => role === "applicant" || role === "co-applicant");
  const answers = adults.map(({ id }) => agencyAnswers.get(id)?.find(({ agency }) => agency === "MIV"));
  if (answers.some((answer) => answer === undefined || answer.status === "unavailable")) return {};
  const since = firstDayOf(application.month);
  return { lawfulResidence: answers.every((answer) => answer !== undefined && isSettled(answer, since)) };
};

const isSettled = (answer: AgencyAnswer, since: string): boolean =>
  answer.status === "nothing-registered" ||
  (answer.status === "read" && answer.permit?.term === "permanent" && answer.permit.from <= since);
