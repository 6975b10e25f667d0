import { costTypes } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { openReadings } from "../../contracts/codes/open-readings.js";
import { roles } from "../../contracts/codes/roles.js";
import { addDays, addMonths, localDate, month, type Month } from "../../contracts/dates.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import type { PackTable } from "../../contracts/pack-check.js";
import {
  citationNames,
  normRowNames,
  outcomeNames,
  readingInWords,
  treatmentNames,
} from "../../contracts/pack-words.js";
import {
  citationKeys,
  normCellKeys,
  type CitedAmount,
  type CostRule,
  type DelegationItem,
  type MunicipalPack,
  type NationalPack,
  type RowClass,
  type RulePack,
} from "../../contracts/rule-pack.js";
import { capFor, type CapHousehold } from "../cost-caps.js";
import { everyHousehold } from "../proofs/guidelines.js";
import { kr, tableTitles } from "../proofs/row-words.js";

/** One thing a row says: in words, in öre where it is an amount, and of whom where a guideline says it of a household. */
export type Said = {
  readonly field: string;
  readonly title: string;
  readonly text: string;
  readonly ore?: number;
  readonly household?: CapHousehold;
};

/** A row of a line, with when it holds. `after` is the first month, or day, that it no longer does. */
export type LineRow = {
  readonly from: string;
  readonly after?: string;
  readonly class: RowClass;
  readonly source: string;
  readonly row: string;
  readonly title: string;
  readonly says: readonly Said[];
  /** The row in one, for when it comes or goes as a whole; absent where each thing it says is told by itself. */
  readonly whole?: Said;
};

/** What a pack says of one thing through time. At most one row holds at a time, the one that started last. */
export type Line = { readonly id: string; readonly table: PackTable; readonly rows: readonly LineRow[] };

/** One thing that two packs say otherwise from a month or day on, until something turns. */
export type Change = {
  readonly field: string;
  readonly title: string;
  readonly from: string;
  readonly until?: string;
  readonly before: Said | undefined;
  readonly after: Said | undefined;
  readonly row: LineRow;
};

type Placed = { readonly id: string; readonly table: PackTable; readonly row: LineRow };
type Dated = { readonly from: Month; readonly to?: Month; readonly class: RowClass; readonly source: string };

const yesNo = (value: boolean): string => (value ? "ja" : "nej");
const days = (count: number): string => `${String(count)} ${count === 1 ? "dag" : "dagar"}`;

const monthRow = (
  row: Dated,
  { at, title, says, whole }: { at: string; title: string; says: readonly Said[]; whole?: Said | undefined },
): LineRow => ({
  from: row.from,
  ...(row.to === undefined ? {} : { after: addMonths(row.to, 1) }),
  class: row.class,
  source: row.source,
  row: at,
  title,
  says,
  ...(whole === undefined ? {} : { whole }),
});

const citedSays = (title: string, cell: CitedAmount): readonly Said[] => [
  { field: "amount", title, text: kr(cell.amountOre), ore: cell.amountOre },
  { field: "verified", title: `${title}, verifierat`, text: yesNo(cell.verified) },
  {
    field: "confidence",
    title: `${title}, säkerhet`,
    text: cell.confidence === "derived" ? "härlett" : cell.confidence,
  },
];

const costSays = (rule: CostRule): readonly Said[] => {
  const { title } = costTypes[rule.type];
  return [
    ...everyHousehold.flatMap((household): readonly Said[] => {
      const ore = capFor(rule, household);
      const field = `cap-${String(household.adults)}-${String(household.children)}`;
      return ore === undefined ? [] : [{ field, title: `${title}, högst`, text: kr(ore), ore, household }];
    }),
    { field: "change", title: `${title}, ändring utan fråga`, text: kr(rule.changeOre), ore: rule.changeOre },
    { field: "declared", title: `${title}, den sökandes uppgift räcker`, text: yesNo(rule.declaredIsEnough) },
  ];
};

const rowsOf = <Row extends Dated>(
  table: PackTable,
  rows: readonly Row[],
  {
    name,
    title,
    says,
    isWhole = false,
  }: {
    readonly name?: (row: Row) => string;
    readonly title: (row: Row) => string;
    readonly says: (row: Row) => readonly Said[];
    /** Whether the first thing it says stands for the row where it comes or goes. */
    readonly isWhole?: boolean;
  },
): readonly Placed[] =>
  rows.map((row, at) => ({
    id: name === undefined ? table : `${table}:${name(row)}`,
    table,
    row: monthRow(row, {
      at: `${table}[${String(at)}]`,
      title: title(row),
      says: says(row),
      whole: isWhole ? says(row)[0] : undefined,
    }),
  }));

/** A table that says one thing. */
const single =
  <Row>(table: PackTable, text: (row: Row) => string) =>
  (row: Row): readonly Said[] => [{ field: "value", title: tableTitles[table], text: text(row) }];

const incomesOf = (pack: MunicipalPack | NationalPack): readonly Placed[] =>
  rowsOf("incomeRules", pack.incomeRules, {
    name: ({ type }) => type,
    title: ({ type }) => `Inkomst: ${incomeTypes[type].title}`,
    says: ({ type, treatment }) => [
      {
        field: "treatment",
        title: `Inkomst: ${incomeTypes[type].title}`,
        text: treatmentNames[treatment].toLocaleLowerCase("sv"),
      },
    ],
  });

const nationalRows = (pack: NationalPack): readonly Placed[] => [
  ...normCellKeys.flatMap((key) =>
    pack.riksnorm.flatMap((table, at): readonly Placed[] => {
      const cell = table.cells[key];
      if (cell === undefined) return [];
      const title = `Riksnorm: ${normRowNames[key]}`;
      const says = citedSays(title, cell);
      const row = monthRow(
        { ...table, source: cell.source },
        { at: `riksnorm[${String(at)}].cells.${key}`, title, says, whole: says[0] },
      );
      return [{ id: `riksnorm:${key}`, table: "riksnorm", row }];
    }),
  ),
  ...rowsOf("priceBaseAmounts", pack.priceBaseAmounts, {
    title: () => tableTitles.priceBaseAmounts,
    isWhole: true,
    says: ({ amount }) => citedSays("Prisbasbelopp", amount),
  }),
  ...rowsOf("legalPeriods", pack.legalPeriods, {
    title: () => tableTitles.legalPeriods,
    isWhole: true,
    says: (period) => [
      { field: "title", title: "Laggrund", text: period.title },
      { field: "codified", title: "Laggrund, uttryckt som regler", text: yesNo(period.codified) },
      { field: "verified", title: "Laggrund, verifierad", text: yesNo(period.verified) },
      ...citationKeys.flatMap((key): readonly Said[] => {
        const text = period.citations[key];
        return text === undefined ? [] : [{ field: key, title: `Lagrum: ${citationNames[key]}`, text }];
      }),
    ],
  }),
  ...incomesOf(pack),
];

/** Items with the same number and role that hold at the same time are lines of their own. */
const delegationLine = (item: DelegationItem, earlier: readonly DelegationItem[]): string => {
  const beside = earlier.filter(
    (one) =>
      one.item === item.item &&
      one.role === item.role &&
      (one.to === undefined || one.to >= item.from) &&
      (item.to === undefined || item.to >= one.from) &&
      // An open item is replaced by a later one of the same number; one that starts the same day stands beside it.
      (one.to !== undefined || one.from === item.from),
  );
  return ["delegation", item.item, item.role, ...(beside.length === 0 ? [] : [beside.length + 1])].join(":");
};

const delegationRow = (item: DelegationItem, at: number, all: readonly DelegationItem[]): Placed => {
  const title = `Delegationsordning, punkt ${item.item}, ${roles[item.role].title.toLocaleLowerCase("sv")}`;
  const limit = item.upToOre;
  return {
    id: delegationLine(item, all.slice(0, at)),
    table: "delegation",
    row: {
      from: item.from,
      ...(item.to === undefined ? {} : { after: addDays(item.to, 1) }),
      class: item.class,
      source: item.source,
      row: `delegation[${String(at)}]`,
      title,
      whole: {
        field: "item",
        title,
        text: `${item.title}: ${item.outcomes.map((one) => outcomeNames[one]).join(", ")}, ${limit === undefined ? "utan gräns" : `högst ${kr(limit)}`}, nämndens protokoll ${item.boardMinute}`,
      },
      says: [
        {
          field: "upToOre",
          title: `${title}, högst`,
          ...(limit === undefined ? { text: "utan gräns" } : { text: kr(limit), ore: limit }),
        },
        {
          field: "outcomes",
          title: `${title}, beslut`,
          text: item.outcomes.map((one) => outcomeNames[one]).join(", "),
        },
        { field: "title", title: `${title}, rubrik`, text: item.title },
        { field: "boardMinute", title: `${title}, nämndens protokoll`, text: item.boardMinute },
      ],
    },
  };
};

const municipalRows = (pack: MunicipalPack): readonly Placed[] => [
  ...rowsOf("readings", pack.readings, {
    name: ({ key }) => key,
    title: ({ key }) => `Tolkning: ${openReadings[key].title}`,
    says: ({ key, option }) => [
      { field: "option", title: `Tolkning: ${openReadings[key].title}`, text: readingInWords(key, option) },
    ],
  }),
  ...rowsOf("costRules", pack.costRules, {
    name: ({ type }) => type,
    title: ({ type }) => costTypes[type].title,
    says: costSays,
  }),
  ...incomesOf(pack),
  ...rowsOf("incomeChange", pack.incomeChange, {
    title: () => tableTitles.incomeChange,
    says: single("incomeChange", ({ percent }) => `${String(percent)} % utan fråga`),
  }),
  ...rowsOf("sourceWait", pack.sourceWait, {
    title: () => tableTitles.sourceWait,
    says: single("sourceWait", (row) => days(row.days)),
  }),
  ...rowsOf("materialAge", pack.materialAge, {
    title: () => tableTitles.materialAge,
    says: single("materialAge", (row) => days(row.days)),
  }),
  ...rowsOf("completion", pack.completion, {
    title: () => tableTitles.completion,
    says: ({ answerDays, remindDaysBefore }) => [
      { field: "answerDays", title: tableTitles.completion, text: days(answerDays) },
      { field: "remindDaysBefore", title: "Påminnelse före sista dagen", text: days(remindDaysBefore) },
    ],
  }),
  ...rowsOf("leastAnswerTime", pack.leastAnswerTime, {
    title: () => tableTitles.leastAnswerTime,
    says: single("leastAnswerTime", (row) => days(row.days)),
  }),
  ...rowsOf("paymentCutOff", pack.paymentCutOff, {
    title: () => tableTitles.paymentCutOff,
    says: single(
      "paymentCutOff",
      ({ weekdaysBefore, at }) =>
        `${String(weekdaysBefore)} ${weekdaysBefore === 1 ? "vardag" : "vardagar"} före, kl. ${at}`,
    ),
  }),
  ...rowsOf("letterChannels", pack.letterChannels, {
    title: () => tableTitles.letterChannels,
    says: single(
      "letterChannels",
      ({ channels }) =>
        channels.map((channel) => deliveryChannels[channel].title).join(", därefter ") || "av en person",
    ),
  }),
  ...pack.delegation.map(delegationRow),
];

/** Every line of a pack, in the order of its tables. */
export const linesOf = (pack: RulePack): readonly Line[] => {
  const lines = new Map<string, { id: string; table: PackTable; rows: LineRow[] }>();
  for (const { id, table, row } of pack.layer === "national" ? nationalRows(pack) : municipalRows(pack)) {
    const line = lines.get(id);
    if (line === undefined) lines.set(id, { id, table, rows: [row] });
    else line.rows.push(row);
  }
  return [...lines.values()];
};

/** The month, or the day, before. */
export const dayOrMonthBefore = (date: string, table: PackTable): string =>
  table === "delegation" ? addDays(localDate(date), -1) : addMonths(month(date), -1);
