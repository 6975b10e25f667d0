import { month, monthInWords, monthSchema, type LocalDate, type Month } from "../../contracts/dates.js";
import type { PackProblem, PackTable } from "../../contracts/pack-check.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { tableTitles } from "./row-words.js";

/** From this month the Social Services Act (2025:400) and its ordinance are in force, and those of 2001 are not. */
const turn = month("2025-07");

/** A row that names only acts of one time. Rows that name both say which holds when. */
const ofNewActs = /2025:(400|468)|(?<!\d)12 kap\. \d+ (a )?§+ (SoL|SoF)/;
const ofOldActs = /2001:(453|937)|(?<!\d)4 kap\. \d+ (a |b )?§+ SoL/;

type CitingRow = {
  readonly from: Month | LocalDate;
  readonly to?: Month | LocalDate;
  readonly source: string;
  readonly title?: string;
};

/** A year's norm is read where its table is printed, and a span of law is the acts themselves. */
const citingTables = (pack: RulePack): readonly (readonly [PackTable, readonly CitingRow[]])[] =>
  pack.layer === "national"
    ? [
        ["priceBaseAmounts", pack.priceBaseAmounts],
        ["legalPeriods", pack.legalPeriods],
        ["incomeRules", pack.incomeRules],
      ]
    : [
        ["readings", pack.readings],
        ["costRules", pack.costRules],
        ["incomeRules", pack.incomeRules],
        ["incomeChange", pack.incomeChange],
        ["sourceWait", pack.sourceWait],
        ["materialAge", pack.materialAge],
        ["completion", pack.completion],
        ["leastAnswerTime", pack.leastAnswerTime],
        ["paymentCutOff", pack.paymentCutOff],
        ["letterChannels", pack.letterChannels],
        ["delegation", pack.delegation],
      ];

/** The month of a month or of a day. */
const monthIn = (point: Month | LocalDate): Month => monthSchema.parse(point.slice(0, 7));

/** The first month in which a row is read in an act that is not in force; undefined where there is none. */
const monthWithoutAct = ({ from, to, source, title }: CitingRow): Month | undefined => {
  const says = `${title ?? ""} ${source}`;
  const [isNew, isOld] = [ofNewActs.test(says), ofOldActs.test(says)];
  const first = monthIn(from);
  if (isNew && !isOld && first < turn) return first;
  if (isOld && !isNew && (to === undefined || monthIn(to) >= turn)) return first > turn ? first : turn;
  return undefined;
};

/** That every row is read in an act that is in force while the row holds: a decision cannot rest on one that is not. */
export const proveActsInForce = (pack: RulePack): readonly PackProblem[] =>
  citingTables(pack).flatMap(([table, rows]) =>
    rows.flatMap((row, at): readonly PackProblem[] => {
      const on = monthWithoutAct(row);
      if (on === undefined) return [];
      const title = `${tableTitles[table]}, rad ${String(at + 1)}`;
      return [
        {
          code: "act-not-in-force",
          table,
          row: `${table}[${String(at)}]`,
          title,
          message: `${title}: ${row.source} gällde inte i ${monthInWords(on)}. Socialtjänstlagen (2025:400) gäller från juli 2025, och lagen från 2001 till och med juni 2025.`,
          counterexample: { kind: "month", month: on, text: `En ansökan som gäller ${monthInWords(on)}.` },
        },
      ];
    }),
  );
