import type { Page } from "playwright";
import type { PersonalNumber } from "../../../contracts/readings/person.js";
import { fillAndReadBack } from "../../core/fields.js";
import { readRowHeaders } from "../../core/table.js";
import type { Visit } from "../../core/visit.js";
import type { FileTexts } from "../parse-file.js";
import { printedNumber } from "../printed.js";
import { fileStates, openedStates, searchStates } from "../states.js";

/** Looks for a person's file and opens it where there is exactly one. */
export const searchFile = async (visit: Visit, personalNumber: PersonalNumber): Promise<"file" | "no-hits"> => {
  const { page } = visit;
  await visit.goto("/sok");
  await visit.state(searchStates);
  await fillAndReadBack(page, [{ label: "Personnr", value: printedNumber(personalNumber) }]);
  await visit.follow(page.getByRole("button", { name: "Sök", exact: true }));
  return visit.state(fileStates);
};

/** Opens a file by its address, which names a case number and never a person. */
export const openFileAt = async (visit: Visit, caseNumber: string): Promise<void> => {
  await visit.goto(`/akt/${encodeURIComponent(caseNumber)}`);
  await visit.state(openedStates);
};

/** Reads the open file as it stands. */
export const readFile = async (page: Page): Promise<FileTexts> => {
  const isHead = page.getByRole("rowheader", { name: "Registerledare", exact: true });
  const [heading, head, tables, captions, sentences] = await Promise.all([
    page.getByRole("heading", { level: 1 }).innerText(),
    readRowHeaders(page.getByRole("table").filter({ has: isHead })),
    page.getByRole("table").filter({ visible: true }).allInnerTexts(),
    page.locator("caption").filter({ visible: true }).allInnerTexts(),
    page.getByRole("paragraph").allInnerTexts(),
  ]);
  return { heading, head, tables, captions, sentences };
};
