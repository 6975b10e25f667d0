import type { CellValue, Condition, DecisionTable, TableInput, TableRow } from "../../contracts/decision-table.js";
import { month } from "../../contracts/dates.js";
import { domainOf, valueOf } from "./cell-codes.js";
import { noRow, unusable } from "./compile.js";
import type { Answer, Asked } from "./evaluate.js";

/** A month that the rows of `tableOf` are in force in. */
export const testMonth = month("2025-11");

/** A table of conditions and results, with what the tests do not care about filled in. */
export const tableOf = <Value extends CellValue>(
  inputs: readonly TableInput[],
  rows: readonly (Pick<TableRow<Value>, "when" | "result"> & Partial<TableRow<Value>>)[],
): DecisionTable<Value> => ({
  schema: "skalig.table.v1",
  id: "test",
  title: "Provtabell",
  hitPolicy: "first",
  inputs,
  rows: rows.map((row, at) => ({ id: `row-${String(at)}`, source: "Påhittad källa", from: month("2025-01"), ...row })),
});

/** What a condition means, written as plainly as can be: the engine is compared with this. */
export const holds = (condition: Condition, value: CellValue): boolean => {
  switch (condition.is) {
    case "any":
      return true;
    case "equals":
      return condition.value === value;
    case "in":
      return condition.values.includes(value);
    case "within":
      return typeof value === "number" && value >= (condition.from ?? -Infinity) && value <= (condition.to ?? Infinity);
  }
};

/** The row a person would find by reading the table from the top. */
export const rowByReading = (table: DecisionTable, asked: Asked): string | undefined =>
  table.rows.find(({ when }) =>
    table.inputs.every(({ name }, at) => {
      const condition = when[at];
      const value = asked[name];
      return condition !== undefined && value !== undefined && holds(condition, value);
    }),
  )?.id;

const boundsOf = (condition: Condition): readonly CellValue[] => {
  switch (condition.is) {
    case "any":
      return [];
    case "equals":
      return [condition.value];
    case "in":
      return condition.values;
    case "within":
      return [condition.from, condition.to].filter((bound) => bound !== undefined);
  }
};

/** Every value of a column at a threshold of some row: one below, the threshold and one above, and the column's ends. */
export const boundaryValues = (table: DecisionTable, at: number): readonly CellValue[] => {
  const input = table.inputs[at];
  if (input === undefined) return [];
  if (input.kind === "code") return input.codes;
  if (input.kind === "boolean") return [false, true];
  const { min, max } = domainOf(input);
  const bounds = table.rows.flatMap(({ when }) => boundsOf(when[at] ?? { is: "any" }));
  const near = bounds.flatMap((bound) => (typeof bound === "number" ? [bound - 1, bound, bound + 1] : []));
  return [...new Set([min, ...near, max])]
    .filter((value) => value >= min && value <= max)
    .map((code) => valueOf(input, code));
};

/** Every combination of the boundary values of all columns. */
export const boundaryCases = (table: DecisionTable): readonly Asked[] =>
  table.inputs.reduce<readonly Asked[]>(
    (cases, { name }, at) =>
      cases.flatMap((asked) => boundaryValues(table, at).map((value) => ({ ...asked, [name]: value }))),
    [{}],
  );

/** A single answer in the terms of a batch. */
export const asBatch = (table: DecisionTable, answer: Answer<CellValue>): number => {
  switch (answer.kind) {
    case "row":
      return table.rows.findIndex(({ id }) => id === answer.rowId);
    case "no-row":
      return noRow;
    case "unusable":
      return unusable;
  }
};
