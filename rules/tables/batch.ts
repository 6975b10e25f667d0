import type { ColumnKind, TableInput } from "../../contracts/decision-table.js";
import { codeOf } from "./cell-codes.js";
import {
  lowestBit,
  noRow,
  rowsPerWord,
  stretchOf,
  unusable,
  type CompiledColumn,
  type CompiledTable,
} from "./compile.js";
import type { Asked } from "./evaluate.js";

/**
 * One column of many cases. Codes and yes/no take a byte; whole numbers that fit take 32 bits; everything else, öre
 * among it, takes a double, because an amount may be above 2^31 öre (21 million kronor) and would wrap round in
 * 32 bits, while a double is exact to 2^53.
 */
export type Column = Uint8Array | Int32Array | Float64Array;

/** The columns of many cases by name, all equally long. */
export type Columns = Readonly<Record<string, Column>>;

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** How a column keeps its values, and the value that stands for "unknown", which no domain holds. */
const storageOf = (column: ColumnKind): { readonly create: (count: number) => Column; readonly unknown: number } => {
  switch (column.kind) {
    case "code":
    case "boolean":
      return { create: (count) => new Uint8Array(count), unknown: 255 };
    case "integer":
      if (column.min > int32.min && column.max <= int32.max)
        return { create: (count) => new Int32Array(count), unknown: int32.min };
      return { create: (count) => new Float64Array(count), unknown: Number.NaN };
    case "ore":
      return { create: (count) => new Float64Array(count), unknown: Number.NaN };
  }
};

/** Writes cases as columns. A value that is unknown or cannot be looked up becomes the column's "unknown". */
export const columnsOf = (inputs: readonly TableInput[], cases: readonly Asked[]): Columns =>
  Object.fromEntries(
    inputs.map((input) => {
      const { create, unknown } = storageOf(input);
      const column = create(cases.length);
      cases.forEach((asked, at) => {
        const code = codeOf(input, asked[input.name]);
        column[at] = typeof code === "number" ? code : unknown;
      });
      return [input.name, column];
    }),
  );

/** Cases at a time: what is kept between the columns stays in the processor's nearest memory. */
const stretchOfCases = 2048;

type Slice = { readonly start: number; readonly count: number; readonly word: number; readonly words: number };

/** Keeps the rows that a column allows, for a slice of the cases. */
const keepAllowed = (
  kept: Int32Array,
  { column, values, slice }: { column: CompiledColumn; values: Column; slice: Slice },
): void => {
  const { bits, min, max, starts, isDense } = column;
  const { start, count, word, words } = slice;
  if (isDense) {
    for (let at = 0; at < count; at += 1) {
      const place = (values[start + at] ?? Number.NaN) - min;
      kept[at] = (kept[at] ?? 0) & (place >= 0 ? (bits[place * words + word] ?? 0) : 0);
    }
    return;
  }
  const stretches = starts.length;
  for (let at = 0; at < count; at += 1) {
    const value = values[start + at] ?? Number.NaN;
    if (value >= min && value <= max && Math.floor(value) === value) {
      let low = 0;
      let size = stretches;
      while (size > 1) {
        const half = size >> 1;
        if (value >= (starts[low + half] ?? max)) low += half;
        size -= half;
      }
      kept[at] = (kept[at] ?? 0) & (bits[low * words + word] ?? 0);
    } else kept[at] = 0;
  }
};

/** The columns of a table in its own order. Throws where one is missing, too short or kept in the wrong width. */
const valuesOf = (table: CompiledTable, { columns, count }: { columns: Columns; count: number }): readonly Column[] =>
  table.columns.map(({ input }) => {
    const values = columns[input.name];
    if (values === undefined || values.length < count)
      throw new Error(`The table ${table.id} needs ${String(count)} values of ${input.name}.`);
    if (values.constructor !== storageOf(input).create(0).constructor)
      throw new Error(`The column ${input.name} of ${table.id} is not kept as its kind demands.`);
    return values;
  });

/**
 * Answers many cases from the same compiled table as `evaluateTable`: for each the position of its row in
 * `table.rows`, `noRow` or `unusable`. Throws only where the columns themselves are wrong.
 */
export const rowsOf = (
  table: CompiledTable,
  { columns, count }: { readonly columns: Columns; readonly count: number },
): Int32Array => {
  const values = valuesOf(table, { columns, count });
  const found = new Int32Array(count).fill(noRow);
  const kept = new Int32Array(stretchOfCases);
  const { words } = table;
  for (let start = 0; start < count; start += stretchOfCases) {
    const size = Math.min(stretchOfCases, count - start);
    for (let word = 0; word < words; word += 1) {
      kept.fill(-1);
      table.columns.forEach((column, index) => {
        const ofColumn = values[index];
        if (ofColumn !== undefined)
          keepAllowed(kept, { column, values: ofColumn, slice: { start, count: size, word, words } });
      });
      for (let at = 0; at < size; at += 1) {
        const bits = kept[at] ?? 0;
        if (bits !== 0 && found[start + at] === noRow) found[start + at] = word * rowsPerWord + lowestBit(bits);
      }
    }
    for (let at = start; at < start + size; at += 1)
      if (
        found[at] === noRow &&
        table.columns.some((column, index) => stretchOf(column, values[index]?.[at] ?? Number.NaN) < 0)
      )
        found[at] = unusable;
  }
  return found;
};
