import type { PackTable } from "../../contracts/pack-check.js";
import type { TableUpload } from "../../contracts/api/workshop.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { saveDraft } from "./drafting.js";
import { readCsv } from "./read-csv.js";
import { readSheet } from "./read-sheet.js";
import { readTable, type CellProblem, type ReadLines } from "./read-table.js";
import { tableLines, type TableLines } from "./table-lines.js";
import { done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";
import { writeSheet } from "./write-sheet.js";

type OfDraft = { readonly id: string; readonly table: PackTable };

/** One table of a draft, as lines. */
export const draftTable = async (deps: WorkshopDeps, { id, table }: OfDraft): Promise<Done<TableLines>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  const lines = tableLines(change.content, table);
  return lines === undefined ? refused("table-unknown") : done(lines);
};

/** One table of a draft, as a workbook (xlsx). */
export const draftSheet = async (deps: WorkshopDeps, asked: OfDraft): Promise<Done<Buffer>> => {
  const lines = await draftTable(deps, asked);
  return lines.ok ? done(await writeSheet(asked.table, lines.value)) : lines;
};

const linesOf = (upload: TableUpload): ReadLines | Promise<ReadLines> =>
  "csv" in upload ? readCsv(upload.csv) : readSheet(Buffer.from(upload.xlsx, "base64"));

/** Saves a draft with one table as a file has it. */
export const saveTable = async (
  deps: WorkshopDeps,
  { asking, id, table, upload }: OfDraft & { readonly asking: Asking; readonly upload: TableUpload },
): Promise<Done<string>> => {
  const change = await deps.store.read((tx) => findRuleChange(tx, id));
  if (change === undefined) return refused("not-found");
  if (tableLines(change.content, table) === undefined) return refused("table-unknown");
  const unreadable = (problems: readonly CellProblem[]): Done<string> =>
    refused(
      "table-unreadable",
      problems.map(({ row, message }) => ({ code: "table-unreadable", table, row, message: `${row}: ${message}` })),
    );
  const { revision } = upload;
  const file = await linesOf(upload);
  if (!file.ok) return unreadable(file.problems);
  const read = readTable(change.content, { table, lines: file.lines });
  if (!read.ok) return unreadable(read.problems);
  const { title, source, kind, effectiveFrom } = change;
  return saveDraft(deps, { asking, id, input: { revision, title, source, kind, effectiveFrom, content: read.pack } });
};
