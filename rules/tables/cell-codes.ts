import type { CellValue, ColumnKind } from "../../contracts/decision-table.js";

/** Why a value cannot be looked up in a column. */
export type CellProblem = "missing" | "wrong-kind" | "unknown-code" | "not-whole" | "out-of-range";

/** The codes a column has, from first to last: its numbers, the places in its list, or no and yes. */
export const domainOf = (column: ColumnKind): { readonly min: number; readonly max: number } => {
  switch (column.kind) {
    case "ore":
    case "integer":
      return column;
    case "code":
      return { min: 0, max: column.codes.length - 1 };
    case "boolean":
      return { min: 0, max: 1 };
  }
};

/** A value as the number it is looked up by, or why it cannot be. Never coerces: "5" is not 5, and 1 is not yes. */
export const codeOf = (column: ColumnKind, value: CellValue | undefined): number | CellProblem => {
  if (value === undefined) return "missing";
  switch (column.kind) {
    case "ore":
    case "integer":
      if (typeof value !== "number") return "wrong-kind";
      if (value >= column.min && value <= column.max) return Number.isInteger(value) ? value : "not-whole";
      return Number.isNaN(value) ? "not-whole" : "out-of-range";
    case "code": {
      if (typeof value !== "string") return "wrong-kind";
      const place = column.codes.indexOf(value);
      return place < 0 ? "unknown-code" : place;
    }
    case "boolean":
      return typeof value === "boolean" ? Number(value) : "wrong-kind";
  }
};

/** The value behind a number of a column. */
export const valueOf = (column: ColumnKind, code: number): CellValue => {
  switch (column.kind) {
    case "ore":
    case "integer":
      return code;
    case "code":
      return column.codes[code] ?? "";
    case "boolean":
      return code === 1;
  }
};
