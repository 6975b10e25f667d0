import type { Page } from "playwright";
import { readRowHeaders, readTable } from "../../core/table.js";
import type { Visit } from "../../core/visit.js";
import type { ListAsked, ListTexts, RecordTexts } from "../parse-records.js";
import { printedMonth } from "../printed.js";
import { listStates, recordsTable, recordStates } from "../states.js";
import { kinds } from "../vocabulary.js";

const readList = async (visit: Visit): Promise<ListTexts> => {
  const { page } = visit;
  const state = await visit.state(listStates);
  const [heading, month, filter, sentences] = await Promise.all([
    page.getByRole("heading", { level: 1 }).innerText(),
    page.getByLabel("Månad", { exact: true }).inputValue(),
    page.getByLabel("Slag", { exact: true }).inputValue(),
    page.getByRole("paragraph").allInnerTexts(),
  ]);
  if (state === "empty") return { heading, month, filter, sentences };
  const table = await readTable(recordsTable(page), "Poster");
  return { heading, month, filter, sentences, table };
};

/** Opens a case's records of one kind and month by their address, which names a case number and never a person. */
export const openList = async (visit: Visit, { caseNumber, kind, month }: ListAsked): Promise<ListTexts> => {
  await visit.goto(
    `/akt/${encodeURIComponent(caseNumber)}/poster?manad=${printedMonth(month)}&slag=${kinds[kind].filter}`,
  );
  return readList(visit);
};

/** Goes on to the next page of the list; undefined where there is none. */
export const nextList = async (visit: Visit): Promise<ListTexts | undefined> => {
  const next = visit.page.getByRole("link", { name: "Nästa", exact: true });
  if ((await next.count()) === 0) return undefined;
  await visit.follow(next);
  return readList(visit);
};

const readRecord = async (page: Page): Promise<RecordTexts> => {
  const isHead = page.getByRole("rowheader", { name: "Löpnr", exact: true });
  const lines = page.getByRole("table", { name: "Rader", exact: true });
  const [heading, values, hasLines] = await Promise.all([
    page.getByRole("heading", { level: 1 }).innerText(),
    readRowHeaders(page.getByRole("table").filter({ has: isHead })),
    lines.count(),
  ]);
  return { heading, values, ...(hasLines === 0 ? {} : { lines: await readTable(lines, "Rader") }) };
};

/** Opens one record by its running number and reads it as it stands. */
export const openRecord = async (visit: Visit, at: { caseNumber: string; number: string }): Promise<RecordTexts> => {
  await visit.goto(`/akt/${encodeURIComponent(at.caseNumber)}/post/${encodeURIComponent(at.number)}`);
  await visit.state(recordStates);
  return readRecord(visit.page);
};
