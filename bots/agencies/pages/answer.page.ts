import type { Locator, Page } from "playwright";
import { Fault } from "../../../contracts/faults.js";
import { readTerms, tableTexts } from "../../core/table.js";
import type { Visit } from "../../core/visit.js";
import type { AnswerTexts, SectionTexts } from "../parse.js";
import { answerStates, answersRegion, fetching } from "../states.js";

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

/** The one there may be; several would be a page we do not know. */
const atMostOne = <T>(found: readonly T[]): T | undefined => {
  if (found.length > 1)
    throw new Fault("PortalChanged", "An agency's answer has two parts of the same kind.", { parts: found.length });
  return found[0];
};

const termsIn = async (lists: Locator): Promise<ReadonlyMap<string, string> | undefined> => {
  const list = atMostOne(await lists.all());
  return list === undefined ? undefined : readTerms(list);
};

/** A section that holds more than sentences. */
const readParts = async (section: Locator): Promise<SectionTexts> => {
  const [heading, sentences, tables, facts, missing] = await Promise.all([
    section.getByRole("heading", { level: 2 }).innerText(),
    section.getByRole("paragraph").allInnerTexts(),
    section.getByRole("table").filter({ visible: true }).allInnerTexts(),
    termsIn(section.locator(":scope > dl")),
    termsIn(section.getByRole("alert")),
  ]);
  const payments = atMostOne(tables);
  return {
    heading,
    sentences,
    ...(payments === undefined ? {} : { payments: tableTexts(payments, "Utbetalningar") }),
    ...(facts === undefined ? {} : { facts }),
    ...(missing === undefined ? {} : { missing }),
  };
};

const isSentence = (line: string): boolean => /^[^\t]+\.$/.test(line) || /^Sekretessmarkering: \S+$/.test(line);

/** Most agencies have nothing to tell: heading and sentences are then all the text there is, and one look is enough. */
const readSection = async (section: Locator): Promise<SectionTexts> => {
  const [heading = "", ...sentences] = (await section.innerText()).split("\n").filter((line) => line.trim() !== "");
  return sentences.every(isSentence) ? { heading, sentences } : readParts(section);
};

/** Reads the answer page as it stands. */
export const readAnswers = async (page: Page): Promise<AnswerTexts> => {
  const sections = await answersRegion(page).getByRole("region").all();
  const [top, ...read] = await Promise.all([
    readTerms(page.getByRole("main").locator(":scope > dl")),
    ...sections.map(readSection),
  ]);
  return { top, sections: read };
};
