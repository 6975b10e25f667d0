import type { RulesView, RuleTable } from "../../../contracts/api/rules-view.js";
import type { Ore } from "../../../contracts/money.js";

type Row = RuleTable["rows"][number];

/** How a row stands against the same row of another month. */
export type RowChange = {
  /** The row then; undefined where there was none. */
  readonly then: Row | undefined;
  readonly isChanged: boolean;
  /** Now less then, in öre; undefined where there is nothing to subtract. */
  readonly differenceOre: Ore | undefined;
};

/** A table against the same table of another month. */
export type TableChange = {
  readonly changes: ReadonlyMap<string, RowChange>;
  /** Rows that were there then and are not now. */
  readonly gone: readonly Row[];
  readonly changed: number;
};

/** The table with the same name in the same layer of another month's rules; packs change names from year to year. */
export const sameTable = (
  rules: RulesView,
  { layer, id }: { readonly layer: RulesView["packs"][number]["layer"]; readonly id: string },
): RuleTable | undefined =>
  rules.packs
    .filter((pack) => pack.layer === layer)
    .flatMap(({ tables }) => tables)
    .find((table) => table.id === id);

const sameCells = (one: Row, other: Row): boolean =>
  one.verified === other.verified && one.cells.join("\n") === other.cells.join("\n");

/** Compares a table row by row with what it was. */
export const compareTables = (now: RuleTable, then: RuleTable | undefined): TableChange => {
  const before = new Map(then?.rows.map((row) => [row.key, row]));
  const changes = new Map(
    now.rows.map((row): [string, RowChange] => {
      const old = before.get(row.key);
      const differenceOre =
        row.amountOre === undefined || old?.amountOre === undefined ? undefined : row.amountOre - old.amountOre;
      return [row.key, { then: old, isChanged: old === undefined || !sameCells(row, old), differenceOre }];
    }),
  );
  const gone = (then?.rows ?? []).filter(({ key }) => !changes.has(key));
  const changed = [...changes.values()].filter(({ isChanged }) => isChanged).length + gone.length;
  return { changes, gone, changed };
};
