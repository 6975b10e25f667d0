import { daysBetween, firstDayOf, lastDayOf, localDate, type LocalDate } from "../../contracts/dates.js";
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
export const composeMembers = ({ application, members, caseFile }: CaseMaterial): Member[] => {
  const asked = daysAskedFor(application);
  return application.persons.map((person) => {
    const known = members.find(({ personalNumber }) => personalNumber === person.personalNumber);
    if (known === undefined) throw new Error("A person of the application is not a member of the case.");
    const agreement = caseFile?.standingFacts.find(
      ({ code, personalNumber }) => code === "visiting-agreement" && personalNumber === person.personalNumber,
    );
    const days = fewestOf(asked, person.daysInHome);
    return {
      id: known.id,
      role: known.role,
      birthDate: birthDateOf(person.personalNumber),
      ...(days !== undefined && { days }),
      ...lunchAway(person, { caseFile, month: application.month }),
      ...(person.school !== undefined && { pupil: person.school }),
      ...(agreement !== undefined && {
        agreement: {
          from: agreement.from,
          to: agreement.until,
          ...(agreement.days !== undefined && { days: agreement.days }),
          ...(agreement.commonCost !== undefined && { commonCost: agreement.commonCost }),
        },
      }),
    };
  });
};

/**
 * Whether a child eats lunch at preschool. What the application says holds where the case file's standing fact says the
 * same, or where there is no file; where they differ nobody knows, and a person asks.
 */
const lunchAway = (
  { personalNumber, lunchAway: stated }: Application["persons"][number],
  { caseFile, month }: Pick<CaseMaterial, "caseFile"> & Pick<Application, "month">,
): { lunchAway?: boolean } => {
  if (caseFile === undefined || caseFile.persons.length === 0) return stated === undefined ? {} : { lunchAway: stated };
  const isStanding = caseFile.standingFacts.some(
    (fact) =>
      fact.code === "preschool-lunch" &&
      fact.personalNumber === personalNumber &&
      fact.from <= firstDayOf(month) &&
      fact.until >= lastDayOf(month),
  );
  if (stated === undefined) return isStanding ? { lunchAway: true } : {};
  return stated === isStanding ? { lunchAway: stated } : {};
};

/** Days of the month that the household asks for; undefined where it asks for the whole month. */
const daysAskedFor = ({ month, appliesFrom }: Application): number | undefined => {
  if (appliesFrom === undefined || appliesFrom <= firstDayOf(month)) return undefined;
  return Math.max(0, daysBetween(appliesFrom, lastDayOf(month)) + 1);
};

const fewestOf = (asked: number | undefined, inHome: number | undefined): number | undefined =>
  asked === undefined || inHome === undefined ? (asked ?? inHome) : Math.min(asked, inHome);
