import type { Locator, Page } from "playwright";
import { Fault } from "../../../contracts/faults.js";
import { readTable, readTerms } from "../../core/table.js";
import type { Visit } from "../../core/visit.js";
import type { AnswerTexts, SectionTexts } from "../parse.js";
import { answerStates, fetching } from "../states.js";

/** Waits until every agency has answered, or has been said not to. */
export const awaitAnswers = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  let state = await visit.state(answerStates);
  if (state === "fetching") {
    await fetching(page).waitFor({ state: "hidden", timeout: visit.timeouts.answerMs });
    state = await visit.state(answerStates);
  }
  if (state !== "answered")
    throw new Fault("PortalChanged", "The portal did not take the query or did not finish its answer.", { state });
};

/** At most one of its kind; two would be a page we do not know. */
const atMostOne = async <T>(found: Locator, read: (one: Locator) => Promise<T>): Promise<T | undefined> => {
  const count = await found.count();
  if (count > 1) throw new Fault("PortalChanged", "An agency's answer has two parts of the same kind.", { count });
  return count === 0 ? undefined : read(found);
};

const readSection = async (section: Locator): Promise<SectionTexts> => {
  const [heading, sentences, payments, facts, missing] = await Promise.all([
    section.getByRole("heading", { level: 2 }).innerText(),
    section.getByRole("paragraph").allInnerTexts(),
    atMostOne(section.getByRole("table"), readTable),
    atMostOne(section.locator(":scope > dl"), readTerms),
    atMostOne(section.getByRole("alert"), readTerms),
  ]);
  return {
    heading,
    sentences,
    ...(payments === undefined ? {} : { payments }),
    ...(facts === undefined ? {} : { facts }),
    ...(missing === undefined ? {} : { missing }),
  };
};

/** Reads the answer page as it stands. */
export const readAnswers = async (page: Page): Promise<AnswerTexts> => {
  const region = page.getByRole("region", { name: "Svar från uppgiftslämnare", exact: true });
  const sections = await region.getByRole("region").all();
  const [top, ...read] = await Promise.all([
    readTerms(page.getByRole("main").locator(":scope > dl")),
    ...sections.map(readSection),
  ]);
  return { top, sections: read };
};
