import type { Page } from "playwright";
import { readRowHeaders, tableTexts } from "../../core/table.js";
import type { RecordTexts } from "../parse.js";

/** Reads the person record as it stands. */
export const readRecord = async (page: Page): Promise<RecordTexts> => {
  const isPerson = page.getByRole("rowheader", { name: "Identity number", exact: true });
  const [tables, person, sentences] = await Promise.all([
    page.getByRole("table").filter({ visible: true }).allInnerTexts(),
    readRowHeaders(page.getByRole("table").filter({ has: isPerson })),
    page.getByRole("paragraph").allInnerTexts(),
  ]);
  return { tables: tables.map((text) => tableTexts(text)), person, sentences };
};
