import { z } from "zod";
import { caseSchema, type Case, type Income, type Member } from "../../contracts/case.js";
import {
  ageOn,
  daysIn,
  firstDayOf,
  lastDayOf,
  localDate,
  localDateSchema,
  monthOf,
  type LocalDate,
  type Month,
} from "../../contracts/dates.js";
import { bandOf } from "../../rules/child-age.js";
import { anotherMunicipality } from "../pack-exchange/scenario-privacy.js";

/** Amounts are moved to whole fifties of kronor: a scenario with an exact amount could point at a household. */
const coarseOre = 5_000;

/** Turns what is random into what is decided: the same numbers give the same case. */
export type Random = () => number;

/** The same days of life in whole bands: neither the norm nor the rules of age tell them apart in the month. */
const sameAge = (one: LocalDate, other: LocalDate, value: Case): boolean =>
  [firstDayOf(value.benefitMonth), lastDayOf(value.benefitMonth)].every((on) => {
    const [before, after] = [ageOn(one, on), ageOn(other, on)];
    return after >= 0 && bandOf(before) === bandOf(after) && before < 21 === after < 21 && before >= 18 === after >= 18;
  });

/** Another date of birth in the same band of age, on the first or the fifteenth; undefined where none was found. */
const otherBirthDate = (
  { birthDate }: Member,
  { value, random }: { value: Case; random: Random },
): LocalDate | undefined => {
  const isGrown = ageOn(birthDate, firstDayOf(value.benefitMonth)) >= 21;
  for (let tries = 0; tries < 60; tries += 1) {
    const year = Number(birthDate.slice(0, 4)) + Math.round((random() - 0.5) * (isGrown ? 12 : 4));
    const moved = localDate(
      `${String(year)}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${random() < 0.5 ? "01" : "15"}`,
    );
    if (moved !== birthDate && sameAge(birthDate, moved, value)) return moved;
  }
  return undefined;
};

type Tree = z.output<ReturnType<typeof z.json>>;

const datesIn = (node: Tree): readonly LocalDate[] => {
  if (typeof node === "string") {
    const date = localDateSchema.safeParse(node);
    return date.success ? [date.data] : [];
  }
  if (typeof node !== "object" || node === null) return [];
  return Object.values(node).flatMap(datesIn);
};

/** The first and the last of a month bound a period; the days between could point at the day something happened. */
const isWithinMonth = (date: LocalDate): boolean =>
  date !== firstDayOf(monthOf(date)) && date !== lastDayOf(monthOf(date));

/** So many of the days between the first and the last of a month, in order. */
const drawDays = (month: Month, count: number, random: Random): readonly LocalDate[] => {
  const days = Array.from({ length: daysIn(month) - 2 }, (_, at) => at + 2);
  while (days.length > count) days.splice(Math.floor(random() * days.length), 1);
  return days.map((day) => localDate(`${month}-${String(day).padStart(2, "0")}`));
};

/**
 * Other days of the same months for all that happened within one: what was the same day or earlier stays so. Undefined
 * where a day could not be moved.
 */
const otherDays = (value: Tree, random: Random): ReadonlyMap<string, LocalDate> | undefined => {
  const within = [...new Set(datesIn(value).filter(isWithinMonth))].toSorted();
  const moved = new Map<string, LocalDate>();
  for (const month of new Set(within.map(monthOf))) {
    const before = within.filter((date) => monthOf(date) === month);
    const draws = Array.from({ length: 60 }, () => drawDays(month, before.length, random));
    const days = draws.find((drawn) => before.every((date, at) => drawn[at] !== date));
    if (days === undefined) return undefined;
    for (const [at, date] of before.entries()) moved.set(date, days[at] ?? date);
  }
  return moved;
};

/** Short ids in the order the lines stand, so that nothing of the old ones is left. */
const renamed = (ids: readonly string[], letter: string): ReadonlyMap<string, string> =>
  new Map(ids.map((id, at) => [id, `${letter}${String(at + 1)}`]));

const deductedOre = ({ taxOre = 0, deductions = [] }: Income): number =>
  deductions.reduce((sum, { amountOre }) => sum + amountOre, taxOre);

/** What added up before it was moved adds up after: the gross amount is what is paid and what was taken off. */
const balanced = (income: Income, before: Income | undefined): Income => {
  if (before?.grossOre === undefined || before.taxOre === undefined) return income;
  if (before.grossOre - deductedOre(before) !== before.netOre) return income;
  return { ...income, grossOre: income.netOre + deductedOre(income) };
};

/** Fields that hold what a source or a person wrote, and are left out. */
const leftOut: ReadonlySet<string> = new Set(["printedAs"]);

/**
 * A made-up case of the same shape as a stored one: every id, name and free text is replaced, every date of birth moved
 * within its band of age, every other day moved within its month, and every amount moved by one common factor, to whole
 * fifties, so that what was the same stays the same. Undefined where it cannot be done. Whether the rules say the same of it is for the caller to see.
 */
export const perturbCase = (value: Case, random: Random): Case | undefined => {
  if (value.manualNorm !== undefined) return undefined;
  const factor = (random() < 0.5 ? 0.93 : 1.02) + random() * 0.05;
  const step = factor < 1 ? -coarseOre : coarseOre;
  const amount = (ore: number): number => {
    const rounded = Math.max(coarseOre, Math.round((Math.abs(ore) * factor) / coarseOre) * coarseOre);
    // A small amount comes back where it was: it is moved by a whole step.
    const changed = rounded === Math.abs(ore) ? rounded + step : rounded;
    return ore === 0 ? 0 : Math.sign(ore) * (changed === 0 ? 2 * coarseOre : changed);
  };
  const ids = new Map([
    ...renamed(
      value.household.members.map(({ id }) => id),
      "m",
    ),
    ...renamed(
      value.costs.map(({ id }) => id),
      "k",
    ),
    ...renamed(
      value.incomes.map(({ id }) => id),
      "i",
    ),
    ...renamed(
      (value.assets ?? []).map(({ id }) => id),
      "t",
    ),
    ...renamed(
      (value.documents ?? []).map(({ id }) => id),
      "d",
    ),
    ...renamed(
      (value.linkedApplications ?? []).map(({ id }) => id),
      "s",
    ),
  ]);
  const births = new Map<string, LocalDate>();
  for (const member of value.household.members) {
    const moved = otherBirthDate(member, { value, random });
    if (moved === undefined) return undefined;
    births.set(member.id, moved);
  }
  const tree = z.json().parse(value);
  const days = otherDays(tree, random);
  if (days === undefined) return undefined;
  const change = (node: Tree, key: string): Tree => {
    if (typeof node === "number") return key.endsWith("Ore") ? amount(node) : node;
    if (typeof node === "string") {
      if (key === "id" || key === "memberId" || key === "factId") return ids.get(node) ?? node;
      return key === "municipality" ? anotherMunicipality : (days.get(node) ?? node);
    }
    if (Array.isArray(node)) return node.map((each: Tree) => change(each, key));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).flatMap(([name, each]) => (leftOut.has(name) ? [] : [[name, change(each, name)]])),
    );
  };
  const moved = change(tree, "");
  const read = caseSchema.safeParse(moved);
  if (!read.success) return undefined;
  const members = value.household.members.map(({ id }) => births.get(id));
  return {
    ...read.data,
    incomes: read.data.incomes.map((income, at) => balanced(income, value.incomes[at])),
    household: {
      ...read.data.household,
      members: read.data.household.members.map((member, at) => ({
        ...member,
        birthDate: members[at] ?? member.birthDate,
      })),
    },
  };
};
