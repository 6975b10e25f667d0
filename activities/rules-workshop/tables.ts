import type { PackTable } from "../../contracts/pack-check.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { saveDraft } from "./drafting.js";
import { readTable, tableLines, type TableLines } from "./table-csv.js";
import { done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** One table of a draft, as lines. */
export const draftTable = async (
  deps: WorkshopDeps,
  { id, table }: { readonly id: string; readonly table: PackTable },
): Promise<Done<TableLines>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  const lines = tableLines(change.content, table);
  return lines === undefined ? refused("table-unknown") : done(lines);
};

/** Saves a draft with one table as a file has it. */
export const saveTable = async (
  deps: WorkshopDeps,
  {
    asking,
    id,
    table,
    revision,
    csv,
  }: {
    readonly asking: Asking;
    readonly id: string;
    readonly table: PackTable;
    readonly revision: number;
    readonly csv: string;
  },
): Promise<Done<string>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  if (tableLines(change.content, table) === undefined) return refused("table-unknown");
  const read = readTable(change.content, { table, csv });
  if (!read.ok)
    return refused(
      "table-unreadable",
      read.problems.map(({ row, message }) => ({ code: "table-unreadable", table, row, message })),
    );
  const { title, source, kind, effectiveFrom } = change;
  return saveDraft(deps, { asking, id, input: { revision, title, source, kind, effectiveFrom, content: read.pack } });
};
