import { addMonths, monthInWords, type Month } from "../../contracts/dates.js";
import type { PackProblemCode } from "../../contracts/codes/pack-problems.js";
import type { PackProblem, PackTable } from "../../contracts/pack-check.js";
import { citationNames } from "../../contracts/pack-words.js";
import type { CitationKey, LegalPeriod, NationalPack } from "../../contracts/rule-pack.js";
import { isInForce, parametersFor } from "../parameters.js";
import { provisions } from "../rulebook.js";
import { periodInWords } from "./row-words.js";

type Found = { readonly code: PackProblemCode; readonly month: Month; readonly message: string };
type Place = { readonly table: PackTable; readonly row: string; readonly title: string };

const problemOf = ({ table, row, title }: Place, { code, month, message }: Found): PackProblem => ({
  code,
  table,
  row,
  title,
  message: `${title}: ${message}`,
  counterexample: { kind: "month", month, text: `En ansökan som gäller ${monthInWords(month)}.` },
});

/** The paragraphs that letters cite whatever the case is. */
const citedInLetters = ["right-to-aid", "discretionary-aid", "hear-party"] as const satisfies readonly CitationKey[];

/** What is cited in a month of a period, and by which provision it is cited first. */
const citedIn = ({
  from,
  to,
}: LegalPeriod): ReadonlyMap<CitationKey, { readonly by: string; readonly month: Month }> => {
  const cited = new Map<CitationKey, { by: string; month: Month }>();
  for (const key of citedInLetters) cited.set(key, { by: "breven", month: from });
  for (const { basis, from: start, title } of provisions)
    for (const key of basis)
      if (!cited.has(key) && (to === undefined || start <= to))
        cited.set(key, { by: `”${title}”`, month: start > from ? start : from });
  return cited;
};

const citations = (period: LegalPeriod): readonly Found[] =>
  period.codified
    ? [...citedIn(period)].flatMap(([key, { by, month }]): readonly Found[] =>
        period.citations[key] === undefined
          ? [
              {
                code: "citation-missing",
                month,
                message: `lagrum saknas för ${citationNames[key].toLocaleLowerCase("sv")}, som ${by} hänvisar till.`,
              },
            ]
          : [],
      )
    : [];

/**
 * A month whose law no rule expresses cannot become codified by data: the rules themselves are code, and a new version
 * of them says what they express.
 */
const madeCodified = (period: LegalPeriod, national: readonly NationalPack[]): readonly Found[] => {
  if (!period.codified) return [];
  const inForce = national.flatMap(({ legalPeriods }) => legalPeriods);
  const months = [period.from, ...inForce.map(({ from }) => from)]
    .filter((month) => isInForce(period, month))
    .toSorted();
  const month = months.find((one) => parametersFor({ national, municipal: undefined }, one).law?.codified === false);
  if (month === undefined) return [];
  return [
    {
      code: "law-not-codified",
      month,
      message: `lagen i ${monthInWords(month)} finns inte uttryckt som regler. Det kan bara en ny version av reglerna ändra, inte ett regelpaket.`,
    },
  ];
};

/** That every legal period cites what the rules rest on in its months, and that none makes law of what is not codified. */
export const proveLegalPeriods = (pack: NationalPack, national: readonly NationalPack[]): readonly PackProblem[] =>
  pack.legalPeriods.flatMap((period, at) => {
    const place = {
      table: "legalPeriods",
      row: `legalPeriods[${String(at)}]`,
      title: `Laggrund ${period.title}`,
    } as const;
    return [...citations(period), ...madeCodified(period, national)].map((found) => problemOf(place, found));
  });

/** That no table of the norm holds in a month that has no legal period at all. */
export const proveLawOfTables = (pack: NationalPack, together: readonly NationalPack[]): readonly PackProblem[] =>
  pack.riksnorm.flatMap((table, at) => {
    const packs = { national: together, municipal: undefined };
    for (let month = table.from; month <= table.to; month = addMonths(month, 1))
      if (parametersFor(packs, month).law === undefined)
        return [
          problemOf(
            { table: "riksnorm", row: `riksnorm[${String(at)}]`, title: `Riksnorm ${periodInWords(table)}` },
            {
              code: "month-without-law",
              month,
              message: `det finns ingen laggrund för ${monthInWords(month)}. Ingen kan få beslut för månaden.`,
            },
          ),
        ];
    return [];
  });
