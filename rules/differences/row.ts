import { addMonths, type LocalDate, type Month } from "../../contracts/dates.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import type { PackTable } from "../../contracts/pack-check.js";
import { treatmentNames } from "../../contracts/pack-words.js";
import type { MunicipalPack, NationalPack, RowClass } from "../../contracts/rule-pack.js";
import type { CapHousehold } from "../cost-caps.js";

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
  readonly reviewBy?: LocalDate;
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

/** A row with the line it belongs to. */
export type Placed = { readonly id: string; readonly table: PackTable; readonly row: LineRow };
type Dated = {
  readonly from: Month;
  readonly to?: Month;
  readonly class: RowClass;
  readonly source: string;
  readonly reviewBy?: LocalDate;
};

/** "ja" or "nej" */
export const yesNo = (value: boolean): string => (value ? "ja" : "nej");
/** A row that holds by months, with what it says. */
export const monthRow = (
  row: Dated,
  { at, title, says, whole }: { at: string; title: string; says: readonly Said[]; whole?: Said | undefined },
): LineRow => ({
  from: row.from,
  ...(row.to === undefined ? {} : { after: addMonths(row.to, 1) }),
  class: row.class,
  source: row.source,
  ...(row.reviewBy === undefined ? {} : { reviewBy: row.reviewBy }),
  row: at,
  title,
  says,
  ...(whole === undefined ? {} : { whole }),
});

/** The rows of a table, each with its line and place. */
export const rowsOf = <Row extends Dated>(
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

/** What a pack of either layer does with each kind of income. */
export const incomesOf = (pack: MunicipalPack | NationalPack): readonly Placed[] =>
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
