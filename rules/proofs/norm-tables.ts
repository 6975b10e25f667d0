import type { PackProblemCode } from "../../contracts/codes/pack-problems.js";
import type { Month } from "../../contracts/dates.js";
import type { Counterexample, PackProblem } from "../../contracts/pack-check.js";
import { normRowNames } from "../../contracts/pack-words.js";
import {
  normCellKeys,
  type CitedAmount,
  type NationalPack,
  type NormCellKey,
  type NormTable,
} from "../../contracts/rule-pack.js";
import { bandOf } from "../child-age.js";
import { cellOfBand } from "../norm-rows.js";
import { isWholeKronor } from "../rounding.js";
import { rowOfSize } from "../provisions/common-costs.js";
import { householdInWords, kr, periodInWords } from "./row-words.js";

/** Somebody whose norm is read in a row: the household or the child that falls in a hole there. */
type Reader = Exclude<Counterexample, { kind: "decision" | "income" | "month" }>;

const household = (month: Month, [adults, children]: readonly [number, number]): Reader => ({
  kind: "household",
  month,
  adults,
  children,
  text: `${householdInWords({ adults, children })}.`,
});

const child = (month: Month, [age, lunchAway]: readonly [number, boolean]): Reader => ({
  kind: "child",
  month,
  age,
  lunchAway,
  text: `Ett barn som är ${String(age)} år${lunchAway ? " och äter lunch i förskolan" : ""}.`,
});

/** As many as a case may have. */
const mostMembers = 30;
const oldest = 20;
const lastLunchAge = 6;

/** Everyone whose norm is read in a table, with the rows it is read in: both kinds of adults, every size, every age. */
const everyReader = (month: Month): readonly { readonly reader: Reader; readonly keys: readonly NormCellKey[] }[] => [
  { reader: household(month, [1, 0]), keys: ["adult-single"] },
  { reader: household(month, [2, 0]), keys: ["adult-couple"] },
  ...Array.from({ length: mostMembers }, (_, at) => at + 1).map((size) => ({
    reader: household(month, [1, size - 1]),
    keys: [
      rowOfSize[Math.min(size, rowOfSize.length) - 1] ?? "common-1",
      ...(size > rowOfSize.length ? (["common-extra"] as const) : []),
    ],
  })),
  ...Array.from({ length: oldest + 1 }, (_, age) => age).flatMap((age) =>
    (age <= lastLunchAge ? [false, true] : [false]).flatMap((lunchAway) => {
      const band = bandOf(age);
      return band === undefined
        ? []
        : [{ reader: child(month, [age, lunchAway]), keys: [cellOfBand(band, lunchAway)] }];
    }),
  ),
];

/** The first one whose norm is read in a row. */
const readerOf = (key: NormCellKey, month: Month): Reader =>
  everyReader(month).find(({ keys }) => keys.includes(key))?.reader ?? household(month, [1, 0]);

type Checked = { readonly table: NormTable; readonly row: string; readonly before: NormTable | undefined };
type Found = { readonly code: PackProblemCode; readonly key: NormCellKey; readonly message: string };

const cellTitle = ({ table }: Checked, key: NormCellKey): string =>
  `Riksnorm ${periodInWords(table)}: ${normRowNames[key]}`;

const problemOf = (checked: Checked, { code, key, message }: Found): PackProblem => ({
  code,
  table: "riksnorm",
  row: `${checked.row}.cells.${key}`,
  title: cellTitle(checked, key),
  message: `${cellTitle(checked, key)}. ${message}`,
  counterexample: readerOf(key, checked.table.from),
});

const missing = ({ table: { cells, absent, from } }: Checked): readonly Found[] => {
  const read = [...new Set(everyReader(from).flatMap(({ keys }) => keys))];
  return read.flatMap((key): readonly Found[] => {
    const isThere = cells[key] !== undefined;
    const isExplained = absent?.[key] !== undefined;
    if (!isThere && !isExplained)
      return [{ code: "norm-cell-missing", key, message: "Raden saknas, och det står inte varför." }];
    if (isThere && isExplained)
      return [{ code: "absence-contradicted", key, message: "Det står varför raden saknas, men den finns." }];
    return [];
  });
};

const unitOf = (
  key: NormCellKey,
  [cell, before]: readonly [CitedAmount, CitedAmount | undefined],
): readonly Found[] => {
  const { amountOre } = cell;
  if (!isWholeKronor(amountOre))
    return [{ code: "not-whole-kronor", key, message: `${kr(amountOre)} är inte hela kronor.` }];
  if (before === undefined || (amountOre < before.amountOre * 10 && amountOre * 10 > before.amountOre)) return [];
  return [
    {
      code: "unit-suspect",
      key,
      message: `${kr(amountOre)} mot ${kr(before.amountOre)} i tabellen intill: är beloppet skrivet i kronor i stället för ören?`,
    },
  ];
};

const units = ({ table, before }: Checked): readonly Found[] =>
  normCellKeys.flatMap((key) => {
    const cell = table.cells[key];
    return cell === undefined ? [] : unitOf(key, [cell, before?.cells[key]]);
  });

/** Pairs of rows where the law itself gives the order. The norm by age has none: three years is below one and two. */
const orders: readonly {
  readonly code: PackProblemCode;
  readonly less: NormCellKey;
  readonly more: NormCellKey;
  readonly mayBeEqual: boolean;
}[] = [
  { code: "couple-order", less: "adult-single", more: "adult-couple", mayBeEqual: false },
  ...rowOfSize.slice(1).map((more, at) => ({
    code: "common-cost-order" as const,
    less: rowOfSize[at] ?? more,
    more,
    mayBeEqual: false,
  })),
  ...(["child-0", "child-1-2", "child-3", "child-4-6"] as const).map((more) => ({
    code: "lunch-order" as const,
    less: `${more}-lunch-away` as const,
    more,
    mayBeEqual: true,
  })),
];

const outOfOrder = ({ table: { cells } }: Checked): readonly Found[] =>
  orders.flatMap(({ code, less, more, mayBeEqual }): readonly Found[] => {
    const low = cells[less]?.amountOre;
    const high = cells[more]?.amountOre;
    if (low === undefined || high === undefined || low < high || (mayBeEqual && low === high)) return [];
    const key = code === "lunch-order" ? less : more;
    return [
      {
        code,
        key,
        message: `${normRowNames[more]} är ${kr(high)}, och ${normRowNames[less].toLocaleLowerCase("sv")} är ${kr(low)}.`,
      },
    ];
  });

const extra = ({ table: { cells } }: Checked): readonly Found[] => {
  const [six, seven, more] = [cells["common-6"], cells["common-7"], cells["common-extra"]];
  if (six === undefined || seven === undefined || more === undefined) return [];
  const differenceOre = seven.amountOre - six.amountOre;
  if (more.amountOre === differenceOre) return [];
  return [
    {
      code: "norm-extra-differs",
      key: "common-extra",
      message: `Tillägget är ${kr(more.amountOre)}, men raden för sju personer minus raden för sex är ${kr(differenceOre)}.`,
    },
  ];
};

/** The table next to one in time: the one before it, else the one after. */
const beside = (table: NormTable, all: readonly NormTable[]): NormTable | undefined => {
  const others = all
    .filter(({ from }) => from !== table.from)
    .toSorted((one, other) => one.from.localeCompare(other.from));
  return others.findLast(({ from }) => from < table.from) ?? others[0];
};

/**
 * That everyone in a household of up to thirty finds a row, or is told why there is none; that amounts are whole kronor
 * and of the right size; and that they stand in the order the ordinance gives them.
 */
export const proveNormTables = (pack: NationalPack, national: readonly NationalPack[]): readonly PackProblem[] => {
  const all = [...national.flatMap(({ riksnorm }) => riksnorm), ...pack.riksnorm];
  return pack.riksnorm.flatMap((table, at) => {
    const checked = { table, row: `riksnorm[${String(at)}]`, before: beside(table, all) };
    return [missing, units, outOfOrder, extra]
      .flatMap((prove) => prove(checked))
      .map((found) => problemOf(checked, found));
  });
};
