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

type Slice = { readonly start: number; readonly count: number; readonly word: number };

/** A column's bits for the rows of one word, and a slice of its values. */
type Slim<Values> = { readonly column: CompiledColumn; readonly bits: Int32Array; readonly values: Values };

/** Keeps the rows that the column allows, where each value is a stretch of its own. Values are codes or small numbers. */
const keepByPlace = (kept: Int32Array, { column, bits, values }: Slim<Int32Array>, count: number): void => {
  const { min } = column;
  const stretches = bits.length;
  for (let at = 0; at < count; at += 1) {
    const place = (values[at] ?? 0) - min;
    kept[at] = place >= 0 && place < stretches ? (kept[at] ?? 0) & (bits[place] ?? 0) : 0;
  }
};

/** Keeps the rows that the column allows, where one threshold parts the values: what most columns of amounts are. */
const keepByThreshold = (kept: Int32Array, { column, bits, values }: Slim<Float64Array>, count: number): void => {
  const { min, max, starts } = column;
  const threshold = starts[1] ?? max;
  const [below = 0, above = 0] = bits;
  for (let at = 0; at < count; at += 1) {
    const value = values[at] ?? Number.NaN;
    const isInside = value >= min && value <= max && Math.floor(value) === value;
    kept[at] = isInside ? (kept[at] ?? 0) & (value >= threshold ? above : below) : 0;
  }
};

/** Keeps the rows that the column allows, where a stretch is searched for. */
const keepBySearch = (kept: Int32Array, { column, bits, values }: Slim<Float64Array>, count: number): void => {
  const { min, max, starts } = column;
  const stretches = starts.length;
  for (let at = 0; at < count; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (value >= min && value <= max && Math.floor(value) === value) {
      let low = 0;
      let size = stretches;
      while (size > 1) {
        const half = size >> 1;
        if (value >= (starts[low + half] ?? max)) low += half;
        size -= half;
      }
      kept[at] = (kept[at] ?? 0) & (bits[low] ?? 0);
    } else kept[at] = 0;
  }
};

/** What a batch works in, made once: the rows still kept, and a slice of a column in the width its loop is made for. */
type Scratch = { readonly kept: Int32Array; readonly places: Int32Array; readonly amounts: Float64Array };

/** Shared by all calls, which never overlap: nothing in it outlives a slice. */
const scratch: Scratch = {
  kept: new Int32Array(stretchOfCases),
  places: new Int32Array(stretchOfCases),
  amounts: new Float64Array(stretchOfCases),
};

/** One loop for each width, each always given the same kind of array: that is what makes the loops fast. */
const keepAllowed = (
  { kept, places, amounts }: Scratch,
  { column, values, slice }: { column: CompiledColumn; values: Column; slice: Slice },
): void => {
  const own = values.subarray(slice.start, slice.start + slice.count);
  const bits = column.bits[slice.word] ?? new Int32Array(0);
  if (column.isDense) {
    if (!(own instanceof Int32Array)) places.set(own);
    keepByPlace(kept, { column, bits, values: own instanceof Int32Array ? own : places }, slice.count);
    return;
  }
  if (!(own instanceof Float64Array)) amounts.set(own);
  const keep = bits.length === 2 ? keepByThreshold : keepBySearch;
  keep(kept, { column, bits, values: own instanceof Float64Array ? own : amounts }, slice.count);
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

/** Writes down the first row that is kept, for the cases of a slice that have none from an earlier word. */
const writeRows = (found: Int32Array, kept: Int32Array, { start, count, word }: Slice): void => {
  const base = word * rowsPerWord;
  for (let at = 0; at < count; at += 1) {
    const bits = kept[at] ?? 0;
    if (bits !== 0 && (found[start + at] ?? 0) < 0) found[start + at] = base + lowestBit(bits);
  }
};

/** Tells the cases that have a value which cannot be looked up from those that no row covers. */
const tellUnusable = (
  found: Int32Array,
  { columns, values }: { columns: readonly CompiledColumn[]; values: readonly Column[] },
): void => {
  for (let at = found.indexOf(noRow); at >= 0; at = found.indexOf(noRow, at + 1))
    if (columns.some((column, index) => stretchOf(column, values[index]?.[at] ?? Number.NaN) < 0)) found[at] = unusable;
};

/**
 * Answers many cases from the same compiled table as `evaluateTable`: for each the position of its row in
 * `table.rows`, `noRow` or `unusable`, written over `into` where that is given. Throws only where the columns themselves
 * are wrong.
 */
export const rowsOf = (
  table: CompiledTable,
  { columns, count, into }: { readonly columns: Columns; readonly count: number; readonly into?: Int32Array },
): Int32Array => {
  const values = valuesOf(table, { columns, count });
  const found = (into ?? new Int32Array(count)).subarray(0, count).fill(noRow);
  for (let start = 0; start < count; start += stretchOfCases)
    for (let word = 0; word < table.words; word += 1) {
      const slice: Slice = { start, count: Math.min(stretchOfCases, count - start), word };
      scratch.kept.fill(-1);
      table.columns.forEach((column, index) => {
        const ofColumn = values[index];
        if (ofColumn !== undefined) keepAllowed(scratch, { column, values: ofColumn, slice });
      });
      writeRows(found, scratch.kept, slice);
    }
  tellUnusable(found, { columns: table.columns, values });
  return found;
};
