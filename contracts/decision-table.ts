import { z } from "zod";
import { monthSchema, type Month } from "./dates.js";

/** What a cell of a table holds: an amount in öre or another whole number, a code of a closed list, or yes/no. */
export type CellValue = number | string | boolean;

/** The kinds of column. `ore` and `integer` hold whole numbers; the difference is how they are written for the eye. */
export type ColumnKind =
  | { readonly kind: "ore" | "integer"; readonly min: number; readonly max: number }
  | { readonly kind: "code"; readonly codes: readonly string[] }
  | { readonly kind: "boolean" };

/** A column that a table looks at. Numbers outside `min`…`max` are refused, never matched. */
export type TableInput = ColumnKind & { readonly name: string; readonly title: string };

/** What a row demands of one column. Bounds are inclusive, and an absent bound is no bound. */
export type Condition =
  | { readonly is: "any" }
  | { readonly is: "equals"; readonly value: CellValue }
  | { readonly is: "in"; readonly values: readonly CellValue[] }
  | { readonly is: "within"; readonly from?: number; readonly to?: number };

/** A row: what it demands of every column, what it gives, and where it is read. */
export type TableRow<Value extends CellValue> = {
  readonly id: string;
  readonly source: string;
  readonly from: Month;
  /** Last month; absent where the row holds until it is replaced. */
  readonly to?: Month;
  /** One condition for each column, in the order of the columns. `any` is written out: an omission is a mistake. */
  readonly when: readonly Condition[];
  readonly result: Value;
};

/** A decision table: the first row whose conditions all hold gives the result. There is no row "otherwise". */
export type DecisionTable<Value extends CellValue = CellValue> = {
  readonly schema: "skalig.table.v1";
  readonly id: string;
  readonly title: string;
  readonly hitPolicy: "first";
  readonly inputs: readonly TableInput[];
  readonly rows: readonly TableRow<Value>[];
};

const wholeNumber = z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const cellSchema = z.union([wholeNumber, z.string().min(1).max(100), z.boolean()]);
const named = { name: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), title: z.string().min(1).max(100) };
/** The most codes of a list: a code is kept in one byte, and the last byte means that it is missing. */
const mostCodes = 255;

const inputSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...named, kind: z.enum(["ore", "integer"]), min: wholeNumber, max: wholeNumber }),
  z.strictObject({ ...named, kind: z.literal("code"), codes: z.array(z.string().min(1)).min(1).max(mostCodes) }),
  z.strictObject({ ...named, kind: z.literal("boolean") }),
]);

const conditionSchema = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("any") }),
  z.strictObject({ is: z.literal("equals"), value: cellSchema }),
  z.strictObject({ is: z.literal("in"), values: z.array(cellSchema).min(1).max(mostCodes) }),
  z.strictObject({ is: z.literal("within"), from: wholeNumber.exactOptional(), to: wholeNumber.exactOptional() }),
]);

const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  source: z.string().min(5).max(400),
  from: monthSchema,
  to: monthSchema.exactOptional(),
  when: z.array(conditionSchema).min(1),
  result: cellSchema,
});

const isOf = (input: ColumnKind, value: CellValue): boolean => {
  switch (input.kind) {
    case "ore":
    case "integer":
      return typeof value === "number" && value >= input.min && value <= input.max;
    case "code":
      return typeof value === "string" && input.codes.includes(value);
    case "boolean":
      return typeof value === "boolean";
  }
};

/** What is wrong with a condition for its column; undefined where nothing is. */
const conditionProblem = (input: TableInput, condition: Condition): string | undefined => {
  switch (condition.is) {
    case "any":
      return undefined;
    case "equals":
      return isOf(input, condition.value) ? undefined : `not a value of ${input.name}`;
    case "in":
      return condition.values.every((value) => isOf(input, value)) ? undefined : `not a value of ${input.name}`;
    case "within": {
      if (input.kind === "code" || input.kind === "boolean") return `${input.name} has no order`;
      const { from = input.min, to = input.max } = condition;
      if (!isOf(input, from) || !isOf(input, to)) return `outside ${input.name}`;
      return from <= to ? undefined : "from is above to";
    }
  }
};

const hasTwins = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** A table read from anywhere: `skalig.table.v1`. Refuses what the engine could otherwise misread, naming the cell. */
export const decisionTableSchema = z
  .strictObject({
    schema: z.literal("skalig.table.v1"),
    id: z.string().regex(/^[a-z0-9-]{1,60}$/),
    title: z.string().min(1).max(200),
    hitPolicy: z.literal("first"),
    inputs: z.array(inputSchema).min(1).max(40),
    rows: z.array(rowSchema).min(1).max(1000),
  })
  .superRefine((table, context) => {
    const refuse = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: "custom", path, message });
    };
    if (hasTwins(table.inputs.map(({ name }) => name))) refuse(["inputs"], "two columns have the same name");
    if (hasTwins(table.rows.map(({ id }) => id))) refuse(["rows"], "two rows have the same id");
    table.inputs.forEach((input, at) => {
      if ("min" in input && input.min > input.max) refuse(["inputs", at, "max"], "max is below min");
      if ("codes" in input && hasTwins(input.codes)) refuse(["inputs", at, "codes"], "a code is listed twice");
    });
    const kinds = new Set(table.rows.map(({ result }) => typeof result));
    if (kinds.size > 1) refuse(["rows"], "the rows give results of different kinds");
    table.rows.forEach((row, rowAt) => {
      if (row.to !== undefined && row.to < row.from) refuse(["rows", rowAt, "to"], "to is before from");
      if (row.when.length !== table.inputs.length)
        refuse(["rows", rowAt, "when"], "a row has one condition for each column");
      table.inputs.forEach((input, at) => {
        const condition = row.when[at];
        const problem = condition && conditionProblem(input, condition);
        if (problem !== undefined) refuse(["rows", rowAt, "when", at], problem);
      });
    });
  })
  .meta({ id: "DecisionTable", title: "skalig.table.v1" });
