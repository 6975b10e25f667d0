import { z } from "zod";
import { monthSchema, type Month } from "../../../../contracts/dates.js";
import type { PackTable } from "../../../../contracts/pack-check.js";
import type { RowClass, RulePack } from "../../../../contracts/rule-pack.js";
import type { Field } from "./field.js";
import { reviewField } from "./fields.js";
import { heldAt, spliceLine, type Dated } from "./splice-line.js";

/** A line that is being edited: what its cells are to say, from when, and where that is read. */
export const lineEditSchema = z.strictObject({
  from: monthSchema,
  source: z.string(),
  cells: z.record(z.string(), z.string()),
});
export type LineEdit = z.output<typeof lineEditSchema>;
/** Everything that is written and not saved, by line: `costRules:rent`. */
export const editsSchema = z.record(z.string(), lineEditSchema);
export type Edits = z.output<typeof editsSchema>;

/**
 * What is written, with the revision of the draft that it was written on: however late it is saved, or after however many
 * reloads, what a colleague has saved since is told and not overwritten.
 */
export const unsavedSchema = z.strictObject({ revision: z.int().min(1), edits: editsSchema });

/** A cell as it is shown: what it says in the rules in force, in the draft, and as it is being written. */
export type CellView = Pick<Field<never>, "name" | "title" | "entry" | "mayBeEmpty"> & {
  /** Undefined where the line is in no rule that holds in the month. */
  readonly base: string | undefined;
  readonly draft: string;
  readonly text: string;
};

/** A line of a table as it is shown. */
export type LineView = {
  readonly key: string;
  readonly table: PackTable;
  readonly title: string;
  readonly class: RowClass;
  readonly source: string;
  readonly cells: readonly CellView[];
};

/** Where a line cannot be saved as it is written. `cell` is absent where it is about the source. */
export type EditProblem = { readonly line: string; readonly cell?: string };

type Asked = { readonly content: RulePack; readonly base: RulePack; readonly month: Month; readonly edits: Edits };
type Applied = { readonly pack: RulePack; readonly problems: readonly EditProblem[] };

/** One table of a pack, ready to be shown and edited whatever its rows look like. */
export type EditableTable = {
  readonly table: PackTable;
  readonly title: string;
  readonly lines: (asked: Asked) => readonly LineView[];
  readonly apply: (asked: Omit<Asked, "month">) => Applied;
};

/** How the rows of one table are told apart, read and written. */
export type TableSpec<Point extends string, Row extends Dated<Point>> = {
  readonly table: PackTable;
  readonly title: string;
  readonly rowsOf: (pack: RulePack) => readonly Row[];
  readonly withRows: (pack: RulePack, rows: readonly Row[]) => RulePack;
  readonly nameOf: (row: Row) => string;
  readonly titleOf: (row: Row) => string;
  readonly classOf: (row: Row) => RowClass;
  /** `written`: cells that are being written, which the row may not have yet. */
  readonly fields: (row: Row, written: readonly string[]) => readonly Field<Row>[];
  /** Lines that may be written though the pack has no row for them. */
  readonly blanks: (point: Point) => readonly Row[];
  readonly pointOf: (month: Month) => Point;
  readonly before: (point: Point) => Point;
};

/** The shortest source there may be, in letters. */
export const shortestSource = 5;

/** Hides what the rows of a table look like behind what can be done with it. */
export const editable = <Point extends string, Row extends Dated<Point>>(
  spec: TableSpec<Point, Row>,
): EditableTable => {
  const { table, title, rowsOf, nameOf, pointOf, before } = spec;
  const review = reviewField<Row>();
  const fields = (row: Row, cells: readonly string[]) => [...spec.fields(row, cells), review];
  const keyOf = (row: Row): string => `${table}:${nameOf(row)}`;
  const versions = (pack: RulePack, key: string): readonly Row[] => rowsOf(pack).filter((row) => keyOf(row) === key);

  const lineView = (key: string, { content, base, month, edits }: Asked): LineView[] => {
    const edit = edits[key];
    const point = pointOf(edit?.from ?? month);
    const blank = spec.blanks(point).find((row) => keyOf(row) === key);
    const row = heldAt(versions(content, key), point) ?? blank;
    const before = heldAt(versions(base, key), point) ?? blank;
    if (row === undefined) return [];
    // The law has no day for review of its own: the board's rules and the manager's have.
    const shown = fields(row, Object.keys(edit?.cells ?? {})).filter(
      (field) => field !== review || (content.layer === "municipal" && row !== blank),
    );
    const cells = shown.map(({ read, name, title: cellTitle, entry, mayBeEmpty }): CellView => ({
      name,
      title: cellTitle,
      entry,
      mayBeEmpty,
      base: before === undefined ? undefined : read(before),
      draft: read(row),
      text: edit?.cells[name] ?? read(row),
    }));
    return [{ key, table, title: spec.titleOf(row), class: spec.classOf(row), source: row.source, cells }];
  };

  const written = (row: Row, { cells, source }: LineEdit): { row: Row; wrong: string[] } =>
    Object.entries(cells).reduce<{ row: Row; wrong: string[] }>(
      (so, [name, text]) => {
        const field = fields(so.row, Object.keys(cells)).find((one) => one.name === name);
        const next = field?.write(so.row, { text, source });
        return next === undefined ? { ...so, wrong: [...so.wrong, name] } : { ...so, row: next };
      },
      { row, wrong: [] },
    );

  const applyLine = ({ pack, problems }: Applied, key: string, { base, edit }: { base: RulePack; edit: LineEdit }) => {
    const from = pointOf(edit.from);
    const source = edit.source.trim();
    const draft = versions(pack, key);
    const held = heldAt(draft, from) ?? draft.find((row) => row.from > from);
    const start = held ?? spec.blanks(from).find((row) => keyOf(row) === key);
    if (start === undefined) return { pack, problems: [...problems, { line: key }] };
    const { row, wrong } = written(start, { ...edit, source });
    const found: EditProblem[] = [
      ...wrong.map((cell) => ({ line: key, cell })),
      ...(source.length < shortestSource ? [{ line: key }] : []),
    ];
    if (found.length > 0) return { pack, problems: [...problems, ...found] };
    const next = spliceLine(draft, {
      base: versions(base, key),
      held,
      next: { ...row, from, source },
      isReviewSet: review.name in edit.cells,
      before,
    });
    const rows = rowsOf(pack);
    const at = rows.findIndex((one) => keyOf(one) === key);
    const others = rows.filter((one) => keyOf(one) !== key);
    const place = at < 0 ? others.length : at;
    return { pack: spec.withRows(pack, [...others.slice(0, place), ...next, ...others.slice(place)]), problems };
  };

  return {
    table,
    title,
    lines: (asked) => {
      const all = [...rowsOf(asked.content), ...spec.blanks(pointOf(asked.month))].map(keyOf);
      return [...new Set(all)].flatMap((key) => lineView(key, asked));
    },
    apply: ({ content, base, edits }) =>
      Object.entries(edits)
        .filter(([key]) => key.startsWith(`${table}:`))
        .reduce<Applied>((so, [key, edit]) => applyLine(so, key, { base, edit }), { pack: content, problems: [] }),
  };
};
