import { incomeTypes } from "../../contracts/codes/incomes.js";
import { monthInWords, type Month } from "../../contracts/dates.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import { treatmentNames } from "../../contracts/pack-words.js";
import type { IncomeTreatment, MunicipalPack, NationalPack } from "../../contracts/rule-pack.js";
import { isInForce, parametersFor } from "../parameters.js";

type LocalRule = MunicipalPack["incomeRules"][number];

/** The two treatments that hand an income to a person. What no rule says anything about is a person's as well. */
const isPersons = (treatment: IncomeTreatment | undefined): boolean =>
  treatment === undefined || treatment === "person" || treatment === "deposit";

/** What a local rule does that it may not, seen against the national treatment of one month. */
const breach = (
  { treatment }: LocalRule,
  national: IncomeTreatment | undefined,
): "income-guard-lowered" | "income-treatment-turned" | undefined => {
  if (isPersons(treatment) || treatment === national) return undefined;
  return isPersons(national) ? "income-guard-lowered" : "income-treatment-turned";
};

const whyNot = {
  "income-guard-lowered":
    "En kommun kan låta en person bedöma fler inkomster, men inte göra en regel av det som en person ska bedöma.",
  "income-treatment-turned":
    "En kommun kan låta en person bedöma inkomsten, men inte vända på om den räknas. Det vore en sänkning eller en gåva utan prövning.",
} as const;

/** The months when what the law says of an income may turn, within the months of a local rule. */
const turningMonths = (rule: LocalRule, national: readonly NationalPack[]): readonly Month[] =>
  [rule.from, ...national.flatMap(({ incomeRules }) => incomeRules).map(({ from }) => from)]
    .filter((month) => isInForce(rule, month))
    .toSorted();

/** That a municipality only ever hands more incomes to a person, and never fewer. */
export const proveLocalIncomes = (
  { incomeRules }: MunicipalPack,
  national: readonly NationalPack[],
): readonly PackProblem[] =>
  incomeRules.flatMap((rule, at) => {
    const packs = { national, municipal: undefined };
    for (const month of turningMonths(rule, national)) {
      const law = parametersFor(packs, month).incomeTreatment(rule.type)?.treatment;
      const code = breach(rule, law);
      if (code === undefined) continue;
      const name = incomeTypes[rule.type].title;
      const title = `Inkomst: ${name}, från ${monthInWords(rule.from)}`;
      return [
        {
          code,
          table: "incomeRules",
          row: `incomeRules[${String(at)}]`,
          title,
          message: `${title}. I det nationella lagret: ${law === undefined ? "ingen regel, så en person bedömer" : treatmentNames[law].toLocaleLowerCase("sv")}. Här: ${treatmentNames[rule.treatment].toLocaleLowerCase("sv")}. ${whyNot[code]}`,
          counterexample: {
            kind: "income",
            month,
            incomeType: rule.type,
            text: `Ett hushåll som får ${name.toLocaleLowerCase("sv")} i ${monthInWords(month)}.`,
          },
        },
      ];
    }
    return [];
  });
