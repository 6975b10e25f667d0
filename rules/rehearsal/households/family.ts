import type { Case, Member } from "../../../contracts/case.js";
import {
  addDays,
  addMonths,
  ageOn,
  firstDayOf,
  lastDayOf,
  type LocalDate,
  type Month,
} from "../../../contracts/dates.js";
import type { Draw } from "./draw.js";

/** A child of a made-up household. Some leave school when they turn 18; those who visit come ten days a month. */
export type Child = {
  readonly id: string;
  readonly birthDate: LocalDate;
  readonly isVisiting: boolean;
  readonly lunchAway: boolean;
  readonly leavesSchool: boolean;
};

/** Who lives in a made-up home. */
export type Family = {
  readonly adults: readonly { readonly id: string; readonly birthDate: LocalDate }[];
  readonly children: readonly Child[];
  /** Adults outside the household who share the home. */
  readonly sharers: number;
  readonly isProtected: boolean;
};

const bornBefore = (month: Month, { leastYears, mostYears }: { leastYears: number; mostYears: number }, draw: Draw) =>
  addDays(firstDayOf(addMonths(month, -draw.whole(leastYears * 12 + 1, mostYears * 12))), draw.whole(0, 27));

/**
 * A family as it is when it first applies. In 2015 there were 270 600 adults and 143 000 children in 226 511 households
 * (Socialstyrelsen, Statistik om ekonomiskt bistånd 2015): 1.19 adults and 0.63 children a household. The split on sizes
 * that gives these means is a guess, as are the ages and the shares that visit or share a home.
 */
export const drawFamily = (month: Month, draw: Draw): Family => {
  const isCouple = draw.chance(0.19);
  const count = isCouple
    ? draw.oneOf([30, 0], [18, 1], [25, 2], [15, 3], [8, 4], [4, 5])
    : draw.oneOf([75, 0], [12, 1], [8, 2], [4, 3], [1, 4]);
  const isVisiting = !isCouple && count === 1 && draw.chance(0.2);
  const ages = { leastYears: 0, mostYears: 20 };
  return {
    adults: [
      { id: "a", birthDate: bornBefore(month, { leastYears: 23, mostYears: 64 }, draw) },
      ...(isCouple ? [{ id: "b", birthDate: bornBefore(month, { leastYears: 21, mostYears: 60 }, draw) }] : []),
    ],
    children: Array.from({ length: count }, (_, at) => ({
      id: `c${String(at + 1)}`,
      birthDate: bornBefore(month, ages, draw),
      isVisiting,
      lunchAway: draw.chance(0.7),
      leavesSchool: draw.chance(0.25),
    })),
    sharers: !isCouple && count === 0 && draw.chance(0.1) ? draw.whole(1, 2) : 0,
    isProtected: draw.chance(0.005),
  };
};

/** Age from which a child is nobody's to maintain (FB 7 kap. 1 §). */
const lastYear = 20;
const comingOfAge = 18;

const ageIn = (child: Child, month: Month): number => ageOn(child.birthDate, firstDayOf(month));

/** The children who are still of the household in a month. */
export const childrenIn = ({ children }: Family, month: Month): readonly Child[] =>
  children.filter((child) => ageOn(child.birthDate, lastDayOf(month)) <= lastYear);

const schoolOf = (child: Child, age: number): NonNullable<Member["pupil"]> => {
  if (age < 6) return "preschool";
  if (age < 16) return "compulsory";
  return age >= comingOfAge && child.leavesSchool ? "none" : "upper-secondary";
};

const visitingDays = 10;

const childMember = (child: Child, month: Month): Member => {
  const age = ageIn(child, month);
  return {
    id: child.id,
    role: child.isVisiting ? "visiting-child" : "child",
    birthDate: child.birthDate,
    days: child.isVisiting ? visitingDays : 30,
    ...(age <= 6 && { lunchAway: age >= 1 && child.lunchAway }),
    pupil: schoolOf(child, age),
    ...(child.isVisiting && {
      agreement: {
        from: firstDayOf(addMonths(month, -2)),
        to: lastDayOf(addMonths(month, 6)),
        days: visitingDays,
      },
    }),
  };
};

/** The household of a case in a month. */
export const householdIn = (family: Family, month: Month): Case["household"] => {
  const children = childrenIn(family, month);
  return {
    sizeInHome: family.adults.length + children.filter(({ isVisiting }) => !isVisiting).length + family.sharers,
    sharesHome: family.sharers > 0,
    ...(family.sharers > 0 && { sharesHomeUntil: lastDayOf(addMonths(month, 3)) }),
    members: [
      ...family.adults.map(({ id, birthDate }, at): Member => ({
        id,
        role: at === 0 ? "applicant" : "co-applicant",
        birthDate,
      })),
      ...children.map((child) => childMember(child, month)),
    ],
  };
};

/** Whether a child became too old, or left school, between the month before and this. */
export const isOtherFamilyThan = (family: Family, month: Month): boolean =>
  childrenIn(family, month).length !== childrenIn(family, addMonths(month, -1)).length;

/** Pupils of an age at which they may have a summer job. */
export const workingPupils = (family: Family, month: Month): readonly Child[] =>
  childrenIn(family, month).filter((child) => !child.isVisiting && ageIn(child, month) >= 16);

/** How old the children at home are in a month. */
export const agesAtHome = (family: Family, month: Month): readonly number[] =>
  childrenIn(family, month)
    .filter(({ isVisiting }) => !isVisiting)
    .map((child) => ageIn(child, month));
