import { incomeTypes } from "../../../../contracts/codes/incomes.js";
import { openReadings, optionsOf, readingKeySchema } from "../../../../contracts/codes/open-readings.js";
import { addMonths, type Month } from "../../../../contracts/dates.js";
import { readingInWords, treatmentNames } from "../../../../contracts/pack-words.js";
import {
  incomeTreatmentSchema,
  paymentCutOffSchema,
  type MunicipalPack,
  type RulePack,
} from "../../../../contracts/rule-pack.js";
import { choiceField, countField } from "./fields.js";
import type { Field } from "./field.js";
import { editable, type TableSpec } from "./table-spec.js";

/** Tables by month whose lines nobody may add to. */
const byMonth = {
  blanks: () => [],
  pointOf: (month: Month) => month,
  before: (month: Month) => addMonths(month, -1),
};

const overlay = (pack: RulePack): MunicipalPack | undefined => (pack.layer === "municipal" ? pack : undefined);

type Days = MunicipalPack["sourceWait"][number];
type DaysTable = "sourceWait" | "materialAge" | "leastAnswerTime";

const daysTable = (table: DaysTable, title: string) =>
  editable<Month, Days>({
    ...byMonth,
    table,
    title,
    rowsOf: (pack) => overlay(pack)?.[table] ?? [],
    withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, [table]: [...rows] } : pack),
    nameOf: () => "all",
    titleOf: () => title,
    classOf: (row) => row.class,
    fields: () => [
      countField(
        { name: "days", title: "Antal dagar", unit: "dagar", most: 60 },
        { read: ({ days }) => days, write: (row, days) => ({ ...row, days }) },
      ),
    ],
  });

type Reading = MunicipalPack["readings"][number];
const readingField = ({ key }: Reading): Field<Reading> =>
  choiceField(
    {
      name: "option",
      title: "Läses som",
      options: optionsOf(key).map((value) => ({ value, label: readingInWords(key, value) })),
    },
    {
      read: ({ option }) => option,
      write: (row, option) => (optionsOf(key).includes(option) ? { ...row, option } : undefined),
    },
  );

const readings = editable<Month, Reading>({
  ...byMonth,
  table: "readings",
  title: "Öppna tolkningar",
  rowsOf: (pack) => overlay(pack)?.readings ?? [],
  withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, readings: [...rows] } : pack),
  nameOf: ({ key }) => key,
  titleOf: ({ key }) => openReadings[key].title,
  classOf: (row) => row.class,
  fields: (row) => [readingField(row)],
  blanks: (from) =>
    readingKeySchema.options.map((key): Reading => ({ key, option: "", from, class: "board-guideline", source: "" })),
});

type IncomeChange = MunicipalPack["incomeChange"][number];
const incomeChange = editable<Month, IncomeChange>({
  ...byMonth,
  table: "incomeChange",
  title: "Ändring av inkomst utan fråga",
  rowsOf: (pack) => overlay(pack)?.incomeChange ?? [],
  withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, incomeChange: [...rows] } : pack),
  nameOf: () => "all",
  titleOf: () => "Ändring av inkomst utan fråga",
  classOf: (row) => row.class,
  fields: () => [
    countField(
      { name: "percent", title: "Högst skillnad mot förra månaden", unit: "procent", most: 100 },
      { read: ({ percent }) => percent, write: (row, percent) => ({ ...row, percent }) },
    ),
  ],
});

type Completion = MunicipalPack["completion"][number];
const completion = editable<Month, Completion>({
  ...byMonth,
  table: "completion",
  title: "Komplettering som systemet begär",
  rowsOf: (pack) => overlay(pack)?.completion ?? [],
  withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, completion: [...rows] } : pack),
  nameOf: () => "all",
  titleOf: () => "Komplettering som systemet begär",
  classOf: (row) => row.class,
  fields: () => [
    countField(
      { name: "answer", title: "Tid att svara", unit: "dagar", most: 60 },
      { read: ({ answerDays }) => answerDays, write: (row, answerDays) => ({ ...row, answerDays }) },
    ),
    countField(
      { name: "remind", title: "Påminnelse före sista dagen", unit: "dagar", most: 59 },
      {
        read: ({ remindDaysBefore }) => remindDaysBefore,
        write: (row, before) => ({ ...row, remindDaysBefore: before }),
      },
    ),
  ],
});

type CutOff = MunicipalPack["paymentCutOff"][number];
const cutOff = editable<Month, CutOff>({
  ...byMonth,
  table: "paymentCutOff",
  title: "Bankens stopptid",
  rowsOf: (pack) => overlay(pack)?.paymentCutOff ?? [],
  withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, paymentCutOff: [...rows] } : pack),
  nameOf: () => "all",
  titleOf: () => "Bankens stopptid",
  classOf: (row) => row.class,
  fields: () => [
    countField(
      { name: "weekdays", title: "Vardagar före utbetalningen", unit: "vardagar", most: 10 },
      { read: ({ weekdaysBefore }) => weekdaysBefore, write: (row, days) => ({ ...row, weekdaysBefore: days }) },
    ),
    {
      name: "at",
      title: "Klockan",
      entry: { kind: "text" },
      mayBeEmpty: false,
      read: ({ at }) => at,
      write: (row, { text }) => {
        const at = paymentCutOffSchema.shape.at.safeParse(text.trim().replace(".", ":"));
        return at.success ? { ...row, at: at.data } : undefined;
      },
    },
  ],
});

type IncomeRule = MunicipalPack["incomeRules"][number];
const incomeSpec: Omit<TableSpec<Month, IncomeRule>, "rowsOf" | "withRows"> = {
  ...byMonth,
  table: "incomeRules",
  title: "Inkomster",
  nameOf: ({ type }) => type,
  titleOf: ({ type }) => incomeTypes[type].title,
  classOf: (row) => row.class,
  fields: () => [
    choiceField(
      {
        name: "treatment",
        title: "Hur den räknas",
        options: incomeTreatmentSchema.options.map((value) => ({ value, label: treatmentNames[value] })),
      },
      {
        read: ({ treatment }) => treatment,
        write: (row, value) => {
          const treatment = incomeTreatmentSchema.safeParse(value);
          return treatment.success ? { ...row, treatment: treatment.data } : undefined;
        },
      },
    ),
  ],
};

/** How each kind of income counts, in either layer. */
export const incomeRulesTable = editable<Month, IncomeRule>({
  ...incomeSpec,
  rowsOf: (pack) => pack.incomeRules,
  withRows: (pack, rows) => ({ ...pack, incomeRules: [...rows] }),
});

/** The readings and thresholds of an overlay. */
export const settingsTables = [
  readings,
  incomeChange,
  daysTable("sourceWait", "Väntan på en källa"),
  daysTable("materialAge", "Hur gammalt underlaget får vara"),
  completion,
  daysTable("leastAnswerTime", "Kortaste svarstid"),
  cutOff,
];
