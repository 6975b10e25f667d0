import type { CellValue, Condition } from "../../contracts/decision-table.js";
import { codeOf, type CellProblem } from "./cell-codes.js";
import {
  lowestBit,
  noRow,
  rowsPerWord,
  stretchOfValue,
  unusable,
  type CompiledColumn,
  type CompiledTable,
} from "./compile.js";

/** What a table is asked about, by the names of its columns. An absent key means unknown. */
export type Asked = Readonly<Record<string, CellValue | undefined>>;

/** The values a table looks at, and nothing else. */
export type Looked = Readonly<Record<string, CellValue>>;

/**
 * A table's answer. `inputs` of a row are the facts as they were given, not copied. `no-row` names the case that no row
 * covers; `unusable` the column whose value is unknown, of the wrong kind, or out of range. Neither is ever a row: what
 * is not known is a question for a person, not a default.
 */
export type Answer<Value extends CellValue> =
  | {
      readonly kind: "row";
      readonly value: Value;
      readonly rowId: string;
      readonly source: string;
      readonly inputs: Asked;
    }
  | { readonly kind: "no-row"; readonly inputs: Looked }
  | { readonly kind: "unusable"; readonly input: string; readonly problem: CellProblem };

/** Why a row above the matched one was passed: the first column whose condition did not hold. */
export type Passed = {
  readonly rowId: string;
  readonly input: string;
  readonly value: CellValue;
  readonly condition: Condition;
};

/** An answer with the way to it: what was looked at, and every row that was tried and passed. */
export type Trace<Value extends CellValue> = {
  readonly answer: Answer<Value>;
  readonly looked: Looked;
  readonly passed: readonly Passed[];
};

/**
 * The position of the first row that every column allows, `noRow` or `unusable`. Every column is read, needed or not:
 * a case with an unknown fact gets no row that happens not to ask for it.
 */
const positionOf = ({ columns, words }: CompiledTable, asked: Asked): number => {
  for (let word = 0; word < words; word += 1) {
    let kept = -1;
    for (const column of columns) {
      const stretch = stretchOfValue(column, asked[column.name]);
      if (stretch < 0) return unusable;
      kept &= column.bits[word]?.[stretch] ?? 0;
    }
    if (kept !== 0) return word * rowsPerWord + lowestBit(kept);
  }
  return noRow;
};

const lookedAt = ({ columns }: CompiledTable, asked: Asked): Looked =>
  Object.fromEntries(
    columns.flatMap(({ name }): [string, CellValue][] => {
      const value = asked[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The first column that cannot be looked up, and why. */
const unusableIn = <Value extends CellValue>({ id, columns }: CompiledTable, asked: Asked): Answer<Value> => {
  for (const { input, name } of columns) {
    const problem = codeOf(input, asked[name]);
    if (typeof problem !== "number") return { kind: "unusable", input: name, problem };
  }
  throw new Error(`The table ${id} refused a case whose every column it can look up.`);
};

/** Answers one case: the first row whose conditions all hold, with its source and what was looked at. */
export const evaluateTable = <Value extends CellValue>(table: CompiledTable<Value>, asked: Asked): Answer<Value> => {
  const position = positionOf(table, asked);
  const row = table.rows[position];
  if (row !== undefined) return { kind: "row", value: row.result, rowId: row.id, source: row.source, inputs: asked };
  return position === unusable ? unusableIn(table, asked) : { kind: "no-row", inputs: lookedAt(table, asked) };
};

const allows = (column: CompiledColumn, { value, row }: { value: CellValue; row: number }): boolean => {
  const bits = column.bits[Math.floor(row / rowsPerWord)]?.[stretchOfValue(column, value)] ?? 0;
  return ((bits >>> (row % rowsPerWord)) & 1) === 1;
};

/** Answers one case and tells why each row above was passed. Where no row holds, every row was. */
export const traceTable = <Value extends CellValue>(table: CompiledTable<Value>, asked: Asked): Trace<Value> => {
  const answer = evaluateTable(table, asked);
  const looked = lookedAt(table, asked);
  if (answer.kind === "unusable") return { answer, looked, passed: [] };
  const { rows, columns } = table;
  const above = answer.kind === "row" ? rows.slice(0, positionOf(table, asked)) : rows;
  const passed = above.flatMap(({ id, when }, row): Passed[] => {
    for (const [at, column] of columns.entries()) {
      const value = looked[column.name];
      const condition = when[at];
      if (value !== undefined && condition !== undefined && !allows(column, { value, row }))
        return [{ rowId: id, input: column.name, value, condition }];
    }
    return [];
  });
  return { answer, looked, passed };
};
