import { agencies } from "../../contracts/agencies.js";
import type { Case } from "../../contracts/case.js";
import type { SourceStatus } from "../../contracts/codes/sources.js";
import type { CaseMaterial } from "./material.js";

/** The answer of each source for the whole household. A source that was not asked about everyone it concerns is left out. */
export const composeSources = (material: CaseMaterial): Case["sources"] => {
  const adults = material.members.filter(({ role }) => role === "applicant" || role === "co-applicant");
  const answered = agencies.flatMap((agency) => {
    const statuses = adults.map(
      ({ id }) => material.agencyAnswers.get(id)?.find((answer) => answer.agency === agency)?.status,
    );
    const status = wholeOf(statuses);
    return status === undefined ? [] : [[agency, status] as const];
  });
  const register = wholeOf(
    material.members.map(({ id }) => {
      const answer = material.registerAnswers.get(id);
      return answer === undefined ? undefined : answer === "unavailable" ? "unavailable" : "read";
    }),
  );
  return { ...Object.fromEntries(answered), ...(register !== undefined && { population: register }) };
};

/** One unavailable answer makes the whole unavailable; one that was never asked for makes it unknown. */
const wholeOf = (statuses: readonly (SourceStatus | undefined)[]): SourceStatus | undefined => {
  if (statuses.includes("unavailable")) return "unavailable";
  if (statuses.length === 0 || statuses.includes(undefined)) return undefined;
  return statuses.includes("read") ? "read" : "nothing-registered";
};
