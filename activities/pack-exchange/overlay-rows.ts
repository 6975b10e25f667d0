import type { Month } from "../../contracts/dates.js";
import type { MunicipalPack, RowClass } from "../../contracts/rule-pack.js";

/** The tables of an overlay whose rows hold by month. The delegation order, which holds by day, is compared by itself. */
export const overlayTables = [
  "readings",
  "costRules",
  "incomeRules",
  "incomeChange",
  "sourceWait",
  "materialAge",
  "completion",
  "leastAnswerTime",
  "paymentCutOff",
  "letterChannels",
] as const satisfies readonly (keyof MunicipalPack)[];
export type OverlayTable = (typeof overlayTables)[number];

/** The row of a table that has one line. */
export const onlyRow = "all";

/** One line of an overlay: a table, and in it a reading, a kind of cost or of income, or its only one. */
export type OverlayRow = { readonly table: OverlayTable; readonly row: string };

/** A version of a line: when it holds, who may change it and where it is read. */
export type RowVersion = {
  readonly from: Month;
  readonly to?: Month;
  readonly source: string;
  readonly class: RowClass;
};

/** What all rows have, and the two names that tell the rows of a table apart. */
type Dated = {
  readonly from: Month;
  readonly to?: Month;
  readonly source: string;
  readonly class: RowClass;
  readonly type?: string;
  readonly key?: string;
};

const versionOf = ({ from, to, source, class: rowClass }: Dated): RowVersion => ({
  from,
  ...(to === undefined ? {} : { to }),
  source,
  class: rowClass,
});

const keyOf = ({ type, key }: Dated): string => type ?? key ?? onlyRow;

/** The lines of an overlay, each once. */
export const rowNames = (overlay: MunicipalPack): readonly OverlayRow[] =>
  overlayTables.flatMap((table) => [...new Set(overlay[table].map(keyOf))].map((row): OverlayRow => ({ table, row })));

/** Every version of a line, in the order they stand. */
export const versionsOf = (overlay: MunicipalPack, { table, row }: OverlayRow): readonly RowVersion[] =>
  overlay[table].filter((each) => keyOf(each) === row).map(versionOf);

/** The version that holds in a month: the one that started last, as the rules read it. */
export const versionIn = (versions: readonly RowVersion[], month: Month): RowVersion | undefined =>
  versions
    .filter(({ from, to }) => from <= month && (to === undefined || month <= to))
    .reduce<RowVersion | undefined>(
      (latest, version) => (latest === undefined || version.from > latest.from ? version : latest),
      undefined,
    );

/** Replaces the versions of one line by others. */
type Replace = <Row extends Dated>(own: readonly Row[], other: readonly Row[]) => Row[];

/** An overlay with the versions of one line replaced; `replace` is handed the own and the other's versions of it. */
export const withRow = (
  own: MunicipalPack,
  other: MunicipalPack,
  { table, row, replace }: OverlayRow & { readonly replace: Replace },
): MunicipalPack => {
  const swapped = <Row extends Dated>(ours: readonly Row[], theirs: readonly Row[]): Row[] => {
    const isIt = (each: Row): boolean => keyOf(each) === row;
    return [...ours.filter((each) => !isIt(each)), ...replace(ours.filter(isIt), theirs.filter(isIt))];
  };
  switch (table) {
    case "readings":
      return { ...own, readings: swapped(own.readings, other.readings) };
    case "costRules":
      return { ...own, costRules: swapped(own.costRules, other.costRules) };
    case "incomeRules":
      return { ...own, incomeRules: swapped(own.incomeRules, other.incomeRules) };
    case "incomeChange":
      return { ...own, incomeChange: swapped(own.incomeChange, other.incomeChange) };
    case "sourceWait":
      return { ...own, sourceWait: swapped(own.sourceWait, other.sourceWait) };
    case "materialAge":
      return { ...own, materialAge: swapped(own.materialAge, other.materialAge) };
    case "completion":
      return { ...own, completion: swapped(own.completion, other.completion) };
    case "leastAnswerTime":
      return { ...own, leastAnswerTime: swapped(own.leastAnswerTime, other.leastAnswerTime) };
    case "paymentCutOff":
      return { ...own, paymentCutOff: swapped(own.paymentCutOff, other.paymentCutOff) };
    case "letterChannels":
      return { ...own, letterChannels: swapped(own.letterChannels, other.letterChannels) };
  }
};
