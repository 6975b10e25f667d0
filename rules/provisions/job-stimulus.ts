import type { Member } from "../../contracts/case.js";
import type { IncomeType } from "../../contracts/codes/incomes.js";
import { month } from "../../contracts/dates.js";
import { adultsIncomes, countable, type MonthIncome } from "../counted-incomes.js";
import type { Facts, Row } from "../facts.js";
import { cannotTell, met } from "../findings.js";
import { adultsOf } from "../household.js";
import type { Context, Evaluation, Provision } from "../provision.js";
import { roundOre } from "../rounding.js";
import {
  hasStimulusIn,
  monthsOfRight,
  stimulusMonthOf,
  stimulusPeriods,
  withoutMonthsBeforeRule,
  type MonthOfAid,
} from "../stimulus-months.js";

const disregardedShare = 0.25;

const otherEmployerPay: readonly IncomeType[] = ["holiday-pay", "severance-pay"];

/** Months of the person's history, with what each means for the run. Undefined where the history is not known. */
const monthsOfAid = (
  adult: Row<Member>,
  { facts, context }: { facts: Facts; context: Context },
): readonly MonthOfAid[] | undefined =>
  facts
    .history()
    ?.filter((row) => {
      const memberId = row.get("memberId");
      return memberId === undefined || memberId === adult.id;
    })
    .map((row) => {
      const outcome = row.get("outcome");
      const counts =
        outcome === "granted" ||
        outcome === "partly-granted" ||
        (outcome === "emergency" && context.reading("stimulus-emergency") === "counts");
      return { month: row.get("month"), counts };
    });

const isEmployerPay = (type: IncomeType, context: Context): boolean =>
  type === "salary" || (otherEmployerPay.includes(type) && context.reading("stimulus-scope") === "all-employer-pay");

const forAdult = (
  { adult, incomes }: { adult: Row<Member>; incomes: readonly MonthIncome[] },
  { facts, context }: { facts: Facts; context: Context },
): Evaluation => {
  const mark = facts.mark();
  const pay = incomes.flatMap((income) => {
    if (income.row.get("memberId") !== adult.id || !isEmployerPay(income.row.get("type"), context)) return [];
    const counted = countable(income, context);
    return counted.kind === "counts" ? [counted.amountOre] : [];
  });
  const payOre = pay.reduce((sum, amountOre) => sum + amountOre, 0);
  if (payOre === 0) return { findings: [] };

  const months = monthsOfAid(adult, { facts, context });
  if (months === undefined)
    return {
      findings: [
        cannotTell("stimulus-settled", facts.since(mark), {
          reason: "history-unclear",
          factId: adult.id,
          text: "Tidigare månader med bistånd är inte kända, så det går inte att se om jobbstimulansen gäller.",
        }),
      ],
      parts: { income: null },
    };
  const { controlMonth, month: benefitMonth } = context.calendar;
  const periods = stimulusPeriods(months);
  const inSalaryMonth = hasStimulusIn(controlMonth, periods);
  const inBenefitMonth = hasStimulusIn(benefitMonth, periods);
  const decides = context.reading("stimulus-month", inSalaryMonth !== inBenefitMonth);
  const decidingMonth = decides === "salary-month" ? controlMonth : benefitMonth;
  const applies = hasStimulusIn(decidingMonth, periods);
  const read = facts.since(mark);
  if (applies !== hasStimulusIn(decidingMonth, stimulusPeriods(withoutMonthsBeforeRule(months))))
    return {
      findings: [
        cannotTell("stimulus-settled", read, {
          reason: "history-unclear",
          factId: adult.id,
          text: "Jobbstimulansen beror på månader före juli 2013, då regeln började gälla. Om de räknas är inte klarlagt.",
        }),
      ],
      parts: { income: null },
    };
  if (!applies) return { findings: [met("stimulus-settled", read, "Jobbstimulansen gäller inte.")] };

  const number = stimulusMonthOf(decidingMonth, periods) ?? 0;
  const exactOre = payOre * disregardedShare;
  const amountOre = roundOre(exactOre, context.reading("round-stimulus", exactOre % 100 !== 0));
  return {
    findings: [
      met("stimulus-settled", read, `Jobbstimulansen gäller, månad ${String(number)} av ${String(monthsOfRight)}.`),
    ],
    lines: [
      {
        kind: "disregard",
        amountOre,
        verified: true,
        text: "Jobbstimulans, en fjärdedel av lönen räknas inte",
        facts: read,
      },
    ],
    parts: { income: -amountOre },
  };
};

/** A quarter of the pay is disregarded for two years after six months in a row with income support. */
export const jobStimulus: Provision = {
  id: "job-stimulus",
  title: "Jobbstimulans",
  basis: ["job-stimulus"],
  from: month("2013-07"),
  explanation:
    "Den som har haft försörjningsstöd sex månader i följd får behålla en fjärdedel av sin nettolön i två år, även om det blir uppehåll. Därefter krävs sex nya månader i följd. Ett avslag bryter de sex månaderna. Månader i en annan kommun räknas. Regeln gäller var och en för sig.",
  evaluate: (facts, context) => {
    const incomes = adultsIncomes(facts, context);
    const each = adultsOf(facts).map((adult) => forAdult({ adult, incomes }, { facts, context }));
    const amounts = each.map(({ parts }) => parts?.income);
    const income = amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
    return {
      findings: each.flatMap(({ findings }) => findings),
      lines: each.flatMap(({ lines }) => lines ?? []),
      parts: { income },
    };
  },
};
