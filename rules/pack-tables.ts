import { addDays, addMonths, monthOf, type LocalDate, type Month } from "../contracts/dates.js";
import type { MunicipalPack, NationalPack, RulePack } from "../contracts/rule-pack.js";

/** What every row of every table has: from and to when it holds, by month or by day, and where it is read. */
export type PackRow<Point extends string> = { readonly from: Point; readonly to?: Point; readonly source: string };

/** A table's lines: rows with the same key follow one another. `from` is the day asked about, in the table's unit. */
export type Lines<Point extends string, Row extends PackRow<Point>> = {
  readonly keyOf: (row: Row) => string;
  readonly from: Point;
  readonly before: (point: Point) => Point;
};

/** Makes the rows of one table out of the same table of several packs. */
export type TableWork = <Point extends string, Row extends PackRow<Point>>(
  tables: readonly (readonly Row[])[],
  lines: Lines<Point, Row>,
) => Row[];

const monthBefore = (month: Month): Month => addMonths(month, -1);
const dayBefore = (day: LocalDate): LocalDate => addDays(day, -1);

/**
 * A pack with the head of the first, and every table made by `work` out of the tables of all. Undefined where they are
 * not of one layer.
 */
export const workTables = (
  [first, ...others]: readonly [RulePack, ...RulePack[]],
  on: LocalDate,
  work: TableWork,
): RulePack | undefined => {
  const byMonth = { keyOf: () => "all", from: monthOf(on), before: monthBefore };
  const byType = { ...byMonth, keyOf: ({ type }: { readonly type: string }) => type };
  if (first.layer === "national") {
    const rest = others.filter((pack): pack is NationalPack => pack.layer === "national");
    if (rest.length < others.length) return undefined;
    const all = [first, ...rest];
    return {
      ...first,
      riksnorm: work(
        all.map((pack) => pack.riksnorm),
        byMonth,
      ),
      priceBaseAmounts: work(
        all.map((pack) => pack.priceBaseAmounts),
        byMonth,
      ),
      legalPeriods: work(
        all.map((pack) => pack.legalPeriods),
        byMonth,
      ),
      incomeRules: work(
        all.map((pack) => pack.incomeRules),
        byType,
      ),
    };
  }
  const rest = others.filter((pack): pack is MunicipalPack => pack.layer === "municipal");
  if (rest.length < others.length) return undefined;
  const all = [first, ...rest];
  const byDay = { keyOf: () => "", from: on, before: dayBefore };
  return {
    ...first,
    readings: work(
      all.map((pack) => pack.readings),
      { ...byMonth, keyOf: ({ key }) => key },
    ),
    costRules: work(
      all.map((pack) => pack.costRules),
      byType,
    ),
    incomeRules: work(
      all.map((pack) => pack.incomeRules),
      byType,
    ),
    incomeChange: work(
      all.map((pack) => pack.incomeChange),
      byMonth,
    ),
    sourceWait: work(
      all.map((pack) => pack.sourceWait),
      byMonth,
    ),
    materialAge: work(
      all.map((pack) => pack.materialAge),
      byMonth,
    ),
    completion: work(
      all.map((pack) => pack.completion),
      byMonth,
    ),
    leastAnswerTime: work(
      all.map((pack) => pack.leastAnswerTime),
      byMonth,
    ),
    paymentCutOff: work(
      all.map((pack) => pack.paymentCutOff),
      byMonth,
    ),
    letterChannels: work(
      all.map((pack) => pack.letterChannels),
      byMonth,
    ),
    delegation: work(
      all.map((pack) => pack.delegation),
      {
        ...byDay,
        // An item may stand beside itself with another limit for other outcomes: each is a mandate of its own.
        keyOf: ({ item, role, automated, outcomes }) =>
          `${item}:${role ?? automated?.name ?? ""}:${outcomes.toSorted().join("+")}`,
      },
    ),
  };
};
