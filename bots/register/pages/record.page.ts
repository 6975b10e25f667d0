import type { Page } from "playwright";
import { readRowHeaders, readTable } from "../../core/table.js";
import type { RecordTexts } from "../parse.js";

/** Reads the person record as it stands. */
export const readRecord = async (page: Page): Promise<RecordTexts> => {
  const isPerson = page.getByRole("rowheader", { name: "Identity number", exact: true });
  const isRelations = page.getByRole("columnheader", { name: "Relation", exact: true });
  const relations = page.getByRole("table").filter({ has: isRelations });
  const [tables, person, hasRelations, sentences] = await Promise.all([
    page.getByRole("table").count(),
    readRowHeaders(page.getByRole("table").filter({ has: isPerson })),
    relations.count(),
    page.getByRole("paragraph").allInnerTexts(),
  ]);
  return { tables, person, sentences, ...(hasRelations === 0 ? {} : { relations: await readTable(relations) }) };
};
