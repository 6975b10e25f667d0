import type { Case, Income } from "../../contracts/case.js";
import type { Receipt } from "../../contracts/receipt.js";
import { isToldByApplicant, untoldRows } from "../../rules/letters/untold.js";

/** A payment as it is told apart from another: the row's own id may change between readings, and a judgement may come. */
const paymentKey = ({ memberId, type, source, from, to, paidOn, netOre }: Income): string =>
  JSON.stringify([memberId, type, source, from, to, paidOn, netOre]);

const keysOf = ({ incomes, assets }: ReturnType<typeof untoldRows>): string[] => [
  ...incomes.map((income) => paymentKey(income)),
  ...assets.map(({ kind, source, valueOre }) => JSON.stringify([kind, source, valueOre])),
];

/** Everything in the file that may lower the aid and that the applicant has not told of. */
export const untoldMaterial = (about: Pick<Case, "incomes" | "assets">): string[] => {
  const rows = untoldRows(about);
  return keysOf({ ...rows, incomes: rows.incomes.filter(({ assessed }) => assessed !== "does-not-count") });
};

/** Whether an income that the applicant has not told of lowers the aid: counted by the rulebook, or by a person. */
export const countsUntoldIncome = ({ incomes }: Case, { lines }: Receipt): boolean =>
  incomes.some(
    (income) =>
      !isToldByApplicant(income) &&
      (income.assessed === "counts" ||
        lines.some(
          ({ kind, facts }) => kind === "income" && facts.some((fact) => fact.startsWith(`incomes.${income.id}.`)),
        )),
  );

/**
 * Whether somebody heard on the case as it was then has been heard on all that it holds now: the letter for comments
 * lists these very rows, also those that a person has since decided not to count.
 */
export const wasHeardOn = (now: Case, then: Case | undefined): boolean => {
  if (then === undefined) return false;
  const told = new Set(keysOf(untoldRows(then)));
  return untoldMaterial(now).every((key) => told.has(key));
};
