import type { CellValue, Condition } from "../../contracts/decision-table.js";
import { codeOf, type CellProblem } from "./cell-codes.js";
import { lowestBit, rowsPerWord, stretchOf, type CompiledColumn, type CompiledTable } from "./compile.js";

/** What a table is asked about, by the names of its columns. An absent key means unknown. */
export type Asked = Readonly<Record<string, CellValue | undefined>>;

/** What a table looked at to answer. */
export type Looked = Readonly<Record<string, CellValue>>;

/**
 * A table's answer. `no-row` names the case that no row covers; `unusable` the column whose value is unknown, of the
 * wrong kind, or out of range. Neither is ever a row: what is not known is a question for a person, not a default.
 */
export type Answer<Value extends CellValue> =
  | {
      readonly kind: "row";
      readonly value: Value;
      readonly rowId: string;
      readonly source: string;
      readonly inputs: Looked;
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

/** An answer with the way to it: every row that was tried and passed. */
export type Trace<Value extends CellValue> = { readonly answer: Answer<Value>; readonly passed: readonly Passed[] };

/** The position of the first row that every column's stretch allows; -1 where there is none. */
const firstRow = ({ columns, words }: CompiledTable, stretches: readonly number[]): number => {
  for (let word = 0; word < words; word += 1) {
    let kept = -1;
    for (let at = 0; at < stretches.length; at += 1)
      kept &= columns[at]?.bits[(stretches[at] ?? 0) * words + word] ?? 0;
    if (kept !== 0) return word * rowsPerWord + lowestBit(kept);
  }
  return -1;
};

type Read = { readonly stretches: readonly number[]; readonly inputs: Looked };

/** Reads every column, needed or not: a case with an unknown fact gets no row that happens not to ask for it. */
const read = (table: CompiledTable, asked: Asked): Read | Extract<Answer<CellValue>, { kind: "unusable" }> => {
  const stretches: number[] = [];
  const inputs: Record<string, CellValue> = {};
  for (const column of table.columns) {
    const { input } = column;
    const value = asked[input.name];
    const code = codeOf(input, value);
    if (typeof code !== "number" || value === undefined)
      return { kind: "unusable", input: input.name, problem: typeof code === "number" ? "missing" : code };
    stretches.push(stretchOf(column, code));
    inputs[input.name] = value;
  }
  return { stretches, inputs };
};

const answerAt = <Value extends CellValue>(
  table: CompiledTable<Value>,
  { position, inputs }: { position: number; inputs: Looked },
): Answer<Value> => {
  const row = table.rows[position];
  if (row === undefined) return { kind: "no-row", inputs };
  return { kind: "row", value: row.result, rowId: row.id, source: row.source, inputs };
};

/** Answers one case: the first row whose conditions all hold, with its source and what was looked at. Never throws. */
export const evaluateTable = <Value extends CellValue>(table: CompiledTable<Value>, asked: Asked): Answer<Value> => {
  const found = read(table, asked);
  if ("kind" in found) return found;
  return answerAt(table, { position: firstRow(table, found.stretches), inputs: found.inputs });
};

const allows = (column: CompiledColumn, at: { stretch: number; row: number; words: number }): boolean => {
  const word = column.bits[at.stretch * at.words + Math.floor(at.row / rowsPerWord)] ?? 0;
  return ((word >>> (at.row % rowsPerWord)) & 1) === 1;
};

/** Answers one case and tells why each row above was passed. Where no row holds, every row was. */
export const traceTable = <Value extends CellValue>(table: CompiledTable<Value>, asked: Asked): Trace<Value> => {
  const found = read(table, asked);
  if ("kind" in found) return { answer: found, passed: [] };
  const { stretches, inputs } = found;
  const position = firstRow(table, stretches);
  const above = position < 0 ? table.rows : table.rows.slice(0, position);
  const passed = above.flatMap(({ id, when }, row): Passed[] => {
    const at = table.columns.findIndex(
      (column, index) => !allows(column, { stretch: stretches[index] ?? 0, row, words: table.words }),
    );
    const input = table.columns[at]?.input.name;
    const condition = when[at];
    const value = input === undefined ? undefined : inputs[input];
    if (input === undefined || condition === undefined || value === undefined) return [];
    return [{ rowId: id, input, value, condition }];
  });
  return { answer: answerAt(table, { position, inputs }), passed };
};
