import type { Locator, Page } from "playwright";
import type { Visit } from "../../core/visit.js";
import { readTerms, tableTexts } from "../../core/table.js";
import type { ApplicationTexts, Listing } from "../parse.js";
import { applicationStates } from "../states.js";

const region = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

/** A section that holds a table, or a sentence that says why it does not. */
const readListing = async (section: Locator, caption: string): Promise<Listing> => {
  const [tables, sentences] = await Promise.all([
    section.getByRole("table").filter({ visible: true }).allInnerTexts(),
    section.getByRole("paragraph").filter({ visible: true }).allInnerTexts(),
  ]);
  return { tables: tables.map((text) => tableTexts(text, caption)), sentences };
};

const readPersons = async (section: Locator): Promise<ApplicationTexts["persons"]> => {
  const groups = await section.getByRole("group").all();
  return Promise.all(
    groups.map(async (group) => {
      const [role, terms] = await Promise.all([group.locator("legend").innerText(), readTerms(group)]);
      return { role, terms };
    }),
  );
};

/** Opens an application by its reference and reads every section as it stands. */
export const openApplication = async (visit: Visit, reference: string): Promise<ApplicationTexts> => {
  const { page } = visit;
  await visit.goto(`/arenden/${encodeURIComponent(reference)}`);
  await visit.state(applicationStates);
  const benefits = region(page, "Ersättningar som är ikryssade");
  const [heading, about, persons, home, costs, incomes, ticked, noneTicked, questions, message, attachments] =
    await Promise.all([
      page.getByRole("heading", { level: 1 }).innerText(),
      readTerms(region(page, "Uppgifter om ansökan")),
      readPersons(region(page, "Personer")),
      readTerms(region(page, "Boende")),
      readListing(region(page, "Kostnader"), "Kostnader"),
      readListing(region(page, "Inkomster som myndigheter inte känner till"), "Inkomster"),
      benefits.getByRole("listitem").allInnerTexts(),
      benefits.getByRole("paragraph").allInnerTexts(),
      readTerms(region(page, "Frågor")),
      region(page, "Meddelande").getByRole("paragraph").allInnerTexts(),
      readListing(region(page, "Bilagor"), "Bilagor"),
    ]);
  return { heading, about, persons, home, costs, incomes, ticked, noneTicked, questions, message, attachments };
};

/** Addresses of the attachments, in the order of the table. */
export const attachmentPaths = async (page: Page): Promise<readonly string[]> => {
  const links = await region(page, "Bilagor").getByRole("link").all();
  return Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
};
