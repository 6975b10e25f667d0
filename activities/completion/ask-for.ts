import type { Case } from "../../contracts/case.js";
import { costTypes } from "../../contracts/codes/costs.js";
import type { Reason } from "../../contracts/codes/reasons.js";
import { addDays, type LocalDate } from "../../contracts/dates.js";
import type { Assessed, Finding } from "../../contracts/receipt.js";

/** What to ask the applicant for, one point for each thing, and the cause that is asked about once. */
export type AskedFor = { readonly cause: string; readonly items: string[] };

/** Reasons that only the applicant can do something about, with what they are asked for. */
const asks: Partial<Record<Reason, (finding: Finding, input: Case) => string>> = {
  "signature-missing": () =>
    "Underskrift av den du bor tillsammans med. Ansökan gäller från den dag den kom in, men ni behöver båda skriva under den.",
  "document-unreadable": ({ factId }, { costs }) => {
    const cost = costs.find(({ id }) => id === factId);
    const what =
      cost === undefined
        ? "ett av dina underlag"
        : `underlaget för ${costTypes[cost.type].title.toLocaleLowerCase("sv")}`;
    return `En ny, tydlig bild av ${what}. Det går inte att läsa det du har skickat.`;
  },
};

/**
 * What to ask for, where a case waits and the applicant can do something about it; undefined where it does not. A case
 * that a person has to look at anyway is theirs: they ask for everything at once.
 */
export const whatToAskFor = ({
  assessed,
  input,
}: {
  readonly assessed: Pick<Assessed, "outcome" | "findings">;
  readonly input: Case;
}): AskedFor | undefined => {
  if (assessed.outcome !== "waiting") return undefined;
  const open = assessed.findings.flatMap((finding) => {
    const { reason, result, settled, factId } = finding;
    const ask = reason === undefined || result === "met" || settled === true ? undefined : asks[reason];
    return ask === undefined || reason === undefined
      ? []
      : [{ code: factId === undefined ? reason : `${reason}:${factId}`, item: ask(finding, input) }];
  });
  if (open.length === 0) return undefined;
  return {
    cause: open
      .map(({ code }) => code)
      .toSorted()
      .join(" "),
    items: open.map(({ item }) => item),
  };
};

/**
 * The last day to complete. Brought forward where the household's money would otherwise come late: a person takes over
 * before the day it is due (FL 9 §), but never so early that there is no day to answer, or
 * fewer days than the municipality gives at the least.
 */
export const lastDayToComplete = (
  today: LocalDate,
  {
    answerDays,
    leastDays = 1,
    dueOn,
  }: { readonly answerDays: number; readonly leastDays?: number | undefined; readonly dueOn: LocalDate | null },
): LocalDate => {
  const usual = addDays(today, Math.max(answerDays, leastDays));
  if (dueOn === null || usual < dueOn) return usual;
  const beforeDue = addDays(dueOn, -1);
  return beforeDue >= addDays(today, leastDays) ? beforeDue : usual;
};

/** The day of the reminder; undefined where there is no day left for one between now and the last. */
export const remindOn = (
  answerBy: LocalDate,
  { today, daysBefore }: { readonly today: LocalDate; readonly daysBefore: number },
): LocalDate | undefined => {
  const day = addDays(answerBy, -daysBefore);
  return day > today ? day : undefined;
};
