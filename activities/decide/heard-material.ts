import type { Case, Income } from "../../contracts/case.js";
import type { Receipt } from "../../contracts/receipt.js";

/** What the applicant has said themselves is not material that they have to be heard about (FL 25 §). */
const isToldByApplicant = ({ source, declared }: Income): boolean => source === "applicant" || declared === true;

/** A payment as it is told apart from another: the row's own id may change between readings, and a judgement may come. */
const paymentKey = ({ memberId, type, source, from, to, paidOn, netOre }: Income): string =>
  JSON.stringify([memberId, type, source, from, to, paidOn, netOre]);

/** Everything in the file that may lower the aid and that the applicant has not told of. */
export const untoldMaterial = ({ incomes, assets = [] }: Pick<Case, "incomes" | "assets">): string[] => [
  ...incomes
    .filter((income) => !isToldByApplicant(income) && income.assessed !== "does-not-count")
    .map((income) => paymentKey(income)),
  ...assets
    // One that was judged an earlier month was heard on then.
    .filter(({ source, knownSince }) => source !== "applicant" && knownSince === undefined)
    .map(({ kind, source, valueOre }) => JSON.stringify([kind, source, valueOre])),
];

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

/** Whether somebody heard on the case as it was then has been heard on all that it holds now. */
export const wasHeardOn = (now: Case, then: Case | undefined): boolean => {
  if (then === undefined) return false;
  // What a person has since decided not to count was still there to comment on.
  const told = new Set(
    untoldMaterial({ ...then, incomes: then.incomes.map((one) => ({ ...one, assessed: "counts" })) }),
  );
  return untoldMaterial(now).every((key) => told.has(key));
};
