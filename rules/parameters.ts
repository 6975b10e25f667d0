import type { IncomeType } from "../contracts/codes/incomes.js";
import { readingChoicesSchema, type ReadingChoices } from "../contracts/codes/open-readings.js";
import type { CostType } from "../contracts/codes/costs.js";
import type { AutomaticChannel } from "../contracts/delivery.js";
import { addMonths, daysIn, firstDayOf, lastDayOf, type LocalDate, type Month } from "../contracts/dates.js";
import type {
  CitationKey,
  CitedAmount,
  CostRule,
  IncomeTreatment,
  LegalPeriod,
  NormCellKey,
  Packs,
  PaymentCutOff,
  StoppedRule,
} from "../contracts/rule-pack.js";

/** The dates of the month that is assessed. */
export type Calendar = {
  readonly month: Month;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly days: number;
  /** The month whose incomes meet the need: the one before. */
  readonly controlMonth: Month;
};

/** Everything the packs say about one month. */
export type Parameters = {
  readonly calendar: Calendar;
  readonly law: LegalPeriod | undefined;
  readonly normCell: (key: NormCellKey) => CitedAmount | undefined;
  readonly priceBaseAmount: CitedAmount | undefined;
  readonly choices: ReadingChoices;
  readonly costRule: (type: CostType) => CostRule | undefined;
  readonly incomeTreatment: (
    type: IncomeType,
  ) => { readonly treatment: IncomeTreatment; readonly source: string } | undefined;
  readonly incomeChangePercent: number | undefined;
  readonly sourceWaitDays: number | undefined;
  /** How many days old what was read may be when a person decides. */
  readonly materialAgeDays: number | undefined;
  readonly completion: { readonly answerDays: number; readonly remindDaysBefore: number } | undefined;
  /** The fewest days an applicant is given to answer; undefined where the municipality has not said. */
  readonly leastAnswerDays: number | undefined;
  /** When the file of a day of payment leaves for the bank. */
  readonly paymentCutOff: PaymentCutOff | undefined;
  /** The channels that letters may leave by, in order. */
  readonly letterChannels: readonly AutomaticChannel[];
  readonly municipality: string | undefined;
  /** Why a provision is not used by the machine, where a person has stopped it. */
  readonly stopped: (provision: string) => StoppedRule | undefined;
  /** The paragraphs behind the keys, as they are numbered in the month. */
  readonly cite: (keys: readonly CitationKey[]) => string[];
};

type Dated = { readonly from: Month; readonly to?: Month };

/** Whether a row holds in a month. ISO months order as text. */
export const isInForce = (row: Dated, month: Month): boolean =>
  row.from <= month && (row.to === undefined || month <= row.to);

/** The row that holds in a month: the one that started last. */
export const inForce = <T extends Dated>(rows: readonly T[], month: Month): T | undefined =>
  rows
    .filter((row) => isInForce(row, month))
    .reduce<T | undefined>((latest, row) => (latest === undefined || row.from > latest.from ? row : latest), undefined);

const byType = <Type extends string, T extends Dated & { readonly type: Type }>(rows: readonly T[], month: Month) => {
  const found = new Map<Type, T>();
  for (const row of rows) {
    const earlier = found.get(row.type);
    if (isInForce(row, month) && (earlier === undefined || row.from > earlier.from)) found.set(row.type, row);
  }
  return found;
};

const resolve = ({ national, municipal, stopped = [] }: Packs, month: Month): Parameters => {
  const law = inForce(
    national.flatMap((pack) => pack.legalPeriods),
    month,
  );
  const norm = inForce(
    national.flatMap((pack) => pack.riksnorm),
    month,
  );
  const nationalIncomes = byType(
    national.flatMap((pack) => pack.incomeRules),
    month,
  );
  const localIncomes = byType(municipal?.incomeRules ?? [], month);
  const costRules = byType(municipal?.costRules ?? [], month);
  const readings = (municipal?.readings ?? [])
    .filter((row) => isInForce(row, month))
    .toSorted((one, other) => one.from.localeCompare(other.from));
  const cited = new WeakMap<readonly CitationKey[], string[]>();
  return {
    calendar: {
      month,
      firstDay: firstDayOf(month),
      lastDay: lastDayOf(month),
      days: daysIn(month),
      controlMonth: addMonths(month, -1),
    },
    law,
    normCell: (key) => norm?.cells[key],
    priceBaseAmount: inForce(
      national.flatMap((pack) => pack.priceBaseAmounts),
      // The year that the earnings are of: a January is paid on what was earned in December (12 kap. 9 § SoL).
      addMonths(month, -1),
    )?.amount,
    choices: readingChoicesSchema.parse(Object.fromEntries(readings.map(({ key, option }) => [key, option]))),
    costRule: (type) => costRules.get(type),
    incomeTreatment: (type) => localIncomes.get(type) ?? nationalIncomes.get(type),
    incomeChangePercent: inForce(municipal?.incomeChange ?? [], month)?.percent,
    sourceWaitDays: inForce(municipal?.sourceWait ?? [], month)?.days,
    materialAgeDays: inForce(municipal?.materialAge ?? [], month)?.days,
    completion: inForce(municipal?.completion ?? [], month),
    leastAnswerDays: inForce(municipal?.leastAnswerTime ?? [], month)?.days,
    paymentCutOff: inForce(municipal?.paymentCutOff ?? [], month),
    letterChannels: inForce(municipal?.letterChannels ?? [], month)?.channels ?? [],
    municipality: municipal?.municipality,
    stopped: (provision) => stopped.find((stop) => stop.provision === provision),
    cite: (keys) => {
      const found = cited.get(keys) ?? keys.flatMap((key) => law?.citations[key] ?? []);
      cited.set(keys, found);
      return found;
    },
  };
};

/** Packs never change once read, so what they say of a month is worked out once per set of packs. */
const resolved = new WeakMap<Packs, Map<Month, Parameters>>();

/** What the packs say about a month. */
export const parametersFor = (packs: Packs, month: Month): Parameters => {
  const months = resolved.get(packs) ?? new Map<Month, Parameters>();
  resolved.set(packs, months);
  const found = months.get(month) ?? resolve(packs, month);
  months.set(month, found);
  return found;
};
