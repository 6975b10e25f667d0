import type { Page } from "playwright";
import type { PersonalNumber } from "../../../contracts/readings/person.js";
import { fillAndReadBack } from "../../core/fields.js";
import { readRowHeaders, readTable, type TableTexts } from "../../core/table.js";
import type { Visit } from "../../core/visit.js";
import type { FileTexts } from "../parse-file.js";
import { printedNumber } from "../printed.js";
import { fileStates, searchStates } from "../states.js";

/** Looks for a person's file and opens it where there is exactly one. */
export const searchFile = async (visit: Visit, personalNumber: PersonalNumber): Promise<"file" | "no-hits"> => {
  const { page } = visit;
  await visit.goto("/sok");
  await visit.state(searchStates);
  await fillAndReadBack(page, [{ label: "Personnr", value: printedNumber(personalNumber) }]);
  await visit.follow(page.getByRole("button", { name: "Sök", exact: true }));
  return visit.state(fileStates);
};

const readTables = async (page: Page): Promise<ReadonlyMap<string, TableTexts>> => {
  const captions = await page.locator("caption").allInnerTexts();
  const tables = await Promise.all(
    captions.map((name) => readTable(page.getByRole("table", { name: name.trim(), exact: true }))),
  );
  return new Map(captions.map((name, index) => [name.trim(), tables[index] ?? { headers: [], rows: [], footer: [] }]));
};

/** Reads the open file as it stands. */
export const readFile = async (page: Page): Promise<FileTexts> => {
  const isHead = page.getByRole("rowheader", { name: "Registerledare", exact: true });
  const [heading, count, head, tables, sentences] = await Promise.all([
    page.getByRole("heading", { level: 1 }).innerText(),
    page.getByRole("table").count(),
    readRowHeaders(page.getByRole("table").filter({ has: isHead })),
    readTables(page),
    page.getByRole("paragraph").allInnerTexts(),
  ]);
  return { heading, count, head, tables, sentences };
};
