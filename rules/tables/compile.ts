import type { CellValue, Condition, DecisionTable, TableInput, TableRow } from "../../contracts/decision-table.js";
import type { Month } from "../../contracts/dates.js";
import { codeOf, domainOf } from "./cell-codes.js";

/**
 * A column, cut into the stretches of values that the rows cannot tell apart. For each stretch there is one bit for
 * each row: set where the row's condition holds. A table is then answered by looking up each column's bits and keeping
 * those that are set in all of them; the lowest is the first row. One form serves one case and a million.
 */
export type CompiledColumn = {
  readonly input: TableInput;
  readonly name: string;
  /** Place in the list by code; empty where the column holds no codes. */
  readonly codes: ReadonlyMap<string, number>;
  readonly min: number;
  readonly max: number;
  /** First value of each stretch, ascending. Doubles: an amount in öre may be above 2^31 and is exact below 2^53. */
  readonly starts: Float64Array;
  /** Whether every value is a stretch of its own, so that the value itself is the position. */
  readonly isDense: boolean;
  /** For each 32 rows a list with one number for each stretch: bit n is row n of the 32. */
  readonly bits: readonly Int32Array[];
};

/** A table ready to be asked about the cases of one month. */
export type CompiledTable<Value extends CellValue = CellValue> = {
  readonly id: string;
  /** The rows in force in the month, in order. A row that is not in force is not there at all. */
  readonly rows: readonly TableRow<Value>[];
  readonly columns: readonly CompiledColumn[];
  /** How many numbers of 32 bits hold a bit for each row. */
  readonly words: number;
};

/** Instead of the position of a row: no row covers the case. */
export const noRow = -1;
/** Instead of the position of a row: a value is unknown or cannot be looked up. `evaluateTable` tells which. */
export const unusable = -2;

/** How many rows one number has bits for. */
export const rowsPerWord = 32;

/** Columns with at most so many values, öre apart, get a stretch for each: a look-up instead of a search. */
const mostDense = 256;

type Span = readonly [first: number, last: number];

/** The values that satisfy a condition, as spans of codes. */
const spansOf = (input: TableInput, condition: Condition): readonly Span[] => {
  const { min, max } = domainOf(input);
  const single = (value: CellValue): Span => {
    const code = codeOf(input, value);
    if (typeof code !== "number") throw new Error(`A row asks ${input.name} for a value it cannot have.`);
    return [code, code];
  };
  switch (condition.is) {
    case "any":
      return [[min, max]];
    case "equals":
      return [single(condition.value)];
    case "in":
      return condition.values.map(single);
    case "within":
      return [[condition.from ?? min, condition.to ?? max]];
  }
};

const compileColumn = (
  input: TableInput,
  { conditions, words }: { conditions: readonly Condition[]; words: number },
): CompiledColumn => {
  const { min, max } = domainOf(input);
  const spans = conditions.map((condition) => spansOf(input, condition));
  const isDense = input.kind !== "ore" && max - min < mostDense;
  const cuts = isDense
    ? Array.from({ length: max - min + 1 }, (_, at) => min + at)
    : spans.flat().flatMap(([first, last]) => [first, last + 1]);
  const starts = Float64Array.from(new Set([min, ...cuts.filter((cut) => cut > min && cut <= max)])).sort();
  const bits = Array.from({ length: words }, (_, word) => {
    const ofWord = spans.slice(word * rowsPerWord, (word + 1) * rowsPerWord);
    return Int32Array.from(starts, (start) =>
      ofWord.reduce(
        (set, ofRow, row) => (ofRow.some(([first, last]) => first <= start && start <= last) ? set | (1 << row) : set),
        0,
      ),
    );
  });
  const codes = new Map(input.kind === "code" ? input.codes.map((code, place) => [code, place]) : []);
  return { input, name: input.name, codes, min, max, starts, isDense, bits };
};

/**
 * Prepares a table for the cases of a month. Throws where a row asks for a value that its column cannot have or leaves a
 * column out, which `decisionTableSchema` refuses in a table that comes from outside.
 */
export const compileTable = <Value extends CellValue>(
  table: DecisionTable<Value>,
  month: Month,
): CompiledTable<Value> => {
  const rows = table.rows.filter((row) => row.from <= month && (row.to === undefined || month <= row.to));
  const words = Math.max(1, Math.ceil(rows.length / rowsPerWord));
  const columns = table.inputs.map((input, at) => {
    const conditions = rows.map(({ id, when }) => {
      const condition = when[at];
      if (condition === undefined) throw new Error(`The row ${id} of ${table.id} says nothing of ${input.name}.`);
      return condition;
    });
    return compileColumn(input, { conditions, words });
  });
  return { id: table.id, rows, columns, words };
};

/** The stretch that a value is in; -1 where it is outside the column or not a whole number. */
export const stretchOf = ({ min, max, starts, isDense }: CompiledColumn, value: number): number => {
  if (!(value >= min && value <= max) || !Number.isInteger(value)) return -1;
  if (isDense) return value - min;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (value >= (starts[middle] ?? max)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The stretch that a value as it is written in a case is in; -1 where it is unknown or of another kind. */
export const stretchOfValue = (column: CompiledColumn, value: CellValue | undefined): number => {
  if (typeof value === "string") return column.codes.get(value) ?? -1;
  const { kind } = column.input;
  if (typeof value === "number") return kind === "ore" || kind === "integer" ? stretchOf(column, value) : -1;
  return value === undefined || kind !== "boolean" ? -1 : Number(value);
};

/** The first row among the bits of a word. The word is not zero. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
