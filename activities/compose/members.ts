import { localDate, type LocalDate } from "../../contracts/dates.js";
import type { Member } from "../../contracts/case.js";
import type { Application } from "../../contracts/readings/application.js";
import type { CaseMaterial, KnownMember } from "./material.js";

const prefix = { applicant: "a", "co-applicant": "b", child: "c", "visiting-child": "v" } as const;

/** Gives every person of an application an id that means nothing outside the case: `a`, `b`, `c1`, `v1`. */
export const membersOf = (application: Application): KnownMember[] => {
  const count = new Map<string, number>();
  return application.persons.map(({ role, personalNumber }) => {
    const index = (count.get(role) ?? 0) + 1;
    count.set(role, index);
    const isAdult = role === "applicant" || role === "co-applicant";
    return { id: isAdult ? prefix[role] : `${prefix[role]}${String(index)}`, role, personalNumber };
  });
};

/** The date of birth inside a personal number; in a coordination number the day is the birth day plus sixty. */
export const birthDateOf = (personalNumber: string): LocalDate => {
  const day = Number(personalNumber.slice(6, 8));
  const birthDay = String(day > 60 ? day - 60 : day).padStart(2, "0");
  return localDate(`${personalNumber.slice(0, 4)}-${personalNumber.slice(4, 6)}-${birthDay}`);
};

/** The members as the rulebook sees them: age, role and attendance, never name or number. */
export const composeMembers = ({ application, members, caseFile }: CaseMaterial): Member[] =>
  application.persons.map((person) => {
    const known = members.find(({ personalNumber }) => personalNumber === person.personalNumber);
    if (known === undefined) throw new Error("A person of the application is not a member of the case.");
    const agreement = caseFile?.standingFacts.find(
      ({ code, personalNumber }) => code === "visiting-agreement" && personalNumber === person.personalNumber,
    );
    return {
      id: known.id,
      role: known.role,
      birthDate: birthDateOf(person.personalNumber),
      ...(person.daysInHome !== undefined && { days: person.daysInHome }),
      ...(person.lunchAway !== undefined && { lunchAway: person.lunchAway }),
      ...(person.school !== undefined && { pupil: person.school }),
      ...(agreement !== undefined && { agreement: { from: agreement.from, to: agreement.until } }),
    };
  });
