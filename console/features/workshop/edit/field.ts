/** How a cell is written. Kronor as people write them; a choice among a few in words. */
export type Entry =
  | { readonly kind: "kronor" }
  | { readonly kind: "count"; readonly unit: string }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] };

/** One thing that a row says. `write` gives undefined where the text is not what the cell holds. */
export type Field<Row> = {
  readonly name: string;
  readonly title: string;
  readonly entry: Entry;
  /** Whether an emptied cell takes the line of the table away. */
  readonly mayBeEmpty: boolean;
  readonly read: (row: Row) => string;
  readonly write: (row: Row, written: { readonly text: string; readonly source: string }) => Row | undefined;
};
