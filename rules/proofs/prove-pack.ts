import { costTypes } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { openReadings } from "../../contracts/codes/open-readings.js";
import type { Month } from "../../contracts/dates.js";
import type { PackProblem, PackTable } from "../../contracts/pack-check.js";
import type { MunicipalPack, NationalPack, RulePack } from "../../contracts/rule-pack.js";
import { proveActsInForce } from "./acts-in-force.js";
import { proveCitedAmounts } from "./cited-amounts.js";
import { proveClasses } from "./classes.js";
import { proveDelegation } from "./delegation.js";
import { proveGuidelines } from "./guidelines.js";
import { proveLawOfTables, proveLegalPeriods } from "./legal-periods.js";
import { proveLocalIncomes } from "./local-incomes.js";
import { proveNormTables } from "./norm-tables.js";
import { tableTitles } from "./row-words.js";
import { proveSettings } from "./settings.js";
import { proveTimeline, type TimedRow } from "./timeline.js";

type Dated = { readonly from: Month; readonly to?: Month };

/** What a table's rows are told apart by, in words; undefined where the table has one line through time. */
type NameOf<Row> = (row: Row) => string | undefined;

const rowsOf = <Row extends Dated>(
  table: PackTable,
  { rows, isOwn, nameOf }: { readonly rows: readonly Row[]; readonly isOwn: boolean; readonly nameOf: NameOf<Row> },
): readonly TimedRow[] =>
  rows.map((row, at) => {
    const name = nameOf(row);
    return {
      from: row.from,
      ...(row.to === undefined ? {} : { to: row.to }),
      table,
      row: `${table}[${String(at)}]`,
      title: name === undefined ? tableTitles[table] : `${tableTitles[table]}: ${name}`,
      isOwn,
    };
  });

/** Rows that follow one another in time, line by line. */
const proveLines = (rows: readonly TimedRow[]): readonly PackProblem[] =>
  [...new Set(rows.map(({ title }) => title))].flatMap((title) =>
    proveTimeline(rows.filter((row) => row.title === title)),
  );

const one: NameOf<unknown> = () => undefined;
const incomeName: NameOf<MunicipalPack["incomeRules"][number]> = ({ type }) => incomeTypes[type].title;

const nationalLines = (pack: NationalPack, isOwn: boolean): readonly TimedRow[] => [
  ...rowsOf("riksnorm", { rows: pack.riksnorm, isOwn, nameOf: one }),
  ...rowsOf("priceBaseAmounts", { rows: pack.priceBaseAmounts, isOwn, nameOf: one }),
  ...rowsOf("legalPeriods", { rows: pack.legalPeriods, isOwn, nameOf: one }),
  ...rowsOf("incomeRules", { rows: pack.incomeRules, isOwn, nameOf: incomeName }),
];

const municipalLines = (pack: MunicipalPack): readonly TimedRow[] => {
  const isOwn = true;
  return [
    ...rowsOf("readings", { rows: pack.readings, isOwn, nameOf: ({ key }) => openReadings[key].title }),
    ...rowsOf("costRules", { rows: pack.costRules, isOwn, nameOf: ({ type }) => costTypes[type].title }),
    ...rowsOf("incomeRules", { rows: pack.incomeRules, isOwn, nameOf: incomeName }),
    ...rowsOf("incomeChange", { rows: pack.incomeChange, isOwn, nameOf: one }),
    ...rowsOf("sourceWait", { rows: pack.sourceWait, isOwn, nameOf: one }),
    ...rowsOf("materialAge", { rows: pack.materialAge, isOwn, nameOf: one }),
    ...rowsOf("completion", { rows: pack.completion, isOwn, nameOf: one }),
    ...rowsOf("leastAnswerTime", { rows: pack.leastAnswerTime, isOwn, nameOf: one }),
    ...rowsOf("paymentCutOff", { rows: pack.paymentCutOff, isOwn, nameOf: one }),
    ...rowsOf("letterChannels", { rows: pack.letterChannels, isOwn, nameOf: one }),
  ];
};

const proveMunicipal = (pack: MunicipalPack, national: readonly NationalPack[]): readonly PackProblem[] => [
  ...proveLines(municipalLines(pack)),
  ...proveGuidelines(pack),
  ...proveLocalIncomes(pack, national),
  ...proveSettings(pack),
  ...proveDelegation(pack),
  ...proveClasses(pack),
  ...proveActsInForce(pack),
];

const proveNational = (pack: NationalPack, national: readonly NationalPack[]): readonly PackProblem[] => {
  const others = national.filter(({ id }) => id !== pack.id);
  return [
    ...proveLines([...nationalLines(pack, true), ...others.flatMap((other) => nationalLines(other, false))]),
    ...proveNormTables(pack, others),
    ...proveCitedAmounts(pack, national),
    ...proveLawOfTables(pack, [...others, pack]),
    ...proveLegalPeriods(pack, national),
    ...proveClasses(pack),
    ...proveActsInForce(pack),
  ];
};

/**
 * Everything wrong in a pack, seen against the national law that is in force: holes, contradictions and guardrails, each
 * with what falls in it. A national pack takes the place of the one with its id. Empty where the pack may be used.
 */
export const provePack = (pack: RulePack, national: readonly NationalPack[]): readonly PackProblem[] =>
  pack.layer === "municipal" ? proveMunicipal(pack, national) : proveNational(pack, national);
